using System;
using System.Diagnostics;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Mlp.Searching;
using Mlp.Searching.Queue;
using Mlp.Searching.Space;
using Mlp.Training;

namespace Mlp.SearchProbe;

/// <summary>What a search in process takes: beside the plain loop, with one worker and with two, and with many short trials.</summary>
internal static class SpeedReport
{
    private const int Rounds = 3;
    private const int ShortTrials = 10_000;

    /// <summary>Measures and prints. It wants a quiet machine.</summary>
    internal static async Task Print(int trials)
    {
        SearchSpace space = SearchSpace.Of<SlowNet>().LearningRate(Values.Logarithmic(1e-3, 0.1));
        Dataset data = ProbeSearch.Data(2_000);
        var options = new SearchOptions { Trials = trials, Epochs = 150, Training = new TrainerOptions { BatchSize = 32 } };
        SearchDefinition definition = SearchDefinition.Of(space, data, options);
        await Search.Run(space, data, options with { Trials = 4 });

        // In turns, and the fastest of each: what else the machine does shows in one of them or in both.
        (double plain, double start, double one, double two) = (double.MaxValue, double.MaxValue, double.MaxValue, double.MaxValue);
        for (int round = 0; round < Rounds; round++)
        {
            plain = Math.Min(plain, await Seconds(() => Task.Run(() => PlainSearch.Run(definition, data, null, CancellationToken.None))));
            start = Math.Min(start, await Seconds(() => Search.Run(space, data, options with { Trials = 1, Workers = 1 })));
            one = Math.Min(one, await Seconds(() => Search.Run(space, data, options with { Workers = 1 })));
            two = Math.Min(two, await Seconds(() => Search.Run(space, data, options with { Workers = 2 })));
        }

        start -= plain / trials;
        (one, two) = (one - start, two - start);
        Say($"a trial of the plain loop: {1000 * (plain / trials):0.0} ms");
        Say($"start and end of a silo: {start:0.00} s");
        Say($"one worker: {100 * ((one / plain) - 1):0.0} % more than the plain loop");
        Say($"two workers: {one / two:0.00} x one worker");

        Dataset few = ProbeSearch.Data(200);
        SearchOptions many = options with { Trials = ShortTrials, Epochs = 5, Workers = 2 };
        long before = Live();
        long most = 0;
        int reports = 0;
        var progress = new Hearing(report =>
        {
            if (++reports % 1000 == 0)
            {
                long live = Live() - before;
                most = Math.Max(most, live);
                Say($"  {report.Finished} trials: {live / 1024} KB more than at the beginning");
            }
        });
        double seconds = await Seconds(() => Search.Run(space, few, many, progress));
        Say($"{ShortTrials} short trials: {seconds:0.0} s, {1000 * (seconds / ShortTrials):0.00} ms each");
    }

    private static async Task<double> Seconds(Func<Task> work)
    {
        long begin = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(begin).TotalSeconds;
    }

    private static long Live() => GC.GetTotalMemory(forceFullCollection: true);

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
