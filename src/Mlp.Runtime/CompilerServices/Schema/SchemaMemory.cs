using System.Collections.Generic;
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

    /// <summary>That of a network whose weights came with the names of its classes; of scaling nobody said anything.</summary>
    /// <param name="names">The names, the first for label 0.</param>
    public static SchemaMemory OfClasses(IReadOnlyList<string> names) => new() { Schema = new DataSchema { ClassNames = names, KnowsScaling = false } };

    /// <summary>An independent copy.</summary>
    public SchemaMemory Copy() => new() { Schema = Schema };
}
