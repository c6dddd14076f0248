using System.Collections.Generic;

namespace Mlp.Benchmarks.Peers;

/// <summary>Everything one run measured.</summary>
/// <param name="Widths">A report for each width, widest first.</param>
internal sealed record PeersReport(IReadOnlyList<WidthReport> Widths)
{
    /// <summary>The report of the machine's own width.</summary>
    public WidthReport Widest => Widths[0];
}
