namespace Mlp.Onnx.Import.Layouts;

/// <summary>A stretch of a dimension that is evenly spaced in memory, or the batch.</summary>
/// <param name="Extent">How many there are; 0 for a batch of unknown size.</param>
/// <param name="Stride">How far neighbours are apart in a sample's memory; below 0 for the batch, which is no part of a sample.</param>
internal readonly record struct Axis(int Extent, int Stride)
{
    /// <summary>Whether it counts samples.</summary>
    public bool IsBatch => Stride < 0;

    /// <summary>Whether it counts samples, and there may be any number of them.</summary>
    public bool IsOpenBatch => IsBatch && Extent == 0;

    /// <summary>The samples: none for any number.</summary>
    public static Axis Batch(int? extent) => new(extent ?? 0, -1);
}
