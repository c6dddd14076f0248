using System;

namespace Mlp.Serving;

/// <summary>
/// One network as it was published, with its version, time and hash. It is immutable, so these always belong to the network.
/// </summary>
/// <typeparam name="TNetwork">The network.</typeparam>
public sealed class Published<TNetwork>
    where TNetwork : IPredictor<TNetwork>
{
    internal Published(TNetwork network, long version, DateTimeOffset publishedAt, string? contentHash)
    {
        Network = network;
        Version = version;
        PublishedAt = publishedAt;
        ContentHash = contentHash;
    }

    /// <summary>The network; any number of threads may predict with it at once, and nobody may train it or set its parameters.</summary>
    public TNetwork Network { get; }

    /// <summary>Counted from 1, one more for each network that its holder published.</summary>
    public long Version { get; }

    /// <summary>When it was published, by the holder's clock.</summary>
    public DateTimeOffset PublishedAt { get; }

    /// <summary>
    /// What identifies the content it was made from: for a file the SHA-256 of its bytes, 64 lower-case hexadecimal digits; none
    /// where it was published without one.
    /// </summary>
    public string? ContentHash { get; }

    /// <summary>Version, time and the beginning of the hash in one line, the same under every culture.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"version {Version}, {ShortHash(ContentHash)}, published {PublishedAt:yyyy-MM-dd HH:mm:ss zzz}");

    /// <summary>Enough of a hash to tell models apart in a log.</summary>
    internal static string ShortHash(string? hash) => hash is null ? "no hash" : hash.Length <= 12 ? hash : hash[..12];
}
