using Mlp.Searching.Data;
using Mlp.Training;
using Orleans;

namespace Mlp.Searching.Space;

/// <summary>Which data a search learns from: enough to know it again, and to say what differs.</summary>
/// <param name="Hash">That of all values: <see cref="DatasetHash"/>.</param>
/// <param name="Samples">The number of samples.</param>
/// <param name="Features">The features of a sample.</param>
/// <param name="Targets">The targets of a sample; 0 for labels.</param>
/// <param name="Classes">The number of classes; 0 for targets.</param>
[GenerateSerializer]
[Immutable]
[Alias("Mlp.Searching.DataIdentity")]
internal sealed record DataIdentity(
    [property: Id(0)] string Hash, [property: Id(1)] int Samples, [property: Id(2)] int Features, [property: Id(3)] int Targets, [property: Id(4)] int Classes)
{
    /// <summary>That of a dataset.</summary>
    internal static DataIdentity Of(Dataset data) => new(DatasetHash.Of(data), data.Count, data.FeatureCount, data.TargetCount, data.ClassCount);
}
