using System;
using System.Collections.Generic;
using Mlp.Text;

namespace Mlp.Training;

/// <summary>
/// Whether class names and scalers can be those of a network of some size: the one place that knows, whoever brings them (code, a
/// file that is saved, a file that is read).
/// </summary>
/// <remarks>
/// Every network may have class names: labels are learnt by any, the class being the largest output, or for a single one whether
/// it is ½ or more.
/// </remarks>
internal static class SchemaRules
{
    /// <summary>The number of classes that a network tells apart by its outputs: two for a single one.</summary>
    internal static int ClassesOf(int outputs) => outputs == 1 ? 2 : outputs;

    /// <summary>What is wrong, as a sentence without its subject and its end; none where all fits.</summary>
    /// <param name="schema">Names and scalers.</param>
    /// <param name="inputs">The inputs of the network.</param>
    /// <param name="outputs">Its outputs.</param>
    internal static string? Complaint(DataSchema schema, int inputs, int outputs)
    {
        if (schema.ClassNames is { } names)
        {
            if (names.Count != ClassesOf(outputs))
            {
                return RowMajor.Invariant($"has {names.Count} class names, {DataSchema.Quote(names)}, but the network has {ClassesOf(outputs)} classes");
            }

            if (NameComplaint(names) is { } complaint)
            {
                return $"has {complaint} among the class names {DataSchema.Quote(names)}, but must have another name for each class";
            }
        }

        return schema.Scaler is { } scaler && scaler.FeatureCount != inputs
            ? RowMajor.Invariant($"has a scaler of {scaler.FeatureCount} features, but the network has {inputs} inputs")
            : schema.TargetScaler is { } targets && targets.FeatureCount != outputs
            ? RowMajor.Invariant($"has a target scaler of {targets.FeatureCount} targets, but the network has {outputs} outputs")
            : null;
    }

    /// <summary>What can be kept of the schema of data: of one class alone, where the network tells two apart, the name cannot.</summary>
    /// <param name="schema">The schema that the network was fitted on.</param>
    /// <param name="outputs">The outputs of the network.</param>
    internal static DataSchema ToKeep(DataSchema schema, int outputs) =>
        outputs == 1 && schema.ClassNames is { Count: 1 } ? schema with { ClassNames = null } : schema;

    /// <summary>What is wrong with a list of class names by itself, such as <c>"cat" twice</c>; none where nothing is.</summary>
    internal static string? NameComplaint(IReadOnlyList<string> names)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string name in names)
        {
            if (string.IsNullOrEmpty(name))
            {
                return name is null ? "a null" : "an empty name";
            }

            if (!UnicodeText.IsWellFormed(name))
            {
                return $"half a character in \"{DataSchema.Shown(name)}\"";
            }

            if (!seen.Add(name))
            {
                return $"\"{DataSchema.Shown(name)}\" twice";
            }
        }

        return null;
    }
}
