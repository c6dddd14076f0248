namespace Mlp;

/// <summary>What stands around a sample where a window reaches past it. Names are compared without case. Layers also take numbers, such as "1" or "0 1, 0 1".</summary>
public static class Padding
{
    /// <summary>Nothing: windows lie inside the sample, and ⌊(length − reach) / stride⌋ + 1 of them fit, where reach = (kernel − 1) · dilation + 1.</summary>
    public const string Valid = "Valid";

    /// <summary>
    /// As much as ⌈length / stride⌉ windows need, half on either side and the odd one at the end, as Keras' "same" and ONNX' SAME_UPPER have it. Zeros for a
    /// convolution; for a pool, positions that do not count.
    /// </summary>
    public const string Same = "Same";

    /// <summary>(kernel − 1) · dilation zeros before the first step, so that a step sees itself and what was before it. For convolutions of sequences.</summary>
    public const string Causal = "Causal";
}
