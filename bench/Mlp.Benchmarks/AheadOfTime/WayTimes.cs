using System.Collections.Generic;
using System.Linq;

namespace Mlp.Benchmarks.AheadOfTime;

/// <summary>What was measured of a network in a program that was published in one way.</summary>
/// <param name="FirstForward">Milliseconds of construction and first Forward, over those of nothing: the median.</param>
/// <param name="Process">Milliseconds of a whole process with them: the median.</param>
/// <param name="OneSample">Nanoseconds of a sample: the fastest.</param>
internal sealed record WayTimes(double FirstForward, double Process, double OneSample)
{
    /// <summary>Measures all ways in rounds, so that all meet the same moods of the machine.</summary>
    /// <param name="ways">The ways.</param>
    /// <param name="shape">The shape of the network.</param>
    /// <param name="rounds">How often each is asked for its first call; for its speed, a quarter of that.</param>
    public static IReadOnlyList<WayTimes> Of(IReadOnlyList<PublishedWay> ways, string shape, int rounds)
    {
        (List<double> First, List<double> Nothing, List<double> Whole, List<double> One)[] times = [.. ways.Select(_ => (new List<double>(), new List<double>(), new List<double>(), new List<double>()))];
        for (int round = 0; round < rounds; round++)
        {
            for (int way = 0; way < ways.Count; way++)
            {
                (double first, double whole) = ways[way].Ask("first", shape);
                times[way].First.Add(first);
                times[way].Whole.Add(whole);
                times[way].Nothing.Add(ways[way].Ask("first", "none").Answer);
                if (round % 4 == 0)
                {
                    times[way].One.Add(ways[way].Ask("one", shape).Answer);
                }
            }
        }

        return [.. times.Select(way => new WayTimes(Median(way.First) - Median(way.Nothing), Median(way.Whole), way.One.Min()))];
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
