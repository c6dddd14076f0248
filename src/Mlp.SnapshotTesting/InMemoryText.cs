using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Mlp.Build;
using Mlp.Onnx.Text;

namespace Mlp.SnapshotTesting;

/// <summary>An additional file of a compilation that stands nowhere but here.</summary>
/// <param name="path">Its path.</param>
/// <param name="text">Its text; null for one that the compiler cannot read as text.</param>
internal sealed class InMemoryText(string path, string? text) : AdditionalText
{
    /// <summary>What the paths of weight files that were converted end with.</summary>
    public const string WeightExtension = ".mlpweights.txt";

    /// <summary>What the paths of ONNX files that were converted end with.</summary>
    public const string OnnxExtension = ".mlponnx.txt";

    /// <inheritdoc/>
    public override string Path { get; } = path;

    /// <summary>A weight file as a build gives it to the compiler.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="allowDouble">Whether F64 is read, and rounded.</param>
    public static InMemoryText OfWeights(string path, byte[] content, bool allowDouble) =>
        new(path + WeightExtension, WeightText.Of(path, () => new MemoryStream(content, writable: false), allowDouble, zeroBiases: false, out _).ToString());

    /// <summary>An ONNX file as a build gives it to the compiler.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="files">The bytes of that file, and of those beside it, by their paths.</param>
    /// <param name="allowDouble">Whether float64 and integers are read where floats are expected, and rounded.</param>
    public static InMemoryText OfModel(string path, IReadOnlyDictionary<string, byte[]> files, bool allowDouble)
    {
        string folder = path[..(path.Replace('\\', '/').LastIndexOf('/') + 1)];
        return new(path + OnnxExtension, OnnxText.Of(path, static () => "", () => Stream(files[path]), Beside, allowDouble));

        Stream? Beside(string location) => files.TryGetValue(folder + location, out byte[]? content) ? Stream(content) : null;
    }

    private static MemoryStream Stream(byte[] content) => new(content, writable: false);

    /// <inheritdoc/>
    public override SourceText? GetText(CancellationToken cancellationToken = default) => text is null ? null : SourceText.From(text, Encoding.UTF8);
}
