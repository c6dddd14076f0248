using System;
using System.Threading;
using Mlp.Searching.Trials;

namespace Mlp.Searching.Hosting;

/// <summary>A trial that a host has.</summary>
/// <param name="spec">What is done.</param>
internal sealed class RunningTrial(TrialSpec spec) : IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();

    /// <summary>What is done.</summary>
    internal TrialSpec Spec => spec;

    /// <summary>Ends it.</summary>
    internal CancellationToken Cancellation => _cancellation.Token;

    /// <summary>Whether somebody else has it, so that it need not be given back.</summary>
    internal bool IsLost { get; private set; }

    /// <summary>It is to end.</summary>
    /// <param name="isLost">Whether somebody else has it.</param>
    internal void Abandon(bool isLost)
    {
        IsLost |= isLost;
        _cancellation.Cancel();
    }

    /// <inheritdoc/>
    public void Dispose() => _cancellation.Dispose();
}
