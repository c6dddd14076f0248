using System;
using Mlp.CompilerServices;
using Mlp.Training;

namespace Mlp.Serving;

/// <content>Canaries of a network that is known to be right.</content>
public sealed partial class Canary
{
    /// <summary>What the worst case is multiplied by: this network and the one that is verified may each be off by it, and something over.</summary>
    private const double Safety = 2.5;

    /// <summary>
    /// Asks a network that is known to be right, to store its answers with its weights. How far an output may be from the answer
    /// follows from the sums behind it: no more than vector widths and platforms can differ by in rounding. The hashes of the
    /// parameters, and of the class names and scalers that the network knows, stand beside the answers.
    /// </summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="network">The network; nobody may train it meanwhile.</param>
    /// <param name="inputs">n samples of as many values as the network has inputs, all finite; n is 1 or more. Some that differ show more than one.</param>
    /// <exception cref="ArgumentException">
    /// The inputs have the wrong length; they or the network's outputs are not finite; or the outputs are not those of the layers that
    /// its description says.
    /// </exception>
    public static Canary Record<TNetwork>(TNetwork network, ReadOnlySpan<float> inputs)
        where TNetwork : IPredictor<TNetwork>
    {
        (int samples, float[] outputs) = Ask(network, inputs);
        float[] parameters = new float[TNetwork.ParameterCount];
        network.CopyParametersTo(parameters);
        DataSchema? schema = (network as IFittedNetwork)?.Schema;
        var hashes = new CanaryHashes(Serving.ParameterHash.Of(parameters), schema is null ? null : Serving.SchemaHash.Of(schema));
        float[] tolerances = new float[outputs.Length];
        for (int sample = 0; sample < samples; sample++)
        {
            ReadOnlySpan<float> input = inputs.Slice(sample * TNetwork.InputSize, TNetwork.InputSize);
            if (ForwardBounds.Of(TNetwork.Description, parameters, input) is not { } exact)
            {
                // Layers that are not known here: what is usual will have to do.
                return new Canary(samples, inputs, outputs, DefaultTolerance, [], hashes);
            }

            for (int index = 0; index < exact.Output.Length; index++)
            {
                int place = (sample * exact.Output.Length) + index;
                tolerances[place] = ToleranceOf(outputs[place], exact.Output[index], exact.Error[index], index);
            }
        }

        return Of(samples, inputs, outputs, tolerances, hashes);
    }

    /// <summary>
    /// Asks a network that is known to be right, with a tolerance of one's own: for networks whose parameters may differ too, such as
    /// those that were rounded to fewer bits. The hash of the parameters has no part in it.
    /// </summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="inputs">n samples of as many values as the network has inputs, all finite; n is 1 or more.</param>
    /// <param name="tolerance">How far each output y may be from this network's e: |y − e| ≤ tolerance × max(1, |e|). Finite, 0 or more.</param>
    /// <exception cref="ArgumentException">The inputs have the wrong length, or they or the network's outputs are not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance is negative or not finite.</exception>
    public static Canary Record<TNetwork>(TNetwork network, ReadOnlySpan<float> inputs, float tolerance)
        where TNetwork : IPredictor<TNetwork>
    {
        (int samples, float[] outputs) = Ask(network, inputs);
        return new Canary(inputs, outputs, tolerance, samples);
    }

    private static (int Samples, float[] Outputs) Ask<TNetwork>(TNetwork network, ReadOnlySpan<float> inputs)
        where TNetwork : IPredictor<TNetwork>
    {
        ArgumentNullException.ThrowIfNull(network);
        int samples = Require.Samples(inputs.Length, TNetwork.InputSize, nameof(inputs));
        if (samples == 0)
        {
            throw new ArgumentException("inputs is empty, but must have one sample or more.", nameof(inputs));
        }

        foreach (float input in inputs)
        {
            if (!float.IsFinite(input))
            {
                throw new ArgumentException(FormattableString.Invariant($"inputs has {input}, but must have finite numbers."), nameof(inputs));
            }
        }

        float[] outputs = new float[samples * TNetwork.OutputSize];
        for (int sample = 0; sample < samples; sample++)
        {
            Span<float> output = outputs.AsSpan(sample * TNetwork.OutputSize, TNetwork.OutputSize);
            network.Forward(inputs.Slice(sample * TNetwork.InputSize, TNetwork.InputSize), output);
            foreach (float value in output)
            {
                if (!float.IsFinite(value))
                {
                    throw new ArgumentException(
                        FormattableString.Invariant($"The network's output for sample {sample} (counted from 0) has {value}: no canary can be recorded. Look at the parameters, or take a sample of the usual size."), nameof(network));
                }
            }
        }

        return (samples, outputs);
    }

    private static float ToleranceOf(float output, double exact, double error, int index)
    {
        if (!double.IsFinite(exact) || !(error < double.PositiveInfinity))
        {
            throw new ArgumentException(
                "Sums of the network come near the largest float for this input, and may pass it in another order: no canary can be recorded. Take a sample of the usual size.", "inputs");
        }

        if (!(Math.Abs(output - exact) <= error))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Output {index} (counted from 0) is {output}, but the layers of the network's Description give {exact:G9} ± {error:G3}: a network that computes something else needs a tolerance of your own."), "network");
        }

        return float.BitIncrement((float)Math.Min(Safety * error, float.MaxValue / 2));
    }
}
