using System;

namespace Mlp.Generator.Planning.Storage;

/// <summary>
/// How images of some samples stand: line after line, of each the channels, of each the columns, of each the samples. So a line of a
/// channel is one stretch of memory, columns and samples together, which fills the lanes. A border of zeros stands around it where the
/// next convolution reaches past the image.
/// </summary>
/// <param name="Height">The lines.</param>
/// <param name="Width">The columns.</param>
/// <param name="Channels">The channels.</param>
/// <param name="Samples">The samples side by side: one, or whole vectors of them.</param>
/// <param name="Border">What stands around the image.</param>
/// <param name="Lanes">The lanes of a vector: a line may be written in whole ones.</param>
internal sealed record PlaneLayout(int Height, int Width, int Channels, int Samples, PlaneBorder Border, int Lanes)
{
    /// <summary>The floats of a line of a channel that are samples.</summary>
    public int Columns => Width * Samples;

    /// <summary>The same in whole vectors.</summary>
    public int PaddedColumns => Planning.Lanes.Pad(Columns, Lanes);

    /// <summary>Floats from a line of a channel to that of the next channel.</summary>
    public int ChannelStride => (Border.Left * Samples) + Math.Max(PaddedColumns, Columns + (Border.Right * Samples));

    /// <summary>Floats from a line to the next.</summary>
    public int LineStride => Channels * ChannelStride;

    /// <summary>Floats from the start of the memory to the first that is a sample.</summary>
    public int Start => (Border.Top * LineStride) + (Border.Left * Samples);

    /// <summary>Lines of channels, which are all as far apart.</summary>
    public int Rows => Height * Channels;

    /// <summary>Floats in all. Behind the last line a vector may be read that is not used.</summary>
    public int Floats => ((Border.Top + Height + Border.Bottom) * LineStride) + PlanBudget.StorageLanes;

    /// <summary>Whether a line may be written in whole vectors: nothing that is read stands behind it.</summary>
    public bool HasRoom => Columns == PaddedColumns || Border == PlaneBorder.None;

    /// <summary>Whether images are the same but for the border: a Flatten makes others of them.</summary>
    public bool IsOfShape(PlaneLayout other) => (Height, Width, Channels) == (other.Height, other.Width, other.Channels);
}

/// <summary>Zeros around an image.</summary>
/// <param name="Top">Lines before the first.</param>
/// <param name="Bottom">Lines behind the last.</param>
/// <param name="Left">Columns before the first.</param>
/// <param name="Right">Columns behind the last.</param>
internal sealed record PlaneBorder(int Top, int Bottom, int Left, int Right)
{
    public static PlaneBorder None { get; } = new(0, 0, 0, 0);
}
