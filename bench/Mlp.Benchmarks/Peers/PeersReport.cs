using System.Collections.Generic;
using System.Linq;

namespace Mlp.Benchmarks.Peers;

/// <summary>Everything one run measured.</summary>
/// <param name="Peaks">GFLOP/s of fused multiply-adds by vector width, the best of the run.</param>
/// <param name="Contenders">Name and versions, ours first.</param>
/// <param name="Measurements">One for each work.</param>
/// <param name="Narrow">GFLOP/s of 784-128-10's batch and the 256-bit peak in a process without 512-bit vectors.</param>
/// <param name="HeapBytes">The most heap bytes of a call.</param>
/// <param name="FirstCalls">Times to a first result.</param>
internal sealed record PeersReport(
    IReadOnlyDictionary<int, double> Peaks,
    IReadOnlyList<(string Name, string About)> Contenders,
    IReadOnlyList<Measurement> Measurements,
    (double Batch, double Peak)? Narrow,
    double HeapBytes,
    IReadOnlyList<FirstCallTime> FirstCalls)
{
    /// <summary>The peak of the widest vectors.</summary>
    public double Peak => Peaks.Values.Max();

    /// <summary>The measurement of a work.</summary>
    public Measurement Of(string shape, Call call) => Measurements.Single(one => one.Work.Shape.Name == shape && one.Work.Call == call);
}
