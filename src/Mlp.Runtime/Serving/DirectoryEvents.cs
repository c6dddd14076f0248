using System;
using System.IO;
using System.Threading;

namespace Mlp.Serving;

/// <summary>
/// The events of the directory that a file stands in, as long as there are any. They only make a look come sooner: what nobody
/// tells of, polling finds.
/// </summary>
/// <remarks>
/// Subscribed to the real directory and anew where a link has moved or the directory was replaced: on Linux events stay with the
/// directory that was there at first, and its end is not told. All but the events themselves runs on one thread.
/// </remarks>
internal sealed class DirectoryEvents(string path, Func<string, FileSystemWatcher> subscribe, LookSignal signal) : IDisposable
{
    private readonly string _directory = Path.GetDirectoryName(path) ?? path;
    private readonly string _name = Path.GetFileName(path);
    private string? _followed;
    private FileSystemWatcher? _watcher;
    private Exception? _failure;
    private bool _told;

    /// <summary>Subscribes where that is needed; to be called before each look.</summary>
    /// <returns>Why there are no events any more; none where there are, or where that was said before.</returns>
    internal Exception? Follow()
    {
        Exception? failure = Interlocked.Exchange(ref _failure, null);
        if (failure is not null)
        {
            Dispose();
        }

        string? real = Directory.Exists(_directory) ? SymbolicLinks.Resolve(_directory) : null;
        if (real != _followed)
        {
            Dispose();
        }

        if (real is not null && _watcher is null)
        {
            try
            {
                Subscribe(real);
            }
            catch (Exception exception)
            {
                // The system's limit of subscriptions, a file system or a platform without events.
                Dispose();
                failure ??= exception;
            }
        }

        return failure is not null && !Interlocked.Exchange(ref _told, true) ? failure : null;
    }

    public void Dispose()
    {
        _watcher?.Dispose();
        _watcher = null;
        _followed = null;
    }

    private void Subscribe(string directory)
    {
        _followed = directory;
        _watcher = subscribe(directory);
        _watcher.NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size | NotifyFilters.CreationTime;
        _watcher.Created += Happened;
        _watcher.Changed += Happened;
        _watcher.Deleted += Happened;
        _watcher.Renamed += (_, change) => Happened(change.Name, change.OldName);
        _watcher.Error += (_, error) => Failed(error.GetException());
        _watcher.EnableRaisingEvents = true;
    }

    private void Happened(object sender, FileSystemEventArgs change) => Happened(change.Name, null);

    private void Happened(string? name, string? oldName)
    {
        // Events work: if they fail once more, that is news.
        Volatile.Write(ref _told, false);
        signal.Wake(IsTheFile(name) || IsTheFile(oldName));
    }

    // Some file systems do not tell upper from lower case. One look too many does no harm.
    private bool IsTheFile(string? name) => string.Equals(name, _name, StringComparison.OrdinalIgnoreCase);

    private void Failed(Exception exception)
    {
        // Where too many events came at once only they are lost, and the subscription goes on.
        if (exception is not InternalBufferOverflowException)
        {
            Volatile.Write(ref _failure, exception);
        }

        signal.Wake(named: true);
    }
}
