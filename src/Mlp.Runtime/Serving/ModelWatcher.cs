using System;
using System.Threading;
using System.Threading.Tasks;

namespace Mlp.Serving;

/// <summary>Watches a model file on a thread of its own, and exchanges a holder's network when a good one comes.</summary>
/// <typeparam name="TNetwork">The network.</typeparam>
/// <remarks>
/// <para>
/// A file that looks different is left alone until it has not changed for <see cref="ModelWatcherOptions.QuietTime"/>. Then it is
/// read once, hashed, loaded, checked by its canary, and only then published. If anything fails on the way, the network in
/// service stays, and the failure is reported. Content is compared by its hash, so a touch does nothing. A file with the same
/// time and length is read once a minute all the same, because <c>rsync --inplace -t</c> and restored archives may write another
/// file with the same time and length.
/// </para>
/// <para>
/// A rename over the file, writing in place, deletion and return, and links that move anywhere on the path, as in a Kubernetes
/// ConfigMap, are all found by polling; events of the file system make it sooner. The first look finds out whether the file is
/// the one in service.
/// </para>
/// <para>
/// The network is loaded and verified on the watcher's thread; readers of the holder never wait. While a network is loaded, the
/// file's bytes and two networks are in memory.
/// </para>
/// </remarks>
public sealed class ModelWatcher<TNetwork> : IDisposable, IAsyncDisposable
    where TNetwork : IPredictor<TNetwork>
{
    private readonly ModelFile<TNetwork> _file;
    private readonly ModelWatcherOptions _options;
    private readonly IProgress<ExchangeReport>? _progress;
    private readonly LookSignal _signal;
    private readonly FileExchange<TNetwork> _exchange;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Thread _thread;
    private ExchangeReport? _lastReport;
    private ExchangeReport? _failure;

    /// <summary>Begins to watch.</summary>
    /// <param name="holder">Gets the networks. Others may publish to it too: the file's next content then replaces theirs.</param>
    /// <param name="file">The file; it may be missing.</param>
    /// <param name="options">How to watch; without them <c>new ModelWatcherOptions()</c>.</param>
    /// <param name="progress">
    /// Gets each report on the watcher's thread, before the next look; an exception that it throws is ignored.
    /// </param>
    /// <exception cref="ArgumentNullException">The holder or the file is null.</exception>
    public ModelWatcher(
        ModelHolder<TNetwork> holder,
        ModelFile<TNetwork> file,
        ModelWatcherOptions? options = null,
        IProgress<ExchangeReport>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(holder);
        ArgumentNullException.ThrowIfNull(file);
        Holder = holder;
        _file = file;
        _options = options ?? new ModelWatcherOptions();
        _progress = progress;
        _signal = new LookSignal(_options.TimeProvider);
        _exchange = new FileExchange<TNetwork>(holder, file, _options, () => _signal.Stopped, Tell);
        _thread = new Thread(Watch) { IsBackground = true, Name = "Mlp model watcher" };

        // Not with the caller's context, which would be kept alive: a request or an activity may have come along.
        _thread.UnsafeStart();
    }

    /// <summary>The holder whose network is exchanged.</summary>
    public ModelHolder<TNetwork> Holder { get; }

    /// <summary>The last report, on any thread; none before the first.</summary>
    public ExchangeReport? LastReport => Volatile.Read(ref _lastReport);

    /// <summary>
    /// Why the file is not in service, for a health check on any thread: the last failure, until the file is exchanged or found
    /// unchanged. Null if nothing is wrong with the file. Missing events of the file system are not a failure of the file.
    /// </summary>
    public ExchangeReport? Failure => Volatile.Read(ref _failure);

    /// <summary>
    /// Ends watching and waits until the thread has ended, a call of the load delegate included: after it nothing is published
    /// and nothing reported. The holder stays as it is. Called from a delegate or a report on the watcher's own thread, it does
    /// not wait, and nothing more is published either. May be called again.
    /// </summary>
    public void Dispose()
    {
        _signal.Stop();
        if (Thread.CurrentThread != _thread)
        {
            _thread.Join();
        }
    }

    /// <inheritdoc cref="Dispose"/>
    public ValueTask DisposeAsync()
    {
        _signal.Stop();
        return Thread.CurrentThread == _thread ? ValueTask.CompletedTask : new ValueTask(_ended.Task);
    }

    private void Watch()
    {
        using (_signal)
        using (var events = new DirectoryEvents(_file.Path, _options.Subscribe, _signal))
        {
            while (!_signal.Stopped)
            {
                _signal.Wait(Look(events));
            }
        }

        _ended.SetResult();
    }

    private LookPause Look(DirectoryEvents events)
    {
        try
        {
            // Events first: what happens after this look, or during it, leads to another.
            if (_options.UseEvents && events.Follow() is { } failure)
            {
                Tell(NewReport(ExchangeOutcome.PollingOnly, failure));
            }

            return _exchange.Look(_signal.Take());
        }
        catch (Exception exception)
        {
            // Nothing is known to come here; but from this thread it would end the process.
            Tell(NewReport(ExchangeOutcome.Unreadable, exception));
            return new LookPause(_options.PollingInterval, _options.PollingInterval);
        }
    }

    private ExchangeReport NewReport(ExchangeOutcome outcome, Exception exception) => new()
    {
        Outcome = outcome,
        Path = _file.Path,
        At = _options.TimeProvider.GetUtcNow(),
        Version = Holder.Current.Version,
        Exception = exception,
    };

    private void Tell(ExchangeReport report)
    {
        if (_signal.Stopped)
        {
            return;
        }

        Volatile.Write(ref _lastReport, report);
        if (report.Outcome != ExchangeOutcome.PollingOnly)
        {
            Volatile.Write(ref _failure, report.Exception is null ? null : report);
        }

        try
        {
            _progress?.Report(report);
        }
        catch (Exception)
        {
            // A listener that fails is no reason to stop, and there is nobody else to tell.
        }
    }
}
