using System.ComponentModel;
using Mlp.Training;

namespace Mlp.CompilerServices;

/// <summary>Where an emitted network keeps its <see cref="DataSchema"/>: it goes with the parameters, and copies of a struct that share these share it too.</summary>
/// <remarks>Belongs to emitted code of the same version, and may change in any version.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SchemaMemory
{
    /// <summary>What the data mean; null where nobody said so.</summary>
    public DataSchema? Schema { get; set; }

    /// <summary>An independent copy.</summary>
    public SchemaMemory Copy() => new() { Schema = Schema };
}
