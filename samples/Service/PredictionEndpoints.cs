using System;
using System.Buffers;
using System.Collections.Generic;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Mlp.Serving;

namespace Mlp.Samples;

/// <summary>Answers what is asked of the model. Each answer takes the model once, so that its outputs and its version belong together.</summary>
internal sealed class PredictionEndpoints(ModelHolder<IrisNet> holder, ServiceMetrics metrics, ServiceOptions options)
{
    public Results<Ok<PredictionAnswer>, ValidationProblem> Predict(PredictionRequest? request)
    {
        float[]? input = request?.Input;
        if (InputRules.Fault(input) is { } fault)
        {
            return Problem("input", fault);
        }

        Published<IrisNet> model = holder.Current;
        float[] probabilities = new float[IrisNet.OutputSize];
        Span<float> scaled = stackalloc float[IrisNet.InputSize];
        long? beginning = metrics.Begin();
        model.Network.Scaler.Transform(input, scaled);
        model.Network.Forward(scaled, probabilities);
        metrics.End(beginning, samples: 1);

        if (!InputRules.AreFinite(probabilities))
        {
            return Problem("input", InputRules.TooLarge);
        }

        Prediction prediction = Named(model.Network, probabilities);
        return TypedResults.Ok(new PredictionAnswer(model.Version, prediction.Class, prediction.Probabilities));
    }

    public Results<Ok<BatchAnswer>, ValidationProblem> PredictBatch(BatchRequest? request)
    {
        if (request?.Inputs is not { } rows || rows.Length == 0 || rows.Length > options.MaximumBatch)
        {
            return Problem("inputs", $"must be 1 to {options.MaximumBatch} samples");
        }

        // Lent, and so no garbage: all inputs, then all outputs.
        float[] memory = ArrayPool<float>.Shared.Rent(rows.Length * (IrisNet.InputSize + IrisNet.OutputSize));
        try
        {
            Span<float> inputs = memory.AsSpan(0, rows.Length * IrisNet.InputSize);
            Span<float> outputs = memory.AsSpan(inputs.Length, rows.Length * IrisNet.OutputSize);
            for (int row = 0; row < rows.Length; row++)
            {
                if (InputRules.Fault(rows[row]) is { } fault)
                {
                    return Problem($"inputs[{row}]", fault);
                }

                rows[row].CopyTo(inputs[(row * IrisNet.InputSize)..]);
            }

            Published<IrisNet> model = holder.Current;
            long? beginning = metrics.Begin();
            model.Network.Scaler.Transform(inputs, inputs);
            model.Network.ForwardBatch(inputs, outputs);
            metrics.End(beginning, rows.Length);

            var predictions = new Prediction[rows.Length];
            for (int row = 0; row < rows.Length; row++)
            {
                float[] probabilities = outputs.Slice(row * IrisNet.OutputSize, IrisNet.OutputSize).ToArray();
                if (!InputRules.AreFinite(probabilities))
                {
                    return Problem($"inputs[{row}]", InputRules.TooLarge);
                }

                predictions[row] = Named(model.Network, probabilities);
            }

            return TypedResults.Ok(new BatchAnswer(model.Version, predictions));
        }
        finally
        {
            ArrayPool<float>.Shared.Return(memory);
        }
    }

    public Ok<ModelAnswer> Model()
    {
        Published<IrisNet> model = holder.Current;
        return TypedResults.Ok(new ModelAnswer(model.Version, model.ContentHash, model.PublishedAt, IrisNet.InputSize, model.Network.ClassNames));
    }

    private static Prediction Named(IrisNet network, float[] probabilities)
    {
        int best = 0;
        for (int index = 1; index < probabilities.Length; index++)
        {
            best = probabilities[index] > probabilities[best] ? index : best;
        }

        return new Prediction(network.ClassNames[best], probabilities);
    }

    private static ValidationProblem Problem(string name, string fault) =>
        TypedResults.ValidationProblem(new Dictionary<string, string[]> { [name] = [$"{name} {fault}."] });
}
