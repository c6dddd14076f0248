using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mlp.Generator.Diagnostics;
using Mlp.Generator.Model;
using Mlp.Generator.Parsing;
using Mlp.Generator.Parsing.Files;
using Mlp.Generator.Parsing.Onnx;
using Mlp.Onnx.Import;
using Mlp.Onnx.Reading;
using Mlp.Onnx.Text;
using Mlp.SnapshotTesting;

namespace Mlp.Tool;

/// <summary>An ONNX file, and the network that a build makes of it: the generator itself reads and judges it.</summary>
internal sealed class ModelFile
{
    /// <summary>What it is called where its own name would be in the way.</summary>
    public const string Name = "model.onnx";

    private ModelFile(string path, IReadOnlyDictionary<string, byte[]> content, OnnxContents contents, OnnxSource source, OnnxSourceOutput output) =>
        (FilePath, Content, Source, Output, Network, Imported) = (path, content, source, output, NetworkOf(source, output), contents.Outputs.First(other => other.Name == output.Name).Network!);

    /// <summary>Its path.</summary>
    public string FilePath { get; }

    /// <summary>The bytes of the file, which is called <see cref="Name"/> here, and of those with numbers that it names.</summary>
    public IReadOnlyDictionary<string, byte[]> Content { get; }

    /// <summary>What the generator reads of it.</summary>
    public OnnxSource Source { get; }

    /// <summary>The tensor that the network ends in.</summary>
    public OnnxSourceOutput Output { get; }

    /// <summary>The network.</summary>
    public NetworkModel Network { get; }

    /// <summary>The same as it was found in the file.</summary>
    public ImportedNetwork Imported { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="output">The tensor that the network ends in; null for the file's output, or the first that is a network where there are several.</param>
    /// <param name="allowDouble">Whether float64 and integers are taken where floats are expected.</param>
    /// <exception cref="IOException">It is not there, or there is no network in it; the message says why.</exception>
    public static ModelFile Read(string path, string? output, bool allowDouble)
    {
        try
        {
            return Found(path, output, allowDouble);
        }
        catch (OnnxFileException exception)
        {
            throw new IOException(exception.Message, exception);
        }
    }

    /// <summary>The attribute that names a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="output">The tensor that the network ends in; null for the only one.</param>
    public static string Attribute(string file, string? output) =>
        $"Onnx({SymbolDisplay.FormatLiteral(file, quote: true)}{(output is null ? "" : $", Output = {SymbolDisplay.FormatLiteral(output, quote: true)}")})";

    private static ModelFile Found(string path, string? output, bool allowDouble)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var content = new Dictionary<string, byte[]>();
        OnnxContents contents;
        using (FileStream stream = File.OpenRead(path))
        {
            contents = OnnxImport.Of(OnnxReader.Read(stream, Beside), allowDouble);
        }

        if (content.ContainsKey(Name) && Path.GetFileName(path) != Name)
        {
            throw new IOException($"Its numbers are in a file \"{Name}\", which is how the file itself is called here: save the model with its data inside.");
        }

        content[Name] = File.ReadAllBytes(path);
        OnnxSource source = OnnxSourceParser.Parse(new InMemoryText(Name + InMemoryText.OnnxExtension, OnnxText.Of(Name, "", contents)), CancellationToken.None);
        if (source.Fault is { } fault)
        {
            throw new IOException(fault.Message);
        }

        OnnxSourceOutput? found = output is not null ? source.Outputs.FirstOrDefault(candidate => candidate.Name == output)
            : source.Outputs.FirstOrDefault(candidate => candidate is { IsFinal: true, Network: not null }) ?? source.Outputs.FirstOrDefault(candidate => candidate.IsFinal);
        return found is not null ? new ModelFile(path, content, contents, source, found) : throw new IOException(output is null
            ? "No output of it is computed from an input."
            : $"No tensor \"{output}\" is computed in it. Its tensors are {string.Join(", ", source.Outputs.Select(candidate => $"\"{candidate.Name}\""))}.");

        Stream? Beside(string location)
        {
            string file = Path.Combine(folder, location);
            if (!File.Exists(file))
            {
                return null;
            }

            content[location] = File.ReadAllBytes(file);
            return new MemoryStream(content[location], writable: false);
        }
    }

    private static NetworkModel NetworkOf(OnnxSource source, OnnxSourceOutput output)
    {
        string declaration = $"[Mlp.{Attribute(Name, output.Name)}] static partial class Model;";
        var compilation = CSharpCompilation.Create("Model", [CSharpSyntaxTree.ParseText(declaration)], ConsumerReferences.All);
        INamedTypeSymbol type = compilation.GetTypeByMetadataName("Model")!;
        MlpDeclaration declared = DeclarationParser.Parse(type, compilation, CancellationToken.None)!;
        ProjectFiles files = ProjectFiles.None with { Models = new[] { source with { Path = "/" + Name, RealPath = "/" + Name } }.ToEquatableArray() };
        Generator.Parsing.ValidationResult result = DeclarationValidator.Validate(declared, files, CancellationToken.None);
        return result.Model ?? throw new IOException(string.Join(" ", result.Issues.Select(Words)));
    }

    /// <summary>What a build would say, without the name of the file, which stands before it here.</summary>
    private static string Words(DeclarationIssue issue)
    {
        string message = string.Format(CultureInfo.InvariantCulture, Descriptors.Of(issue.Id).MessageFormat.ToString(CultureInfo.InvariantCulture), [.. issue.Arguments]);
        return message.Replace($"'{Name}': ", "", StringComparison.Ordinal);
    }
}
