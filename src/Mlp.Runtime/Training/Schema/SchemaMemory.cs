using System.ComponentModel;

namespace Mlp.Training;

/// <summary>Where an emitted network keeps its <see cref="DataSchema"/>: it goes with the parameters, and copies of a struct that share these share it too.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SchemaMemory
{
    /// <summary>What the data mean; null where nobody said so.</summary>
    public DataSchema? Schema { get; set; }

    /// <summary>An independent copy.</summary>
    public SchemaMemory Copy() => new() { Schema = Schema };
}
