using System;
using System.Globalization;
using System.Threading;
using Mlp.Searching.Hosting;
using Mlp.Searching.Trials;

namespace Mlp.SearchProbe;

/// <summary>Says what workers do, a line each, with the time: what is said is there even if the process is killed behind it.</summary>
/// <param name="pause">How many milliseconds a worker waits behind each epoch, as if the next one took longer.</param>
internal sealed class SpokenWatch(int pause) : IWorkerWatch
{
    /// <inheritdoc/>
    public void Begin(string search, TrialSpec spec, TrialState? from) => Say("begin", spec.Index, spec.Rung, from is null ? 0 : 1);

    /// <inheritdoc/>
    public void AfterEpoch(string search, TrialMoment moment) => Say("epoch", moment.Spec.Index, moment.Fold, moment.Epoch);

    /// <inheritdoc/>
    public void Kept(string search, TrialSpec spec)
    {
        Say("kept", spec.Index, spec.Rung, 0);
        Thread.Sleep(pause);
    }

    /// <inheritdoc/>
    public void Complete(string search, TrialSpec spec) => Say("complete", spec.Index, spec.Rung, 0);

    /// <summary>A line: the time in ticks, a word and numbers.</summary>
    internal static void Say(string word, params int[] numbers)
    {
        string line = $"{DateTime.UtcNow.Ticks.ToString(CultureInfo.InvariantCulture)} {word} {string.Join(' ', numbers)}\n";
        lock (Console.Out)
        {
            Console.Out.Write(line);
            Console.Out.Flush();
        }
    }
}
