using System.Collections.Generic;
using System.IO;
using System.Linq;
using Spectre.Console;

namespace Mlp.Tool.Verification;

/// <summary>What a comparison has shown.</summary>
/// <param name="model">The file.</param>
/// <param name="samples">How many samples there were.</param>
/// <param name="runtime">Whose answers the others are.</param>
/// <param name="comparisons">The largest difference of each output.</param>
/// <param name="tolerance">The largest difference that is allowed.</param>
internal sealed class VerifyReport(ModelFile model, int samples, string runtime, IReadOnlyList<Comparison> comparisons, double tolerance)
{
    private const int MostRows = 20;

    /// <summary>Whether all differences are allowed.</summary>
    public bool IsRight => Worst.Difference <= tolerance;

    private Comparison Worst => comparisons.MaxBy(static comparison => comparison.Difference)!;

    /// <summary>Prints all of it.</summary>
    public void Print(IAnsiConsole console)
    {
        string asked = model.Output.Name;
        string compared = model.Imported.Output.Tensor;
        string by = compared == asked ? "" : $", by its probabilities \"{compared}\"";
        TerminalText.PrintLine(console, $"{Path.GetFileName(model.FilePath)} up to \"{asked}\"{by}: the emitted code against {runtime}, {samples:N0} samples");
        Table table = new Table().RoundedBorder().AddColumns("output", "largest difference", "at sample", "emitted code", "ONNX Runtime");
        Comparison[] shown = [.. comparisons.OrderByDescending(static comparison => comparison.Difference).Take(MostRows).OrderBy(static comparison => comparison.Output)];
        foreach (Comparison comparison in shown)
        {
            table.AddRow(Markup.Escape(TerminalText.Of(NameOf(comparison.Output))), $"{comparison.Difference:G2}", $"{comparison.Sample + 1:N0}", $"{comparison.Ours:G9}", $"{comparison.Theirs:G9}");
        }

        console.Write(table);
        if (shown.Length < comparisons.Count)
        {
            TerminalText.PrintLine(console, $"These are the {shown.Length} of {comparisons.Count:N0} outputs that are farthest apart.");
        }

        TerminalText.PrintLine(console, IsRight
            ? $"They agree: the largest difference is {Worst.Difference:G2} of the largest output, and {tolerance:G2} is allowed."
            : $"They differ: by {Worst.Difference:G2} of the largest output, where {tolerance:G2} is allowed.");
    }

    private string NameOf(int output) => model.Imported.ClassNames is { } names && names.Count == comparisons.Count ? names[output] : $"{output + 1:N0}";
}
