using System;

namespace Mlp.Training;

/// <summary>
/// Hands each epoch's report to an action at once, on the thread that trains, before the next epoch begins. A
/// <see cref="Progress{T}"/> posts reports to other threads, where they may come late and in another order.
/// </summary>
/// <example><code>Trainer.Fit(network, data, options, new EpochProgress(report =&gt; Console.WriteLine(report)));</code></example>
public sealed class EpochProgress : IProgress<EpochReport>
{
    private readonly Action<EpochReport> _action;

    /// <summary>Progress that is an action.</summary>
    /// <param name="action">Is given each report. An exception of it ends the training and reaches its caller.</param>
    /// <exception cref="ArgumentNullException">There is no action.</exception>
    public EpochProgress(Action<EpochReport> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        _action = action;
    }

    /// <inheritdoc/>
    public void Report(EpochReport value) => _action(value);
}
