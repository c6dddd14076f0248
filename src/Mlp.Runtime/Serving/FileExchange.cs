using System;
using System.IO;

namespace Mlp.Serving;

/// <summary>Decides at each look whether a model file is to be read, and does all that follows; used on one thread.</summary>
internal sealed class FileExchange<TNetwork>(
    ModelHolder<TNetwork> holder, ModelFile<TNetwork> file, ModelWatcherOptions options, Func<bool> stopped, Action<ExchangeReport> tell)
    where TNetwork : IPredictor<TNetwork>
{
    // A file that is replaced again and again would never be quiet for long enough, but each replacement may be whole.
    private const int MostQuietTimes = 10;

    private static readonly TimeSpan LongestRetry = TimeSpan.FromMinutes(1);

    // A file written over in place, and given its old time again, looks the same for ever: only its content tells.
    private static readonly TimeSpan ContentInterval = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _time = options.TimeProvider;

    // What the file looked like at the last look, and since when.
    private FileStamp? _seen;
    private long _seenAt;

    // Since when there is a change that is not handled; none where there is none.
    private long? _changedAt;
    private bool _named;

    // What it looked like when it was handled, the content that was read, and what was wrong with it.
    private FileStamp? _handled;
    private string? _handledHash;
    private string? _complaint;
    private bool _unreadable;

    // When to read it once more though it looks the same.
    private TimeSpan? _again;
    private long _againFrom;
    private int _retries;

    /// <summary>Looks at the file.</summary>
    /// <param name="named">Whether an event named it since the last look.</param>
    internal LookPause Look(bool named)
    {
        FileStamp stamp = FileStamp.Of(file.Path);
        long now = _time.GetTimestamp();
        if (named || stamp != _seen)
        {
            _seen = stamp;
            _seenAt = now;
            _changedAt ??= now;
            _named |= named;
            _retries = 0;
        }

        if (_named || stamp != _handled)
        {
            TimeSpan quiet = options.QuietTime - _time.GetElapsedTime(_seenAt, now);
            if (quiet > TimeSpan.Zero && _time.GetElapsedTime(_changedAt ?? now, now) < MostQuietTimes * options.QuietTime)
            {
                return new LookPause(quiet, quiet);
            }
        }
        else if (_again is not { } pause || _time.GetElapsedTime(_againFrom, now) < pause)
        {
            _changedAt = null;
            return Idle();
        }

        return Handle(stamp) ? Idle() : new LookPause(options.QuietTime, options.QuietTime);
    }

    private LookPause Idle() =>
        new(options.QuietTime < options.PollingInterval ? options.QuietTime : options.PollingInterval, options.PollingInterval);

    /// <returns>Whether the file was handled; otherwise it is changing.</returns>
    private bool Handle(FileStamp stamp)
    {
        bool looksTheSame = stamp == _handled;
        ModelContent content;
        try
        {
            content = file.Read(stamp);
        }
        catch (Exception exception)
        {
            if (FileStamp.Of(file.Path) != stamp)
            {
                return false;
            }

            // Everything but an empty or a large file may be better next time, without a change of the file.
            _unreadable = exception is not InvalidDataException;
            Handled(stamp, null, _unreadable && stamp.Exists ? NextRetry() : null);
            Complain(_unreadable ? ExchangeOutcome.Unreadable : ExchangeOutcome.Rejected, null, exception, looksTheSame);
            return true;
        }

        bool isNews = !looksTheSame || _unreadable;
        bool isTheSame = content.Hash == _handledHash && (!isNews || _complaint is null);
        _unreadable = false;
        Handled(stamp, content.Hash, stamp.IsFresh ? FileStamp.CoarsestStep : ContentInterval);
        if (isTheSame || content.Hash == holder.Current.ContentHash)
        {
            if (isNews)
            {
                _complaint = null;
                Tell(ExchangeOutcome.Unchanged, content.Hash, null);
            }
        }
        else
        {
            Exchange(content);
        }

        return true;
    }

    private void Exchange(ModelContent content)
    {
        ExchangeOutcome failure = ExchangeOutcome.Rejected;
        try
        {
            TNetwork network = file.Load(content);
            failure = ExchangeOutcome.CanaryFailed;
            file.Verify(content, network);
            failure = ExchangeOutcome.OtherMeaning;
            file.RequireSameMeaning(network, holder.Current.Network);
            if (!stopped())
            {
                holder.Publish(network, content.Hash);
                _complaint = null;
                Tell(ExchangeOutcome.Exchanged, content.Hash, null);
            }
        }
        catch (Exception exception)
        {
            Complain(failure, content.Hash, exception, mayRepeat: false);
        }
    }

    private void Handled(FileStamp stamp, string? hash, TimeSpan? again)
    {
        _handled = stamp;
        _handledHash = hash;
        _changedAt = null;
        _named = false;
        _again = again;
        _againFrom = _time.GetTimestamp();
    }

    private TimeSpan NextRetry()
    {
        TimeSpan longest = options.PollingInterval > LongestRetry ? options.PollingInterval : LongestRetry;
        TimeSpan pause = options.PollingInterval * Math.Pow(2, Math.Min(_retries++, 30));
        return pause < longest ? pause : longest;
    }

    /// <summary>Says what is wrong, unless it was said of this very state.</summary>
    private void Complain(ExchangeOutcome outcome, string? hash, Exception exception, bool mayRepeat)
    {
        string complaint = $"{exception.GetType()}: {exception.Message}";
        if (!mayRepeat || complaint != _complaint)
        {
            _complaint = complaint;
            Tell(outcome, hash, exception);
        }
    }

    private void Tell(ExchangeOutcome outcome, string? hash, Exception? exception) => tell(new ExchangeReport
    {
        Outcome = outcome,
        Path = file.Path,
        At = _time.GetUtcNow(),
        Version = holder.Current.Version,
        ContentHash = hash,
        Exception = exception,
    });
}
