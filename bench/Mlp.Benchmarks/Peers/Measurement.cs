using System;
using System.Collections.Generic;
using System.Linq;

namespace Mlp.Benchmarks.Peers;

/// <summary>What all contenders reached at one work.</summary>
/// <param name="Work">The work.</param>
/// <param name="Outcomes">The outcome of each contender, by name.</param>
internal sealed record Measurement(Work Work, IReadOnlyDictionary<string, Outcome> Outcomes)
{
    /// <summary>Our own outcome.</summary>
    public Outcome Ours => Outcomes[PeerNames.Mlp];

    /// <summary>GFLOP/s of the emitted network.</summary>
    public double Speed => Work.Operations / Ours.Nanoseconds!.Value;

    /// <summary>Compares each contender's answer with ours.</summary>
    public static Measurement Of(Work work, IReadOnlyDictionary<string, Answer> answers)
    {
        float[] ours = answers[PeerNames.Mlp].Result!;
        return new(work, answers.ToDictionary(
            pair => pair.Key,
            pair => new Outcome(pair.Value.Nanoseconds, Difference(ours, pair.Value.Result), pair.Value.HeapBytes, pair.Value.Remark)));
    }

    /// <summary>Nanoseconds a sample of a contender; null where there is no time that counts.</summary>
    public double? Time(string contender) =>
        Outcomes.TryGetValue(contender, out Outcome? outcome) && !outcome.Disagrees ? outcome.Nanoseconds : null;

    /// <summary>How many times as long as we, or another contender, a contender takes.</summary>
    public double? Ratio(string contender, string to = PeerNames.Mlp) => Time(contender) / Time(to);

    private static double? Difference(float[] ours, float[]? theirs)
    {
        if (theirs is null)
        {
            return null;
        }

        if (theirs.Length != ours.Length)
        {
            return double.PositiveInfinity;
        }

        double largest = ours.Max(Math.Abs);
        double difference = ours.Zip(theirs, (a, b) => (double)Math.Abs(a - b)).Max();
        return double.IsNaN(difference) ? double.PositiveInfinity : difference / largest;
    }
}
