using System.Collections.Generic;
using System.Linq;

namespace Mlp.Generator.Model;

/// <summary>
/// Says which network has the kernels of its shape emitted: the first of those that share it. So each shape keeps the
/// place of a network; in a list of shapes one more would move the others, and Roslyn takes what stands in another place
/// for something new.
/// </summary>
internal static class ShapeOwners
{
    /// <summary>The metadata names of the first network of each shape.</summary>
    public static EquatableArray<string> Of(IEnumerable<NetworkModel> networks) => networks
        .GroupBy(network => network.WithoutType())
        .Select(same => same.First().Type.MetadataName)
        .ToEquatableArray();
}
