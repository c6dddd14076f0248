using System;
using System.IO;

namespace Mlp.Serving;

/// <summary>How a model file is watched. Immutable; each value is checked where it is set.</summary>
public sealed record ModelWatcherOptions
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>
    /// How often the file is looked at, whether or not there are events: above 0, at most a day. The default is 2 s. A look takes
    /// some tens of µs. The file is read if it looks different, and once a minute in any case, because another file may look the
    /// same.
    /// </summary>
    public TimeSpan PollingInterval
    {
        get;
        init => field = Duration(value, nameof(PollingInterval));
    }

    = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How long the file must look the same before it is read: above 0, at most a day. The default is 250 ms. If a program writes
    /// the file in place, with longer pauses, a part of the file is read and rejected, which does no harm. A file that never
    /// stops changing is read after ten such times.
    /// </summary>
    public TimeSpan QuietTime
    {
        get;
        init => field = Duration(value, nameof(QuietTime));
    }

    = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// Whether the file system is asked to report changes, so that they are found sooner. Network file systems do not report what
    /// other machines write. The default is true.
    /// </summary>
    public bool UseEvents { get; init; } = true;

    /// <summary>The clock and the timers, the system's by default.</summary>
    public TimeProvider TimeProvider
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(TimeProvider));
    }

    = TimeProvider.System;

    /// <summary>How events of a directory are asked for; tests put a failing one here.</summary>
    internal Func<string, FileSystemWatcher> Subscribe { get; init; } = static directory => new FileSystemWatcher(directory);

    private static TimeSpan Duration(TimeSpan value, string name) => value > TimeSpan.Zero && value <= Longest
        ? value
        : throw new ArgumentOutOfRangeException(name, FormattableString.Invariant($"{name} is {value}, but must be above 0 and at most a day."));
}
