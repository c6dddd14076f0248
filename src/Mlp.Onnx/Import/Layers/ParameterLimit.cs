namespace Mlp.Onnx.Import.Layers;

/// <summary>How much of a file is taken.</summary>
internal static class ParameterLimit
{
    /// <summary>The most weights and biases of a network, and values between two of its layers.</summary>
    public const int Most = 64_000_000;
}
