using System.Runtime.CompilerServices;

namespace Mlp.Serialization;

/// <summary>The dimensions that a file says of a tensor, as many as it may have.</summary>
/// <remarks>A dimension of 2³² − 1 or more, which no tensor of a network has, is 2³² − 1.</remarks>
[InlineArray(WeightFileLimits.Rank)]
internal struct TensorExtents
{
    private uint _first;
}
