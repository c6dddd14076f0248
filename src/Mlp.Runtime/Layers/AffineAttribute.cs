using System.Collections.Generic;

namespace Mlp;

/// <summary>A scaler that is compiled in: h = scale · x + offset, with numbers that are never trained.</summary>
public sealed class AffineAttribute : LayerAttribute
{
    /// <summary>The same for all values.</summary>
    /// <param name="scale">What each value is multiplied by; finite.</param>
    /// <param name="offset">What is added afterwards; finite.</param>
    public AffineAttribute(double scale, double offset)
    {
        Scales = [scale];
        Offsets = [offset];
    }

    /// <summary>Numbers for each channel, or for each value of a sample without a shape.</summary>
    /// <param name="scales">What the values of a channel are multiplied by; as many as channels, finite.</param>
    /// <param name="offsets">What is added afterwards; as many, finite.</param>
    public AffineAttribute(double[] scales, double[] offsets)
    {
        Scales = scales;
        Offsets = offsets;
    }

    /// <summary>What the values of each channel are multiplied by; one number for all.</summary>
    public IReadOnlyList<double> Scales { get; }

    /// <summary>What is added afterwards.</summary>
    public IReadOnlyList<double> Offsets { get; }
}
