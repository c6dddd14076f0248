using Mlp.Validation;

namespace Mlp.Training;

/// <summary>Measures a network on the validation data after each epoch. All memory is taken for the first of them; the later ones find it.</summary>
/// <typeparam name="TNetwork">The network.</typeparam>
internal sealed class ValidationMeasure<TNetwork>
    where TNetwork : INetwork<TNetwork>
{
    // One behind the other: read in place. Labels are encoded and classes predicted a chunk at a time.
    private readonly Dataset _data;
    private readonly SampleChunks _chunks;
    private readonly int[] _classes;

    // Only of numbers, of which the data itself has as many.
    private readonly float[] _outputs;

    internal ValidationMeasure(Dataset data)
    {
        _data = data.Compact();
        _chunks = new SampleChunks(_data, TNetwork.OutputSize);
        _classes = data.HasLabels ? new int[data.Count] : [];
        _outputs = data.HasLabels ? [] : new float[ArrayLength.Of(data.Count, TNetwork.OutputSize, "The outputs for the validation data", "validate with fewer samples", "options")];
    }

    /// <summary>The mean of the network's own loss.</summary>
    internal double Loss(TNetwork network) => Evaluation.MeanLossOf(network, _chunks);

    /// <summary>Accuracy where the data has labels, R² where it has targets, NaN where an output is NaN; the other one is none.</summary>
    internal (double? Accuracy, double? R2) Metrics(TNetwork network)
    {
        if (_data.HasLabels)
        {
            bool isKnown = Evaluation.ClassesInto(network, _chunks, _classes) < 0;
            return (isKnown ? ClassificationMetrics.Accuracy(_data.ReadLabels(0, _data.Count, []), _classes) : double.NaN, null);
        }

        network.Predict(_data, _outputs);
        return (null, RegressionMetrics.R2(_data.ReadTargets(0, _data.Count, []), _outputs, TNetwork.OutputSize));
    }
}
