using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Mlp.Build;

/// <summary>What the package's targets ask for: the weight files and ONNX files of a project, without those that its builds have put there.</summary>
/// <remarks>
/// Lines of a file in the folder where the texts go:
/// <code>
/// project /home/me/Flowers/
/// assembly Flowers.dll
/// output bin/Release/net10.0/                     a line for each folder that builds write to, relative to the project or not
/// weights true Zero // models/ // /home/me/Flowers/models/iris.safetensors
/// model true // models/ // /home/me/Flowers/models/iris.onnx
/// other /home/me/Flowers/models/iris.onnx.data
/// </code>
/// The line of weights is one for each item: its AllowDouble and MissingBiases, the part of the path that a <c>**</c> stood for, and the path. That of a model has
/// the same. Other additional files may have a model's numbers.
/// </remarks>
internal sealed class FileRequest
{
    /// <summary>The file that lists the texts, beside them.</summary>
    internal const string ListName = "files.texts.txt";

    // No path has it: the targets give paths in their shortest form.
    private const string Separator = " // ";

    private FileRequest(string folder, IReadOnlyList<RequestedFile> files)
    {
        Folder = folder;
        Files = files;
    }

    /// <summary>Where the texts go.</summary>
    internal string Folder { get; }

    /// <summary>The files, each once, in the order of the project.</summary>
    internal IReadOnlyList<RequestedFile> Files { get; }

    /// <summary>Reads a request.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    internal static FileRequest Read(string path)
    {
        string[] lines = File.ReadAllLines(path);
        string project = ValuesOf(lines, "project").FirstOrDefault() ?? throw new FormatException($"{path} is no request: it names no project.");
        var outputs = new OutputFolders(project, ValuesOf(lines, "output"), ValuesOf(lines, "assembly").FirstOrDefault());
        IEnumerable<RequestedFile> weights = Meant<RequestedWeights>(path, lines, "weights", outputs, static (file, accepted, same) =>
            new RequestedWeights(file, Accepts(accepted, "true") || same is { AllowDouble: true }, Accepts(accepted, "Zero") || same is { ZeroBiases: true }));
        HashSet<string> others = [.. ValuesOf(lines, "other")];
        IEnumerable<RequestedFile> models = Meant<RequestedModel>(path, lines, "model", outputs, (file, accepted, same) =>
            new RequestedModel(file, Accepts(accepted, "true") || same is { AllowDouble: true }, others));
        return new FileRequest(Path.GetDirectoryName(Path.GetFullPath(path))!, [.. weights, .. models]);
    }

    /// <summary>The files of one kind. An item by its name and one by a wildcard may be the same file; it counts as either says.</summary>
    private static IEnumerable<TFile> Meant<TFile>(string path, string[] lines, string word, OutputFolders outputs, Func<string, string, TFile?, TFile> make)
        where TFile : RequestedFile
    {
        var files = new Dictionary<string, TFile>();
        foreach (string[] item in ValuesOf(lines, word).Select(line => line.Split(Separator, 3)))
        {
            if (item is not [var accepted, var wildcard, var file])
            {
                throw new FormatException($"{path} is no request: a line for {word} has three parts.");
            }

            if (outputs.Have(file, wildcard.Trim()))
            {
                Console.WriteLine($"{file} was put there by a build, and is left out.");
                continue;
            }

            files[file] = make(file, accepted, files.GetValueOrDefault(file));
        }

        return files.Values;
    }

    private static bool Accepts(string accepted, string word) => accepted.Split(' ').Contains(word, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> ValuesOf(string[] lines, string word) =>
        lines.Where(line => line.StartsWith(word + " ", StringComparison.Ordinal)).Select(line => line[(word.Length + 1)..]);
}
