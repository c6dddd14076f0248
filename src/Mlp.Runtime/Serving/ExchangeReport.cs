using System;

namespace Mlp.Serving;

/// <summary>What a <see cref="ModelWatcher{TNetwork}"/> has to tell: one for each outcome, not for each look. Immutable.</summary>
public sealed record ExchangeReport
{
    /// <summary>What happened.</summary>
    public required ExchangeOutcome Outcome { get; init; }

    /// <summary>The absolute path of the watched file, links not followed.</summary>
    public required string Path { get; init; }

    /// <summary>When, by the watcher's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The version that is in service after it.</summary>
    public required long Version { get; init; }

    /// <summary>The SHA-256 of the file's bytes, 64 lower-case hexadecimal digits; none where they were not read.</summary>
    public string? ContentHash { get; init; }

    /// <summary>What went wrong; none where nothing did.</summary>
    public Exception? Exception { get; init; }

    /// <summary>The report as one line for a log, the same under every culture.</summary>
    public override string ToString()
    {
        string hash = ContentHash is null ? "" : $", content {ContentHash[..Math.Min(12, ContentHash.Length)]}";
        string failure = Exception is null ? "" : $": {Exception.GetType().Name}: {Exception.Message}";
        return FormattableString.Invariant($"{Path} {Outcome}{hash}, version {Version} in service{failure}");
    }
}
