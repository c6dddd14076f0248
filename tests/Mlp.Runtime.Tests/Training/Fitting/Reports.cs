using System;
using System.Collections.Generic;
using Mlp.Training;

namespace Mlp.Runtime.Tests.Training.Fitting;

/// <summary>Progress that is told at once, on the same thread.</summary>
internal sealed class Reports(Action<EpochReport>? then = null) : IProgress<EpochReport>
{
    internal List<EpochReport> All { get; } = [];

    public void Report(EpochReport value)
    {
        All.Add(value);
        then?.Invoke(value);
    }
}
