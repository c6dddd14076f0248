namespace Mlp.Onnx.Import.Elements;

/// <summary>What is done to each value by itself, as a formula of what leaves a chain of layers.</summary>
/// <param name="depth">How many steps it has.</param>
internal abstract class Expression(int depth)
{
    /// <summary>The value as it is.</summary>
    public static readonly Expression Value = new BareValue();

    /// <summary>How many steps it has.</summary>
    public int Depth => depth;

    /// <summary>The value as it is.</summary>
    private sealed class BareValue() : Expression(0);
}
