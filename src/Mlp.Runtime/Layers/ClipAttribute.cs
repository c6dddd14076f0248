namespace Mlp;

/// <summary>Keeps values between two numbers: h = min(max(x, low), high). Where a value is at or past either, no error goes back.</summary>
/// <param name="low">The least value; finite, or −∞ for none.</param>
/// <param name="high">The greatest value, above <paramref name="low"/>; finite, or ∞ for none.</param>
public sealed class ClipAttribute(double low, double high) : LayerAttribute
{
    /// <summary>The least value.</summary>
    public double Low { get; } = low;

    /// <summary>The greatest value.</summary>
    public double High { get; } = high;
}
