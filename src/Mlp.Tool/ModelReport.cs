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
using Mlp.Generator.Model.Layers;
using Mlp.Generator.Parsing;
using Mlp.Generator.Parsing.Files;
using Mlp.Generator.Parsing.Onnx;
using Mlp.Onnx.Text;
using Mlp.SnapshotTesting;
using Spectre.Console;

namespace Mlp.Tool;

/// <summary>What a build makes of an ONNX file: the same text, read and judged by the generator itself.</summary>
/// <param name="file">The path of the file.</param>
/// <param name="source">What the generator reads of it.</param>
/// <param name="output">The tensor that the network ends in.</param>
/// <param name="network">The network.</param>
internal sealed class ModelReport(string file, OnnxSource source, OnnxSourceOutput output, NetworkModel network)
{
    private const int LongestReason = 100;

    /// <summary>Reads a file.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="output">The tensor that the network ends in; null for the file's output, or the first that is a network where there are several.</param>
    /// <param name="allowDouble">Whether float64 and integers are taken where floats are expected.</param>
    /// <exception cref="IOException">It is not there, or there is no network in it; the message says why.</exception>
    internal static ModelReport Of(string file, string? output, bool allowDouble)
    {
        string text = OnnxText.Of(file, static () => "", () => File.OpenRead(file), Beside, allowDouble);
        OnnxSource source = OnnxSourceParser.Parse(new InMemoryText(file + InMemoryText.OnnxExtension, text), CancellationToken.None);
        if (source.Fault is { } fault)
        {
            throw new IOException(fault.Message);
        }

        OnnxSourceOutput? found = output is not null ? source.Outputs.FirstOrDefault(candidate => candidate.Name == output)
            : source.Outputs.FirstOrDefault(candidate => candidate is { IsFinal: true, Network: not null }) ?? source.Outputs.FirstOrDefault(candidate => candidate.IsFinal);
        if (found is null)
        {
            throw new IOException(output is null ? "No output of it is computed from an input." : $"No tensor \"{output}\" is computed in it. Its tensors are {string.Join(", ", source.Outputs.Select(candidate => $"\"{candidate.Name}\""))}.");
        }

        return new ModelReport(file, source, found, NetworkOf(source, found));

        Stream? Beside(string location) => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, location) is var path && File.Exists(path) ? File.OpenRead(path) : null;
    }

    /// <summary>Prints all of it.</summary>
    internal void Print(IAnsiConsole console)
    {
        console.WriteLine($"{Path.GetFileName(file)}: {source.Writer}, {new FileInfo(file).Length:N0} bytes");
        console.WriteLine();
        console.WriteLine($"The network up to \"{output.Name}\": {network.Layers[0].Input.Spoken} to {network.Layers[^1].Output.Spoken}, {Numeral.Grouped(network.ParameterCount)} parameters");
        console.Write(Layers());
        foreach (string note in output.Network!.Notes)
        {
            console.WriteLine(note);
        }

        console.WriteLine();
        console.WriteLine("Tensors that could be the output:");
        console.Write(Outputs());
        console.WriteLine("To paste:");
        console.WriteLine();
        bool isOnly = source.Outputs.Count(candidate => candidate.IsFinal) == 1 && output.IsFinal;
        string name = isOnly ? "" : $", Output = {SymbolDisplay.FormatLiteral(output.Name, quote: true)}";
        console.WriteLine($"[Onnx({SymbolDisplay.FormatLiteral(Path.GetFileName(file), quote: true)}{name})]");
        console.WriteLine($"public static partial class {ClassName()};");
        console.WriteLine();
        console.WriteLine("The same network declared:");
        console.WriteLine();
        console.WriteLine((network with { Use = NetworkUse.Trains }).Declaration);
    }

    private static NetworkModel NetworkOf(OnnxSource source, OnnxSourceOutput output)
    {
        const string Path = "/model.onnx";
        string declaration = $"[Mlp.Onnx(\"model.onnx\", Output = {SymbolDisplay.FormatLiteral(output.Name, quote: true)})] static partial class Model;";
        var compilation = CSharpCompilation.Create("Model", [CSharpSyntaxTree.ParseText(declaration)], ConsumerReferences.All);
        INamedTypeSymbol type = compilation.GetTypeByMetadataName("Model")!;
        MlpDeclaration declared = DeclarationParser.Parse(type, compilation, CancellationToken.None)!;
        ProjectFiles files = ProjectFiles.None with { Models = new[] { source with { Path = Path, RealPath = Path } }.ToEquatableArray() };
        Generator.Parsing.ValidationResult result = DeclarationValidator.Validate(declared, files, CancellationToken.None);
        return result.Model ?? throw new IOException(string.Join(" ", result.Issues.Select(Words)));
    }

    /// <summary>What a build would say, without the name of the file, which stands before it here.</summary>
    private static string Words(DeclarationIssue issue)
    {
        string message = string.Format(CultureInfo.InvariantCulture, Descriptors.Of(issue.Id).MessageFormat.ToString(CultureInfo.InvariantCulture), [.. issue.Arguments]);
        return message.Replace("'model.onnx': ", "", StringComparison.Ordinal);
    }

    private Table Layers()
    {
        Table table = new Table().RoundedBorder().AddColumns("layer", "kind", "output", "activation", "parameters", "operations");
        for (int index = 0; index < network.Layers.Count; index++)
        {
            LayerModel layer = network.Layers[index];
            ActivationModel activation = network.ShownActivation(index);
            table.AddRow(
                Numeral.Grouped(index + 1),
                layer.Kind,
                layer.Output.Spoken,
                Markup.Escape(activation == ActivationKind.Identity ? "" : activation.ToString()),
                Numeral.Grouped(layer.ParameterCount),
                Numeral.Grouped(layer.OperationsPerSample));
        }

        return table;
    }

    private Table Outputs()
    {
        Table table = new Table().RoundedBorder().AddColumns("tensor", "", "shape", "");
        foreach (OnnxSourceOutput candidate in source.Outputs)
        {
            table.AddRow(Markup.Escape(candidate.Name), candidate.IsFinal ? "output" : "inside", Markup.Escape(candidate.Shape), Markup.Escape(Verdict(candidate)));
        }

        return table;
    }

    private static string Verdict(OnnxSourceOutput candidate)
    {
        string words = candidate.Fault?.Message ?? string.Join(", ", candidate.Network!.Layers.Select(layer => layer.Kind));
        return words.Length <= LongestReason ? words : string.Concat(words.AsSpan(0, LongestReason), "…");
    }

    private string ClassName()
    {
        IEnumerable<string> words = Path.GetFileNameWithoutExtension(file).Split([.. Path.GetFileNameWithoutExtension(file).Where(letter => !char.IsAsciiLetterOrDigit(letter))], StringSplitOptions.RemoveEmptyEntries);
        string name = string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        return name.Length > 0 && char.IsAsciiLetter(name[0]) ? name : "Model" + name;
    }
}
