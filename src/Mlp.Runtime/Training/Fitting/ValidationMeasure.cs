namespace Mlp.Training;

/// <summary>Measures a network on the validation data after each epoch. All memory is taken at the start.</summary>
/// <typeparam name="TNetwork">The network.</typeparam>
internal sealed class ValidationMeasure<TNetwork>
    where TNetwork : INetwork<TNetwork>
{
    private readonly Dataset _data;

    // The same samples with targets, one behind the other: evaluation reads them in place.
    private readonly Dataset _encoded;
    private readonly float[] _outputs;
    private readonly int[] _classes;

    internal ValidationMeasure(Dataset data)
    {
        _data = data.Compact();
        _encoded = _data.ForOutputs(TNetwork.OutputSize);
        _outputs = new float[checked(data.Count * TNetwork.OutputSize)];
        _classes = data.HasLabels ? new int[data.Count] : [];
    }

    /// <summary>The mean of the network's own loss.</summary>
    internal double Loss(TNetwork network) => network.MeanLoss(_encoded);

    /// <summary>Accuracy where the data has labels, R² where it has targets, NaN where an output is NaN; the other one is none.</summary>
    internal (double? Accuracy, double? R2) Metrics(TNetwork network)
    {
        network.Predict(_encoded, _outputs);
        if (_data.HasLabels)
        {
            bool isKnown = Evaluation.ClassesOf(_outputs, TNetwork.OutputSize, _classes) < 0;
            return (isKnown ? ClassificationMetrics.Accuracy(_data.ReadLabels(0, _data.Count, []), _classes) : double.NaN, null);
        }

        return (null, RegressionMetrics.R2(_encoded.ReadTargets(0, _data.Count, []), _outputs, TNetwork.OutputSize));
    }
}
