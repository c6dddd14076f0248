using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Mlp.Onnx.Import;
using Mlp.Onnx.Reading;

namespace Mlp.Onnx.Text;

/// <summary>An ONNX file as text that the generator can read: the networks that were found in it, each tensor once, or why it was refused.</summary>
/// <remarks>
/// <code>
/// mlp onnx 1
/// file /path/digits.onnx
/// by pytorch 1.13, opset 13
/// tensor 0
/// 0.1 -0.25 …                                    a line for each row: the shortest digits that give the float back
/// output final [10] probabilities
/// layer Dense from=64 to=32 activation=ReLU tensors=0,1
/// layer Dense from=32 to=10 activation=Softmax tensors=2,3
/// class zero
/// note Left out: Flatten.
/// output inner [32] hidden
/// fault Operator Node …
/// </code>
/// or, after the file, <c>fault NotOnnx It is …</c> alone. An output is final where the file calls it so. Names stand as they are, but for what would end a line.
/// </remarks>
internal static class OnnxText
{
    /// <summary>The first line.</summary>
    public const string Version = "mlp onnx 1";

    /// <summary>The text of a file. One that is refused has a text too: why.</summary>
    /// <param name="path">What the file is called.</param>
    /// <param name="identity">Lines that tell which file it was, and what else was read for it; asked when all has been read, and left out where the file could not be.</param>
    /// <param name="open">Opens it.</param>
    /// <param name="openExternal">Opens a file with numbers, by its path relative to the folder of the file; none where there is no such file.</param>
    /// <param name="allowDouble">Whether float64 and integers are read where floats are expected, and rounded.</param>
    public static string Of(string path, Func<string> identity, Func<Stream> open, Func<string, Stream?> openExternal, bool allowDouble)
    {
        try
        {
            using Stream stream = open();
            OnnxContents contents = OnnxImport.Of(OnnxReader.Read(stream, openExternal), allowDouble);
            return Of(path, identity(), contents);
        }
        catch (OnnxFileException exception)
        {
            return Append(Head(path, identity()), exception.Fault).ToString();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Append(Head(path, ""), new OnnxFault(OnnxFaultCode.Unreadable, exception.Message)).ToString();
        }
    }

    /// <summary>The text of a file that was read.</summary>
    /// <param name="path">What the file is called.</param>
    /// <param name="identity">Lines that tell which file it was.</param>
    /// <param name="contents">What was found in it.</param>
    public static string Of(string path, string identity, OnnxContents contents)
    {
        StringBuilder text = Head(path, identity);
        string opset = string.Create(CultureInfo.InvariantCulture, $"opset {contents.Opset}");
        text.Append("by ").Append(contents.Producer.Length == 0 ? opset : OneLine(contents.Producer) + ", " + opset).Append('\n');
        var numbers = new Dictionary<float[], int>(ReferenceEqualityComparer.Instance);
        foreach (ImportedNetwork network in contents.Outputs.Select(output => output.Network).OfType<ImportedNetwork>())
        {
            TensorDescription[] tensors = [.. network.Description.Layers.SelectMany(layer => layer.Tensors)];
            for (int index = 0; index < tensors.Length; index++)
            {
                if (numbers.TryAdd(network.Tensors[index], numbers.Count))
                {
                    Append(text, network.Tensors[index], tensors[index].Extents[^1], numbers.Count - 1);
                }
            }
        }

        foreach (OnnxOutput output in contents.Outputs)
        {
            Append(text, output, numbers);
        }

        return text.ToString();
    }

    private static StringBuilder Head(string path, string identity) => new StringBuilder($"{Version}\nfile ").Append(OneLine(path)).Append('\n').Append(identity);

    private static StringBuilder Append(StringBuilder text, OnnxFault fault) =>
        text.Append("fault ").Append(fault.Code).Append(' ').Append(OneLine(fault.Message)).Append('\n');

    private static void Append(StringBuilder text, float[] values, int columns, int number)
    {
        text.Append(CultureInfo.InvariantCulture, $"tensor {number}\n");
        for (int index = 0; index < values.Length; index++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{values[index]:R}").Append((index + 1) % columns == 0 ? '\n' : ' ');
        }
    }

    private static void Append(StringBuilder text, OnnxOutput output, Dictionary<float[], int> numbers)
    {
        text.Append("output ").Append(output.IsFinal ? "final" : "inner").Append(' ').Append(Shape(output.Shape)).Append(' ').Append(Name(output.Name)).Append('\n');
        if (output.Network is not { } network)
        {
            Append(text, output.Fault ?? new OnnxFault(OnnxFaultCode.Operator, "It is no network."));
            return;
        }

        int tensor = 0;
        foreach (LayerDescription layer in network.Description.Layers)
        {
            Append(text, layer);
            text.Append(" tensors=").AppendJoin(',', layer.Tensors.Select(_ => numbers[network.Tensors[tensor++]])).Append('\n');
        }

        foreach (string name in network.ClassNames ?? [])
        {
            text.Append("class ").Append(Name(name)).Append('\n');
        }

        foreach (string note in network.Notes)
        {
            text.Append("note ").Append(OneLine(note)).Append('\n');
        }
    }

    private static void Append(StringBuilder text, LayerDescription layer)
    {
        text.Append("layer ").Append(layer.Kind).Append(" from=").AppendJoin(',', layer.InputShape).Append(" to=").AppendJoin(',', layer.OutputShape).Append(" activation=").Append(layer.Activation);
        if (layer.Window is { } window)
        {
            text.Append(" kernel=").AppendJoin(',', window.Kernel).Append(" strides=").AppendJoin(',', window.Strides).Append(" dilations=").AppendJoin(',', window.Dilations)
                .Append(" before=").AppendJoin(',', window.PaddingBefore).Append(CultureInfo.InvariantCulture, $" groups={window.Groups}");
        }

        if (layer.Constants.Count > 0)
        {
            text.Append(" constants=").AppendJoin(',', layer.Constants.Select(constant => constant.ToString("R", CultureInfo.InvariantCulture)));
        }
    }

    /// <summary>A name in which nothing ends a line, and everything can be written down.</summary>
    private static string Name(string name)
    {
        var written = new StringBuilder(name.Length);
        foreach (char character in name)
        {
            bool isOdd = char.IsControl(character) || char.IsSurrogate(character) || character is '\\' or '\u2028' or '\u2029';
            written.Append(isOdd ? string.Create(CultureInfo.InvariantCulture, $"\\{(int)character:x4}") : character.ToString());
        }

        return written.ToString();
    }

    /// <summary>A shape in brackets, of which there are no others: the file may call its open dimensions anything.</summary>
    private static string Shape(string shape)
    {
        string inside = shape.StartsWith('[') && shape.EndsWith(']') ? shape[1..^1] : shape;
        return $"[{OneLine(inside).Replace('[', '(').Replace(']', ')')}]";
    }

    /// <summary>A text in which nothing ends a line, and nothing tells a terminal what to do.</summary>
    private static string OneLine(string text) =>
        string.Concat(text.ReplaceLineEndings(" ").Select(static character => char.IsControl(character) ? ' ' : character));
}
