using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Model;

namespace Mlp.Generator.Emission;

/// <summary>
/// The names Roslyn knows a network's files by: its full metadata name in characters that file systems allow. Roslyn
/// compares them without case, and one that occurs twice takes all generated code away: names that differ by case alone
/// are told apart by a hash, and so are names too long for a file, which are cut.
/// </summary>
internal sealed class HintNames(string metadataName, EquatableArray<string> clashing)
{
    /// <summary>What a file of weights is for.</summary>
    public const string Weights = "Weights";

    /// <summary>What a file of steps is for.</summary>
    public const string Steps = "Steps";

    // File systems allow 255 bytes; suffix, extension and hash need 29.
    private const int LongestName = 200;

    private readonly string _name = Cut(metadataName).Replace('+', '.').Replace('`', '-')
        + (metadataName.Length > LongestName || clashing.Contains(metadataName, StringComparer.Ordinal) ? "-" + StableHash.Of(metadataName) : "");

    /// <summary>The hint of a file.</summary>
    /// <param name="suffix">What the file is for; empty for the surface.</param>
    public string this[string suffix] => suffix.Length == 0 ? _name + ".g.cs" : $"{_name}.{suffix}.g.cs";

    /// <summary>The hints of a network that is alone in its compilation.</summary>
    public static HintNames Alone(NetworkModel model) => new(model.Type.MetadataName, EquatableArray<string>.Empty);

    /// <summary>
    /// The names of a compilation that another one equals but for case, or that are the name of another's file of weights: a
    /// network <c>Weights</c> nested in one with weights.
    /// </summary>
    /// <param name="networks">For each network its metadata name, and whether it has a file of weights.</param>
    public static EquatableArray<string> Clashing(IEnumerable<(string MetadataName, bool HasWeights)> networks)
    {
        List<(string MetadataName, bool HasWeights)> all = [.. networks.Distinct()];
        var files = new HashSet<string>(all.Where(network => network.HasWeights).Select(network => network.MetadataName + "+" + Weights), StringComparer.OrdinalIgnoreCase);
        return all
            .Select(network => network.MetadataName)
            .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Skip(1).Any() || files.Contains(group.Key))
            .SelectMany(group => group)
            .OrderBy(name => name, StringComparer.Ordinal)
            .ToEquatableArray();
    }

    private static string Cut(string name) => name.Length > LongestName ? name.Substring(0, LongestName) : name;
}
