using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Mlp.Benchmarks.Peers;

/// <summary>docs/performance.md, written whole from one run.</summary>
internal static class PerformanceDocument
{
    /// <summary>The text of the document.</summary>
    public static string Write(PeersReport report)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            # Performance

            Written by one run of the command below; do not edit. Everything in it was measured in the same minutes, on one
            thread, and ratios within one table are what to read: absolute times move with the machine and its neighbours.
            The last section, if it is there, has a command of its own.

            ```
            bench/peers/install.sh                                         # the peers, once
            dotnet run -c Release --project bench/Mlp.Benchmarks -- peers  # some ten minutes; --quick for an impression only
            ```

            | | |
            |---|---|
            | processor | {Machine.Processor} |
            | cores | {Machine.Cores}, one used |
            | vectors | {Machine.VectorBits} bits; measured at {string.Join(" and at ", report.Widths.Select(width => width.Width.Bits))} |
            | runtime | {Machine.Runtime} |

            A ratio is the peer's time over ours. Floating-point operations of a sample: forward 2 Σ in·out over the layers, and of a
            convolution as much at each of its positions; training and gradients three times that, without the error of the network's
            own input, which would be the first layer's operations once more. Pools, activations and optimizers have none.
            The peak is fused multiply-adds on independent accumulators, in C#, the best of the run at that width.

            4-16-3 has dense layers alone: 4 inputs, 16 units, 3 outputs. Networks with other layers:

            """);
        LayersTable.Write(text, report.Widest.Measurements);
        foreach (WidthReport width in report.Widths)
        {
            WidthSection.Write(text, width);
        }

        WriteAnyWidth(text, report.Widest);
        MethodSection.Write(text, report);
        return text.ToString();
    }

    private static void WriteAnyWidth(StringBuilder text, WidthReport report)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n## Heap and first call\n\n{MarkdownFloors.Head}");
        MarkdownFloors.Write(text, report, Floor.AtAnyWidth);
        text.Append("""

            The first Forward is construction and the call, by the clock of a fresh process, the median of many. Whole processes
            over an empty one took
            """);
        text.Append(' ');
        text.AppendJoin(" and ", report.FirstCalls.Select(time => string.Create(CultureInfo.InvariantCulture, $"{time.Whole:0.0} ms with {time.Shape}")));
        text.Append(".\n\nBytes that a call allocates on the managed heap, by way to call:\n\n");
        text.Append(CultureInfo.InvariantCulture, $"| work | {string.Join(" | ", PeerNames.Packages)} |\n|---|{string.Concat(PeerNames.Packages.Select(_ => "---:|"))}\n");
        foreach (Measurement one in report.Measurements)
        {
            IEnumerable<string> cells = PeerNames.Packages.Select(name => Cells.HeapBytes(one, name));
            text.Append(CultureInfo.InvariantCulture, $"| {one.Work} | {string.Join(" | ", cells)} |\n");
        }
    }
}
