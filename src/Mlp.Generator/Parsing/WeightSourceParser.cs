using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Mlp.Generator.Model;
using Mlp.Generator.Parsing.Files;

namespace Mlp.Generator.Parsing;

/// <summary>Reads the text that the step before the compilation makes of a weight file; docs/weights.md shows one.</summary>
internal static class WeightSourceParser
{
    /// <summary>The extension of the file itself.</summary>
    public const string Extension = ".safetensors";

    private const string TextExtension = ".mlpweights.txt";

    private const string Version = "mlp weights 1";

    /// <summary>Whether an additional file has to do with weights, by its name.</summary>
    public static bool IsWeights(AdditionalText file) =>
        file.Path.EndsWith(TextExtension, StringComparison.OrdinalIgnoreCase) || file.Path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>What is in an additional file.</summary>
    public static WeightSource Parse(AdditionalText file, CancellationToken cancellationToken)
    {
        ConvertedText converted = ConvertedText.Read(file, Extension, Version, cancellationToken);
        if (converted.Text is not { } text)
        {
            return new WeightSource(converted.Path, converted.RealPath, converted.Fault, null, EquatableArray<SourceTensor>.Empty);
        }

        TextLineCollection lines = text.Lines;
        string? network = null;
        bool hasZeroBiases = false;
        var sizes = new List<SourceSize>();
        var remarks = new List<string>();
        var tensors = new List<SourceTensor>();
        for (int line = 2; line < lines.Count; line++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            string words = lines[line].ToString();
            hasZeroBiases |= words == "biases zero";
            if (ConvertedText.After("fits ", words)?.Split([' '], 3) is { Length: 3 } parts)
            {
                sizes.Add(new SourceSize(parts[0], parts[1], parts[2]));
            }

            if (ConvertedText.After("remark ", words) is { } remark)
            {
                remarks.Add(remark);
            }

            network ??= ConvertedText.After("network ", words);
            if (ConvertedText.After("tensor ", words) is { } tensor)
            {
                int first = line + 1;
                while (line + 1 < lines.Count && !StartsWithTensor(text, lines[line + 1]))
                {
                    line++;
                }

                int name = tensor.IndexOf('"');
                string values = first > line ? "" : text.ToString(TextSpan.FromBounds(lines[first].Start, lines[line].End));
                tensors.Add(new SourceTensor(tensor.Substring(Math.Max(name, 0)), tensor.Substring(0, Math.Max(name - 1, 0)), values, ConvertedText.FaultOf("refused ", values)));
            }
        }

        return new WeightSource(converted.Path, converted.RealPath, null, network, tensors.ToEquatableArray(), hasZeroBiases, sizes.ToEquatableArray(), remarks.ToEquatableArray());
    }

    private static bool StartsWithTensor(SourceText text, TextLine line) => line.Start < line.End && text[line.Start] == 't';
}
