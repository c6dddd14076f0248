using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Mlp.Generator.Model;
using Mlp.Generator.Parsing.Files;

namespace Mlp.Generator.Parsing.Onnx;

/// <summary>Reads the text that the step before the compilation makes of an ONNX file; docs/onnx.md shows one.</summary>
internal static class OnnxSourceParser
{
    /// <summary>The extension of the file itself.</summary>
    public const string Extension = ".onnx";

    private const string TextExtension = ".mlponnx.txt";
    private const string Version = "mlp onnx 1";

    /// <summary>Whether an additional file has to do with ONNX, by its name.</summary>
    public static bool IsModel(AdditionalText file) =>
        file.Path.EndsWith(TextExtension, StringComparison.OrdinalIgnoreCase) || file.Path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>What is in an additional file.</summary>
    public static OnnxSource Parse(AdditionalText file, CancellationToken cancellationToken)
    {
        ConvertedText converted = ConvertedText.Read(file, Extension, Version, cancellationToken);
        return converted.Text is { } text ? Parse(converted, text, cancellationToken) : Refused(converted);
    }

    private static OnnxSource Parse(ConvertedText converted, SourceText text, CancellationToken cancellationToken)
    {
        TextLineCollection lines = text.Lines;
        string writer = "";
        var tensors = new List<TensorValues>();
        var outputs = new List<OnnxSourceOutput>();
        for (int line = 2; line < lines.Count; line++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            string words = lines[line].ToString();
            writer = ConvertedText.After("by ", words) ?? writer;
            if (words.StartsWith("tensor", StringComparison.Ordinal))
            {
                int first = line + 1;
                while (line + 1 < lines.Count && !StartsWithLetter(text, lines[line + 1]))
                {
                    line++;
                }

                tensors.Add(new TensorValues(first > line ? "" : text.ToString(TextSpan.FromBounds(lines[first].Start, lines[line].End))));
            }
            else if (ConvertedText.After("output ", words) is { } output)
            {
                int first = line + 1;
                while (line + 1 < lines.Count && !lines[line + 1].ToString().StartsWith("output ", StringComparison.Ordinal))
                {
                    line++;
                }

                // A line that is not understood may be one of another version: then nothing in the file can be relied on.
                if (new OnnxOutputReader(lines, tensors.Count).Read(output, first, line) is not { } read)
                {
                    return Refused(converted.AsOfOtherVersion());
                }

                outputs.Add(read);
            }
        }

        return new OnnxSource(converted.Path, converted.RealPath, null, writer, tensors.ToEquatableArray(), outputs.ToEquatableArray());
    }

    /// <summary>Digits have no letters at the beginning of a line but those of NaN and infinities, which are refused before.</summary>
    private static bool StartsWithLetter(SourceText text, TextLine line) => line.Start < line.End && text[line.Start] is >= 'a' and <= 'z';

    private static OnnxSource Refused(ConvertedText converted) =>
        new(converted.Path, converted.RealPath, converted.Fault, "", EquatableArray<TensorValues>.Empty, EquatableArray<OnnxSourceOutput>.Empty);
}
