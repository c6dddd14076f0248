using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Mlp.Benchmarks.Peers;

/// <summary>The part of the document that says what networks are measured whose name does not say it: those with layers other than dense ones.</summary>
internal static class LayersTable
{
    /// <summary>Writes it.</summary>
    public static void Write(StringBuilder text, IEnumerable<Measurement> measurements)
    {
        text.Append("\n| network | a sample, and what each layer makes of it | operations forward | in training |\n|---|---|---:|---:|\n");
        foreach (MeasuredNetwork network in measurements.Select(one => one.Work.Network).Distinct().Where(network => network.Layers.Any(layer => layer.Kind != LayerKind.Dense)))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {network.Name} | {Sizes(network.InputShape)}; {string.Join("; ", network.Layers.Select(Words))} | {network.ForwardOperations:#,0} | {network.TrainingOperations:#,0} |\n");
        }
    }

    private static string Words(LayerDescription layer)
    {
        string window = layer.Window is { } taps ? $" of {Sizes(taps.Kernel)}" : "";
        string activation = layer.Activation == Activation.Identity ? "" : $" {layer.Activation}";
        return $"{layer.Kind}{window}{activation}: {Sizes(layer.OutputShape)}";
    }

    private static string Sizes(IReadOnlyList<int> sizes) => string.Join(" × ", sizes.Select(size => size.ToString("#,0", CultureInfo.InvariantCulture)));
}
