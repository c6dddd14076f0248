using System.Collections.Generic;
using System.Linq;

namespace Mlp.Benchmarks.Peers;

/// <summary>Everything that was measured at one width.</summary>
/// <param name="Width">The width.</param>
/// <param name="Peaks">GFLOP/s of fused multiply-adds by vector width, the best of the run.</param>
/// <param name="Contenders">Who was measured, ours first.</param>
/// <param name="Measurements">One for each work.</param>
/// <param name="FirstCalls">Times to a first result.</param>
internal sealed record WidthReport(
    VectorWidth Width,
    IReadOnlyDictionary<int, double> Peaks,
    IReadOnlyList<Introduction> Contenders,
    IReadOnlyList<Measurement> Measurements,
    IReadOnlyList<FirstCallTime> FirstCalls)
{
    /// <summary>The peak of the width.</summary>
    public double Peak => Peaks[Width.Bits];

    /// <summary>Those that a ratio to the best native peer means: a peer with wider vectors than ours is none.</summary>
    public IEnumerable<string> NativePeers => Contenders
        .Where(contender => contender.KeepsToWidth && PeerNames.Native.Contains(contender.Name))
        .Select(contender => contender.Name);

    /// <summary>The most heap bytes of a call of ours.</summary>
    public double? HeapBytes => Measurements.Max(one => one.Ours.HeapBytes?.Values.Max());

    /// <summary>The measurement of a work.</summary>
    public Measurement Of(string network, Call call) => Measurements.Single(one => one.Work.Network.Name == network && one.Work.Call == call);
}
