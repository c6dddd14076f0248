using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;
using Mlp.Generator.Parsing.Onnx;
using Spectre.Console;

namespace Mlp.Tool;

/// <summary>What a build makes of an ONNX file: the same text, read and judged by the generator itself.</summary>
/// <param name="model">The file.</param>
internal sealed class ModelReport(ModelFile model)
{
    private const int LongestReason = 100;

    /// <summary>Prints all of it.</summary>
    internal void Print(IAnsiConsole console)
    {
        (string file, OnnxSource source, OnnxSourceOutput output, NetworkModel network) = (model.FilePath, model.Source, model.Output, model.Network);
        TerminalText.PrintLine(console, $"{Path.GetFileName(file)}: {source.Writer}, {new FileInfo(file).Length:N0} bytes");
        TerminalText.PrintLine(console, "");
        TerminalText.PrintLine(console, $"The network up to \"{output.Name}\": {network.Layers[0].Input.Spoken} to {network.Layers[^1].Output.Spoken}, {Numeral.Grouped(network.ParameterCount)} parameters");
        console.Write(Layers());
        foreach (string note in output.Network!.Notes)
        {
            TerminalText.PrintLine(console, note);
        }

        foreach (string beside in model.Content.Keys.Where(static name => name != ModelFile.Name))
        {
            TerminalText.PrintLine(console, $"Numbers are in \"{beside}\", which must be an AdditionalFiles item as well.");
        }

        TerminalText.PrintLine(console, "");
        TerminalText.PrintLine(console, "Tensors that could be the output:");
        console.Write(Outputs());
        TerminalText.PrintLine(console, "To paste:");
        TerminalText.PrintLine(console, "");
        bool isOnly = source.Outputs.Count(candidate => candidate.IsFinal) == 1 && output.IsFinal;
        TerminalText.PrintLine(console, $"[{ModelFile.Attribute(Path.GetFileName(file), isOnly ? null : output.Name)}]");
        TerminalText.PrintLine(console, $"public static partial class {ClassName()};");
        TerminalText.PrintLine(console, "");
        TerminalText.PrintLine(console, "The same network declared:");
        TerminalText.PrintLine(console, "");
        foreach (string line in (network with { Use = NetworkUse.Trains }).Declaration.Split('\n'))
        {
            TerminalText.PrintLine(console, line);
        }
    }

    private Table Layers()
    {
        Table table = new Table().RoundedBorder().AddColumns("layer", "kind", "output", "activation", "parameters", "operations");
        NetworkModel network = model.Network;
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
        foreach (OnnxSourceOutput candidate in model.Source.Outputs)
        {
            table.AddRow(Cell(candidate.Name), candidate.IsFinal ? "output" : "inside", Cell(candidate.Shape), Cell(Verdict(candidate)));
        }

        return table;
    }

    private static string Cell(string text) => Markup.Escape(TerminalText.Of(text));

    private static string Verdict(OnnxSourceOutput candidate)
    {
        string words = candidate.Fault?.Message ?? string.Join(", ", candidate.Network!.Layers.Select(layer => layer.Kind));
        return words.Length <= LongestReason ? words : string.Concat(words.AsSpan(0, LongestReason), "…");
    }

    private string ClassName()
    {
        IEnumerable<string> words = Path.GetFileNameWithoutExtension(model.FilePath).Split([.. Path.GetFileNameWithoutExtension(model.FilePath).Where(letter => !char.IsAsciiLetterOrDigit(letter))], StringSplitOptions.RemoveEmptyEntries);
        string name = string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        return name.Length > 0 && char.IsAsciiLetter(name[0]) ? name : "Model" + name;
    }
}
