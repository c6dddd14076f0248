using System;
using System.IO;
using System.Linq;
using Microsoft.Win32.SafeHandles;
using Mlp.Training;

namespace Mlp.Serving;

/// <summary>A file that a network is loaded from, and how it is loaded: with a limit on its size, a content hash and a canary.</summary>
/// <typeparam name="TNetwork">The network.</typeparam>
/// <remarks>Immutable: any thread may use it.</remarks>
/// <example><code>
/// var file = new ModelFile&lt;IrisNet&gt;("iris.safetensors", IrisNet.Load) { ReadCanary = WeightFile.ReadCanary };
/// ModelHolder&lt;IrisNet&gt; holder = file.Open();            // throws: no service starts without a good model
/// using var watcher = new ModelWatcher&lt;IrisNet&gt;(holder, file);
/// </code></example>
public sealed class ModelFile<TNetwork>
    where TNetwork : IPredictor<TNetwork>
{
    private const string NoScaler = "no scaler";

    private readonly Func<Stream, TNetwork> _load;

    /// <summary>Names the file; nothing is read yet.</summary>
    /// <param name="path">The path, made absolute now. The file and any directory on the way may be symbolic links.</param>
    /// <param name="load">
    /// Makes a network of the file's bytes, or throws. The bytes are in memory, so the stream can seek, and metadata can be read
    /// first. It is called on one thread at a time, but on any. It must give a new network each time.
    /// </param>
    /// <exception cref="ArgumentException">The path is empty or none.</exception>
    public ModelFile(string path, Func<Stream, TNetwork> load)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(load);
        Path = System.IO.Path.GetFullPath(path);
        _load = load;
    }

    /// <summary>The absolute path.</summary>
    public string Path { get; }

    /// <summary>
    /// Reads the canary from the same bytes that the network is loaded from, so that the two cannot come from different files. If
    /// it returns null, there is no canary to check. If it throws, the canary has failed. Without this property no canary is
    /// checked. For a weight file, use <see cref="WeightFile.ReadCanary(Stream)"/>.
    /// </summary>
    public Func<Stream, Canary?>? ReadCanary { get; init; }

    /// <summary>
    /// Whether a file is taken into service if its class names differ from those of the network in service, or only one of the
    /// two has class names. The default is false, because a program with the old names would name answers wrongly, and nobody
    /// would notice. Set it if your program takes the names from the network that it asked,
    /// <see cref="FittedNetworks.GetSchema{TNetwork}"/>.
    /// </summary>
    public bool AllowOtherClassNames { get; init; }

    /// <summary>
    /// Whether a file is taken into service if its scalers differ from those of the network in service. Every training on other
    /// data makes other scalers. The default is false, because inputs that go through the old scalers would be wrong, and nobody
    /// would notice. Set it if your program takes the scalers from the network that it asks,
    /// <see cref="FittedNetworks.GetSchema{TNetwork}"/>.
    /// </summary>
    public bool AllowOtherScalers { get; init; }

    /// <summary>The largest file that is read, in bytes, 1 or more; a larger one is refused before memory is taken. The default is 256 MiB.</summary>
    public int MaximumLength
    {
        get;
        init => field = value >= 1
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(MaximumLength), FormattableString.Invariant($"MaximumLength is {value}, but must be 1 byte or more."));
    }

    = 256 << 20;

    /// <summary>Loads and verifies the file, and publishes the network as the first of a holder.</summary>
    /// <param name="timeProvider">The holder's clock; without it the system's.</param>
    /// <exception cref="IOException">The file is missing, cannot be read or changed while it was read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="InvalidDataException">The file is empty or too large.</exception>
    /// <exception cref="CanaryException">The network does not answer the canary as expected. What loading or <see cref="ReadCanary"/> throw comes through as well.</exception>
    public ModelHolder<TNetwork> Open(TimeProvider? timeProvider = null)
    {
        ModelContent content = Read(FileStamp.Of(Path));
        TNetwork network = Load(content);
        Verify(content, network);
        return new ModelHolder<TNetwork>(network, content.Hash, timeProvider);
    }

    /// <summary>Reads the file that looks like this.</summary>
    /// <exception cref="IOException">It is missing, cannot be read, or does not look like this any more.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    /// <exception cref="InvalidDataException">It is empty or too large.</exception>
    internal ModelContent Read(FileStamp stamp)
    {
        if (!stamp.Exists)
        {
            throw Directory.Exists(Path)
                ? new IOException($"{Path} is a directory, but must be a file.")
                : new FileNotFoundException($"There is no file {Path}, or it may not be seen.", Path);
        }

        // Pipes and devices have the length 0: they are never opened, which could wait for ever.
        if (stamp.Length == 0 || stamp.Length > MaximumLength)
        {
            throw new InvalidDataException(FormattableString.Invariant(
                $"{Path} has {stamp.Length} bytes, but must have 1 to {MaximumLength} (MaximumLength)."));
        }

        byte[] bytes = new byte[stamp.Length];

        // Everybody may go on writing, renaming and deleting: whoever brings the next model must not fail because of this.
        using (SafeFileHandle handle = File.OpenHandle(
            stamp.RealPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.SequentialScan))
        {
            int filled = 0;
            while (filled < bytes.Length && RandomAccess.Read(handle, bytes.AsSpan(filled), filled) is > 0 and int count)
            {
                filled += count;
            }

            if (filled == bytes.Length && FileStamp.Of(Path) == stamp)
            {
                return new ModelContent(bytes);
            }
        }

        throw new IOException($"{Path} changed while it was read.");
    }

    internal TNetwork Load(ModelContent content)
    {
        using Stream stream = content.Open();
        return _load(stream) ?? throw new InvalidOperationException("Loading gave null, but must give a network or throw.");
    }

    /// <summary>What the data of a network mean, is what those of another one meant that it takes the place of.</summary>
    /// <exception cref="InvalidDataException">It is not; both sides are named.</exception>
    internal void RequireSameMeaning(TNetwork network, TNetwork inService)
    {
        (DataSchema? there, DataSchema? here) = ((network as IFittedNetwork)?.Schema, (inService as IFittedNetwork)?.Schema);
        if (!AllowOtherClassNames && !(there?.ClassNames ?? []).SequenceEqual(here?.ClassNames ?? [], StringComparer.Ordinal))
        {
            throw Other("class names", DataSchema.Quote(there?.ClassNames), DataSchema.Quote(here?.ClassNames), nameof(AllowOtherClassNames));
        }

        if (!AllowOtherScalers && !Equals(there?.Scaler, here?.Scaler))
        {
            throw Other("inputs that go through", there?.ScalerText ?? NoScaler, here?.ScalerText ?? NoScaler, nameof(AllowOtherScalers));
        }

        if (!AllowOtherScalers && !Equals(there?.TargetScaler, here?.TargetScaler))
        {
            throw Other("targets that went through", there?.TargetScalerText ?? NoScaler, here?.TargetScalerText ?? NoScaler, nameof(AllowOtherScalers));
        }
    }

    private static InvalidDataException Other(string what, string there, string here, string option) => new(
        $"The file's network has {what} {there}, but the one in service {here}. If your program takes them from the network in service (GetSchema), set {option}. Otherwise make the service and the file agree.");

    /// <exception cref="CanaryException">The network does not answer as expected.</exception>
    internal void Verify(ModelContent content, TNetwork network)
    {
        if (ReadCanary is { } read)
        {
            using Stream stream = content.Open();
            read(stream)?.Verify(network);
        }
    }
}
