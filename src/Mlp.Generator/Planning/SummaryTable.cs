using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;

namespace Mlp.Generator.Planning;

/// <summary>The table of a network that a user sees: layers, output sizes, parameters, floating-point operations.</summary>
internal static class SummaryTable
{
    public static IReadOnlyList<string> Lines(NetworkModel model)
    {
        var rows = new List<string[]> { new[] { "layer", "output", "activation", "parameters", "operations" } };
        rows.Add(["input", ShapeOf(model.Layers[0].Input), "", "", ""]);
        for (int index = 0; index < model.Layers.Count; index++)
        {
            LayerModel layer = model.Layers[index];
            rows.Add(
            [
                $"{layer.Kind.ToLowerInvariant()} {(index + 1).ToString(CultureInfo.InvariantCulture)}",
                ShapeOf(layer.Output),
                layer.EndsInActivation || index == model.Layers.Count - 1 ? model.ShownActivation(index).ToString() : "",
                Numeral.Grouped(layer.ParameterCount),
                Numeral.Grouped(layer.OperationsPerSample),
            ]);
        }

        rows.Add(["total", "", model.Head.Loss.ToString(), Numeral.Grouped(model.ParameterCount), Numeral.Grouped(model.OperationsPerSample)]);
        int[] widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        var lines = rows.Select(row => string.Join("  ", row.Select((cell, column) => Align(cell, widths[column], column))).TrimEnd()).ToList();
        string rule = new('─', lines.Max(line => line.Length));
        lines.Insert(1, rule);
        lines.Insert(lines.Count - 1, rule);
        return lines;
    }

    // Words to the left, numbers to the right.
    private static string Align(string cell, int width, int column) =>
        column is 0 or 2 ? cell.PadRight(width) : cell.PadLeft(width);

    private static string ShapeOf(Shape shape) => shape.Extents.Count == 1 ? Numeral.Grouped(shape.Size) : shape.Spoken;
}
