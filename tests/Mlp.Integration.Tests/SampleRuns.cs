using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Mlp.Integration.Tests;

/// <summary>Runs of samples that the tests of a class look at together: each sample runs once with each seed.</summary>
public sealed class SampleRuns : IDisposable
{
    private readonly Dictionary<(string Sample, int Seed), SampleRun> _runs = [];

    /// <summary>The run of a sample with a seed, which is not to be disposed.</summary>
    internal async Task<SampleRun> Of(string sample, int seed = 0)
    {
        if (!_runs.TryGetValue((sample, seed), out SampleRun? run))
        {
            run = _runs[(sample, seed)] = await SampleRun.Of(sample, seed);
        }

        return run;
    }

    public void Dispose()
    {
        foreach (SampleRun run in _runs.Values)
        {
            run.Dispose();
        }
    }
}
