using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Steps;

/// <summary>How the values stand that a layer goes over one by one.</summary>
/// <param name="Values">The values of a sample.</param>
/// <param name="IsInRows">Whether those of a sample stand side by side; else each has a line of samples, or of columns.</param>
/// <param name="Planes">How they stand as planes; null where they have no shape.</param>
internal sealed record ElementLayout(int Values, bool IsInRows, PlaneLayout? Planes = null)
{
    /// <summary>The lines of each channel.</summary>
    public int Height => Planes?.Height ?? 1;

    /// <summary>The columns of each line.</summary>
    public int Width => Planes?.Width ?? 1;

    /// <summary>The channels: of values without a shape each is one.</summary>
    public int Channels => Planes?.Channels ?? Values;

    /// <summary>The floats of a line; null where it has the samples of the chunk.</summary>
    public int? Columns => Planes?.Columns;
}
