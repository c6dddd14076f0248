namespace Mlp.Testing.Reference;

/// <summary>Everything computed on the way of one sample through the oracle, layer by layer.</summary>
public sealed class SampleTrace(int layers)
{
    /// <summary>z of each layer: W h + b.</summary>
    public double[][] Sums { get; } = new double[layers][];

    /// <summary>The input, then h of each layer.</summary>
    public double[][] Values { get; } = new double[layers + 1][];

    /// <summary>δ of each layer: the derivative of the sample's loss by z.</summary>
    public double[][] Deltas { get; } = new double[layers][];

    /// <summary>ŷ, the output of the last layer.</summary>
    public double[] Prediction => Values[^1];
}
