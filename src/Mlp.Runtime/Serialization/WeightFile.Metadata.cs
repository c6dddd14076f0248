using System;
using System.Collections.Generic;
using System.IO;
using Mlp.Serialization;
using Mlp.Serving;
using Mlp.Training;

namespace Mlp;

/// <content>What travels with the weights in the metadata of a file. A file without it loads too.</content>
public static partial class WeightFile
{
    /// <summary>Reads the names of the classes that a file was saved with.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The names, the first for label 0; <see langword="null"/> where the file has none.</returns>
    /// <exception cref="WeightFileException">The file does not begin as a safetensors file, or the names are damaged.</exception>
    /// <exception cref="IOException">There is no such file, it is no ordinary one, or it cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static IReadOnlyList<string>? ReadClassNames(string path) => ClassNames(ReadMetadata(path, ClassNamesText.Key));

    /// <summary>Reads the names of the classes from a stream, which stays open behind the header.</summary>
    /// <param name="stream">The file, from where the stream stands.</param>
    /// <returns>The names, the first for label 0; <see langword="null"/> where the file has none.</returns>
    /// <exception cref="ArgumentException">The stream cannot be read.</exception>
    /// <exception cref="WeightFileException">The stream does not begin as a safetensors file, or the names are damaged.</exception>
    /// <exception cref="IOException">The stream's own.</exception>
    public static IReadOnlyList<string>? ReadClassNames(Stream stream) => ClassNames(ReadMetadata(stream, ClassNamesText.Key));

    /// <summary>Reads the scaler that a file was saved with.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The scaler; <see langword="null"/> where the file has none.</returns>
    /// <exception cref="WeightFileException">The file does not begin as a safetensors file, or the scaler is damaged.</exception>
    /// <exception cref="IOException">There is no such file, it is no ordinary one, or it cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static FeatureScaler? ReadScaler(string path) => Scaler(ReadMetadata(path, ScalerText.Key), ScalerText.Key);

    /// <summary>Reads the scaler from a stream, which stays open behind the header.</summary>
    /// <param name="stream">The file, from where the stream stands.</param>
    /// <returns>The scaler; <see langword="null"/> where the file has none.</returns>
    /// <exception cref="ArgumentException">The stream cannot be read.</exception>
    /// <exception cref="WeightFileException">The stream does not begin as a safetensors file, or the scaler is damaged.</exception>
    /// <exception cref="IOException">The stream's own.</exception>
    public static FeatureScaler? ReadScaler(Stream stream) => Scaler(ReadMetadata(stream, ScalerText.Key), ScalerText.Key);

    /// <summary>Reads the scaler of the targets that a file was saved with: it brings outputs back to their units.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The scaler; <see langword="null"/> where the file has none.</returns>
    /// <exception cref="WeightFileException">The file does not begin as a safetensors file, or the scaler is damaged.</exception>
    /// <exception cref="IOException">There is no such file, it is no ordinary one, or it cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static FeatureScaler? ReadTargetScaler(string path) => Scaler(ReadMetadata(path, ScalerText.TargetKey), ScalerText.TargetKey);

    /// <summary>Reads the scaler of the targets from a stream, which stays open behind the header.</summary>
    /// <param name="stream">The file, from where the stream stands.</param>
    /// <returns>The scaler; <see langword="null"/> where the file has none.</returns>
    /// <exception cref="ArgumentException">The stream cannot be read.</exception>
    /// <exception cref="WeightFileException">The stream does not begin as a safetensors file, or the scaler is damaged.</exception>
    /// <exception cref="IOException">The stream's own.</exception>
    public static FeatureScaler? ReadTargetScaler(Stream stream) => Scaler(ReadMetadata(stream, ScalerText.TargetKey), ScalerText.TargetKey);

    /// <summary>Reads the canary that a file was saved with.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The canary; <see langword="null"/> where the file has none.</returns>
    /// <exception cref="WeightFileException">The file does not begin as a safetensors file, or the canary is damaged.</exception>
    /// <exception cref="IOException">There is no such file, it is no ordinary one, or it cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static Canary? ReadCanary(string path) => Canary(ReadMetadata(path, CanaryText.Key));

    /// <summary>Reads the canary from a stream, which stays open behind the header: what <see cref="ModelFile{TNetwork}.ReadCanary"/> asks for.</summary>
    /// <param name="stream">The file, from where the stream stands.</param>
    /// <returns>The canary; <see langword="null"/> where the file has none.</returns>
    /// <exception cref="ArgumentException">The stream cannot be read.</exception>
    /// <exception cref="WeightFileException">The stream does not begin as a safetensors file, or the canary is damaged.</exception>
    /// <exception cref="IOException">The stream's own.</exception>
    public static Canary? ReadCanary(Stream stream) => Canary(ReadMetadata(stream, CanaryText.Key));

    private static IReadOnlyList<string>? ClassNames(string? value) => value is null ? null : ClassNamesText.Read(value);

    private static FeatureScaler? Scaler(string? value, string key) => value is null ? null : ScalerText.Read(value, key);

    private static Canary? Canary(string? value) => value is null ? null : CanaryText.Read(value);
}
