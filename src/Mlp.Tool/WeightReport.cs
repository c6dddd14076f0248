using System.Collections.Generic;
using System.IO;
using System.Linq;
using Mlp.Serialization;
using Mlp.Text;
using Spectre.Console;

namespace Mlp.Tool;

/// <summary>What is in a weight file: its tensors, and what it knows of its network and its data.</summary>
/// <param name="file">The path of the file.</param>
/// <param name="network">The network that it says it is from; null where it does not say.</param>
/// <param name="metadata">What it knows of its data.</param>
/// <param name="tensors">A row for each tensor.</param>
internal sealed class WeightReport(string file, string? network, NetworkMetadata metadata, IReadOnlyList<string[]> tensors)
{
    /// <summary>Reads a file.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="allowDouble">Whether F64 is read, and rounded.</param>
    /// <exception cref="WeightFileException">It is no weight file, or a damaged one.</exception>
    /// <exception cref="IOException">It is not there.</exception>
    internal static WeightReport Of(string file, bool allowDouble)
    {
        using FileStream stream = WeightPath.OpenRead(file);
        var input = new SafetensorsInput(stream);
        SafetensorsHeader header = HeaderReader.Read(input.ReadHeader(), [NetworkSignature.Key, .. NetworkMetadata.Keys]);
        NetworkMetadata metadata = NetworkMetadata.Read(header.Metadata[1..]);
        ByteChunks data = input.ReadData(TensorCoverage.Check(header));
        var rows = new List<string[]>();
        foreach (ref readonly TensorEntry entry in header.Tensors)
        {
            rows.Add([QuotedText.Of(header.NameOf(entry)), entry.Type.ToString(), entry.Shape.ToString(), .. Values(data, entry, allowDouble)]);
        }

        return new WeightReport(file, NetworkSignature.Quote(header), metadata, rows);
    }

    /// <summary>Prints all of it.</summary>
    internal void Print(IAnsiConsole console)
    {
        TerminalText.PrintLine(console, $"{Path.GetFileName(file)}: {tensors.Count} tensors, {new FileInfo(file).Length:N0} bytes");
        Table table = new Table().RoundedBorder().AddColumns("tensor", "type", "shape", "values", "least", "greatest", "mean");
        foreach (string[] row in tensors)
        {
            table.AddRow([.. row.Select(static cell => Markup.Escape(TerminalText.Of(cell)))]);
        }

        console.Write(table);
        foreach (string line in Lines())
        {
            TerminalText.PrintLine(console, line);
        }
    }

    private IEnumerable<string> Lines()
    {
        yield return network is null ? "It does not say which network it is from." : $"It is from a network {network}.";
        if (metadata.Schema is { } schema)
        {
            yield return $"Its data: {schema}.";
        }

        if (metadata.Canary is { } canary)
        {
            yield return $"It has a canary of {canary.InputSize} inputs and {canary.OutputSize} outputs.";
        }
    }

    private static string[] Values(ByteChunks data, in TensorEntry entry, bool allowDouble)
    {
        int[] extents = [.. entry.Extents[..entry.Rank].ToArray().Select(extent => (int)long.Min(extent, int.MaxValue))];
        long count = extents.Aggregate(1L, static (product, extent) => product * extent);
        if (!ElementTypes.IsRead(entry.Type, allowDouble) || count is 0 or > int.MaxValue)
        {
            return [$"{count:N0}", "", "", ""];
        }

        float[] values = TensorValues.Read(data, entry, extents);
        return [$"{count:N0}", $"{values.Min():G4}", $"{values.Max():G4}", $"{values.Average():G4}"];
    }
}
