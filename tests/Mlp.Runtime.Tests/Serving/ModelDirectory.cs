using System;
using System.Collections.Generic;
using System.IO;
using System.Security.Cryptography;
using System.Threading;
using Mlp.Serving;

namespace Mlp.Runtime.Tests.Serving;

/// <summary>A directory with a model file for the length of a test, and what a test does to it. It begins with stamp 1.</summary>
internal sealed class ModelDirectory : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("mlp").FullName;
    private readonly List<IDisposable> _watchers = [];
    private int _loads;

    internal ModelDirectory()
    {
        Path = At("model.bin");
        File.WriteAllBytes(Path, StampedNetwork.FileOf(1));

        // Some milliseconds later a file of the same length might have the same time.
        File.SetLastWriteTimeUtc(Path, DateTime.UtcNow.AddHours(-2));
    }

    /// <summary>The model file.</summary>
    internal string Path { get; }

    internal ReportLog Log { get; } = new();

    /// <summary>How often a network was loaded.</summary>
    internal int Loads => Volatile.Read(ref _loads);

    /// <summary>Is called at the beginning of each load.</summary>
    internal Action? OnLoad { get; set; }

    /// <summary>Short times; found by events alone, or by polling alone.</summary>
    internal static ModelWatcherOptions Options(bool events) => new()
    {
        QuietTime = TimeSpan.FromMilliseconds(10),
        PollingInterval = events ? TimeSpan.FromHours(1) : TimeSpan.FromMilliseconds(20),
        UseEvents = events,
    };

    internal static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    internal string At(params ReadOnlySpan<string> names) => System.IO.Path.Combine([_directory, .. names]);

    internal ModelFile<StampedNetwork> ModelFile(string? path = null, int maximumLength = 10_000) => new(path ?? Path, Load)
    {
        ReadCanary = StampedNetwork.ReadCanary,
        MaximumLength = maximumLength,
    };

    /// <summary>Opens the file, begins to watch it, and has the first look behind it.</summary>
    internal ModelWatcher<StampedNetwork> Watch(ModelWatcherOptions options, string? path = null)
    {
        ModelFile<StampedNetwork> file = ModelFile(path);
        ModelWatcher<StampedNetwork> watcher = Watch(file.Open(options.TimeProvider), file, options);
        if (options.TimeProvider is ManualTime time)
        {
            time.AdvanceToNextTimer();
        }

        Log.Next(ExchangeOutcome.Unchanged);
        return watcher;
    }

    internal ModelWatcher<StampedNetwork> Watch(ModelHolder<StampedNetwork> holder, ModelFile<StampedNetwork> file, ModelWatcherOptions options)
    {
        var watcher = new ModelWatcher<StampedNetwork>(holder, file, options, Log);
        _watchers.Add(watcher);
        return watcher;
    }

    /// <summary>Writes beside the file and renames over it, as a careful writer does.</summary>
    internal void Replace(byte[] content)
    {
        string temporary = At("model.bin.tmp");
        File.WriteAllBytes(temporary, content);
        File.Move(temporary, Path, overwrite: true);
    }

    internal void Replace(float stamp) => Replace(StampedNetwork.FileOf(stamp));

    /// <summary>Writes over the beginning of the file as it stands, as a careless writer does.</summary>
    internal void WriteInPlace(ReadOnlySpan<byte> content, int offset = 0)
    {
        using FileStream stream = new(Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        stream.Position = offset;
        stream.Write(content);
    }

    public void Dispose()
    {
        OnLoad = null;
        _watchers.ForEach(watcher => watcher.Dispose());
        Directory.Delete(_directory, recursive: true);
    }

    private StampedNetwork Load(Stream stream)
    {
        Interlocked.Increment(ref _loads);
        OnLoad?.Invoke();
        return StampedNetwork.Load(stream);
    }
}
