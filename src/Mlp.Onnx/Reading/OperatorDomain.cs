namespace Mlp.Onnx.Reading;

/// <summary>Whose an operator is. ONNX' own domain has two names.</summary>
internal static class OperatorDomain
{
    private const string Long = "ai.onnx";

    /// <summary>The domain; empty for ONNX' own.</summary>
    internal static string Of(string domain) => domain == Long ? string.Empty : domain;
}
