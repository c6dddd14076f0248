using System;
using System.Collections.Generic;
using System.Linq;

namespace Mlp.Benchmarks.Peers;

/// <summary>What all contenders said of one work.</summary>
/// <param name="Work">The work.</param>
/// <param name="Answers">The fastest answer of each contender, by name.</param>
internal sealed record Measurement(Work Work, IReadOnlyDictionary<string, Answer> Answers)
{
    /// <summary>Results further apart than this part of the largest number are not the same function's.</summary>
    private const double Tolerance = 1e-4;

    /// <summary>Our own answer.</summary>
    public Answer Ours => Answers["Mlp"];

    /// <summary>GFLOP/s of the emitted network.</summary>
    public double Speed => Work.Operations / Ours.Nanoseconds!.Value;

    /// <summary>Nanoseconds a sample of a contender; null where there is no time that counts.</summary>
    public double? Time(string contender) =>
        Answers.TryGetValue(contender, out Answer? answer) && !Disagrees(answer) ? answer.Nanoseconds : null;

    /// <summary>How many times as long as we a contender takes.</summary>
    public double? Ratio(string contender) => Time(contender) / Ours.Nanoseconds;

    /// <summary>The ratio to the fastest of some contenders.</summary>
    public double? RatioToBest(IEnumerable<string> contenders) => contenders.Min(Ratio);

    /// <summary>The greatest difference of a contender's result from ours, as a part of the largest number; null without a result.</summary>
    public double? Difference(Answer answer)
    {
        if (answer.Result is null)
        {
            return null;
        }

        float[] ours = Ours.Result!;
        if (answer.Result.Length != ours.Length)
        {
            return double.PositiveInfinity;
        }

        double largest = ours.Max(Math.Abs);
        double difference = ours.Zip(answer.Result, (a, b) => (double)Math.Abs(a - b)).Max();
        return double.IsNaN(difference) ? double.PositiveInfinity : difference / largest;
    }

    /// <summary>Whether a contender computed something else.</summary>
    public bool Disagrees(Answer answer) => Difference(answer) > Tolerance;
}
