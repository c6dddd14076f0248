using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Mlp.Benchmarks.Peers;

/// <summary>The part of the document that shows one width: what was reached, and every time.</summary>
internal static class WidthSection
{
    /// <summary>Writes it.</summary>
    public static void Write(StringBuilder text, WidthReport report)
    {
        IEnumerable<string> peaks = report.Peaks.Select(peak => string.Create(CultureInfo.InvariantCulture, $"{peak.Value:0} GFLOP/s at {peak.Key} bits"));
        text.Append(CultureInfo.InvariantCulture, $"\n## {report.Width}\n\nOn {Machine.Processor}. The peak: {string.Join(", ", peaks)}.\n");
        if (report.Width.Bits == 256)
        {
            text.Append("""

                What a processor with AVX2 and no AVX-512 runs: our processes have DOTNET_EnableAVX512=0 and check that it took
                effect; g++ compiles for x86-64-v3; OpenBLAS, ATen and oneDNN below PyTorch are told to use AVX2.

                """);
        }

        foreach (Introduction contender in report.Contenders.Where(contender => !contender.KeepsToWidth))
        {
            text.Append(CultureInfo.InvariantCulture, $"""
                {contender.Name} asks the processor and has no switch: its vectors are wider than those of this section (†), and it is
                not among the native peers of the floors.

                """);
        }

        WriteFloors(text, report);
        WriteTimes(text, report);
    }

    private static void WriteFloors(StringBuilder text, WidthReport report)
    {
        if (Floor.At(report.Width) is not { Count: > 0 } floors)
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"""

            ### Reach at {report.Width}

            The native peers of one sample: {string.Join(", ", report.NativePeers)}.

            {MarkdownFloors.Head}
            """);
        MarkdownFloors.Write(text, report, floors);
        if (report.Width.Bits == 512)
        {
            text.Append("| SimpleChains.jl, the gradient row above: published by its authors, on their machine, not measured here | | about 57 GFLOP/s a core | quoted |\n");
        }

        text.Append("\nRows under their floor have their reasons in [kernels.md](kernels.md#rows-under-their-floor).\n");
    }

    private static void WriteTimes(StringBuilder text, WidthReport report)
    {
        text.Append(CultureInfo.InvariantCulture, $"""

            ### Nanoseconds a sample at {report.Width}

            In brackets the ratio to Mlp. A star: timed, though not the same function (see below); a dash: not done.


            """);
        IEnumerable<string> names = report.Contenders.Select(contender => contender.Name);
        text.Append(CultureInfo.InvariantCulture, $"| work | {string.Join(" | ", names)} | Mlp's GFLOP/s | of the peak |\n");
        text.Append(CultureInfo.InvariantCulture, $"|---|{string.Concat(names.Select(_ => "---:|"))}---:|---:|\n");
        foreach (Measurement one in report.Measurements)
        {
            IEnumerable<string> cells = report.Contenders.Select(contender => Cells.Time(one, contender));
            text.Append(CultureInfo.InvariantCulture, $"| {one.Work} | {string.Join(" | ", cells)} | {one.Speed:0.0} | {one.Speed / report.Peak:0.00} |\n");
        }
    }
}
