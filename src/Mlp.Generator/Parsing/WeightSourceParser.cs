using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Mlp.Generator.Model;

namespace Mlp.Generator.Parsing;

/// <summary>Reads the text that the step before the compilation makes of a weight file; docs/weights.md shows one.</summary>
internal static class WeightSourceParser
{
    private const string TextExtension = ".mlpweights.txt";
    private const string BinaryExtension = ".safetensors";
    private const string Version = "mlp weights 1";

    /// <summary>Whether an additional file has to do with weights, by its name.</summary>
    public static bool IsWeights(AdditionalText file) =>
        file.Path.EndsWith(TextExtension, StringComparison.OrdinalIgnoreCase) || file.Path.EndsWith(BinaryExtension, StringComparison.OrdinalIgnoreCase);

    /// <summary>What is in an additional file. The text of a binary one is never asked for: the compiler would refuse to give it.</summary>
    public static WeightSource Parse(AdditionalText file, CancellationToken cancellationToken)
    {
        if (file.Path.EndsWith(BinaryExtension, StringComparison.OrdinalIgnoreCase))
        {
            return Refused(
                file.Path, "NotConverted", "The compiler got the file itself, and not the text that the MSBuild targets of the package Mlp make of it: import these targets.");
        }

        return file.GetText(cancellationToken) is { } text ? Parse(file.Path, text, cancellationToken) : Refused(file.Path, "Unreadable", "The file cannot be read.");
    }

    private static WeightSource Parse(string textPath, SourceText text, CancellationToken cancellationToken)
    {
        TextLineCollection lines = text.Lines;
        if (lines.Count < 2 || lines[0].ToString() != Version || After("file ", lines[1].ToString()) is not { } path)
        {
            return Refused(textPath, "NotConverted", "The text of the weight file is of another version of the package Mlp, or damaged: build anew.");
        }

        string real = After("real ", lines.Count > 2 ? lines[2].ToString() : "") ?? path;
        string? network = null;
        bool hasZeroBiases = false;
        var sizes = new List<SourceSize>();
        var remarks = new List<string>();
        var tensors = new List<SourceTensor>();
        for (int line = 2; line < lines.Count; line++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            string words = lines[line].ToString();
            if (Fault("fault ", words) is { } fault)
            {
                return Refused(path, fault.Code, fault.Message) with { RealPath = Normal(real) };
            }

            hasZeroBiases |= words == "biases zero";
            if (After("fits ", words)?.Split([' '], 3) is { Length: 3 } parts)
            {
                sizes.Add(new SourceSize(parts[0], parts[1], parts[2]));
            }

            if (After("remark ", words) is { } remark)
            {
                remarks.Add(remark);
            }

            network ??= After("network ", words);
            if (After("tensor ", words) is { } tensor)
            {
                int first = line + 1;
                while (line + 1 < lines.Count && !StartsWithTensor(text, lines[line + 1]))
                {
                    line++;
                }

                int name = tensor.IndexOf('"');
                string values = first > line ? "" : text.ToString(TextSpan.FromBounds(lines[first].Start, lines[line].End));
                tensors.Add(new SourceTensor(tensor.Substring(Math.Max(name, 0)), tensor.Substring(0, Math.Max(name - 1, 0)), values, Fault("refused ", values)));
            }
        }

        return new WeightSource(Normal(path), Normal(real), null, network, tensors.ToEquatableArray(), hasZeroBiases, sizes.ToEquatableArray(), remarks.ToEquatableArray());
    }

    /// <summary>A code and a message behind a word; null where there is none.</summary>
    private static WeightFault? Fault(string word, string line)
    {
        int space = After(word, line)?.IndexOf(' ') ?? -1;
        return space < 0 ? null : new WeightFault(line.Substring(word.Length, space), line.Substring(word.Length + space + 1).TrimEnd());
    }

    private static bool StartsWithTensor(SourceText text, TextLine line) => line.Start < line.End && text[line.Start] == 't';

    private static string? After(string prefix, string line) =>
        line.StartsWith(prefix, StringComparison.Ordinal) ? line.Substring(prefix.Length) : null;

    private static WeightSource Refused(string path, string code, string message) =>
        new(Normal(path), Normal(path), new WeightFault(code, message), null, EquatableArray<SourceTensor>.Empty);

    private static string Normal(string path) => path.Replace('\\', '/');
}
