using System.Collections.Generic;

namespace Mlp.Onnx.Import.Layers;

/// <summary>An input of the graph that a network starts at.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">Its dimensions without the batch.</param>
/// <param name="HasBatch">Whether a batch is in front of them.</param>
internal sealed record GraphInput(string Name, IReadOnlyList<int> Shape, bool HasBatch)
{
    /// <summary>Whether the file may have channels in front of positions, which are last in memory.</summary>
    public bool MayHaveChannelsFirst => Shape.Count is 2 or 3;

    /// <summary>The shape with channels last, where the file has them in front.</summary>
    public IReadOnlyList<int> ChannelsLast => Shape.Count == 2 ? [Shape[1], Shape[0]] : [Shape[1], Shape[2], Shape[0]];
}
