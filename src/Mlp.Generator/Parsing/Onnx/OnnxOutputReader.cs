using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;
using Mlp.Generator.Parsing.Files;

namespace Mlp.Generator.Parsing.Onnx;

/// <summary>Reads the lines of one output: its layers, or why it is no network.</summary>
/// <param name="lines">The lines of the text.</param>
/// <param name="tensorCount">The tensors that stand before.</param>
internal sealed class OnnxOutputReader(TextLineCollection lines, int tensorCount)
{
    private readonly List<OnnxLayerText> _layers = [];
    private readonly List<int> _tensors = [];
    private readonly List<string> _classes = [];
    private readonly List<string> _notes = [];

    /// <summary>The output; null where a line is not understood.</summary>
    /// <param name="head">What stands behind the word: <c>final [2] name</c>.</param>
    /// <param name="first">The first line of its content.</param>
    /// <param name="last">The last one.</param>
    public OnnxSourceOutput? Read(string head, int first, int last)
    {
        int open = head.IndexOf('[');
        int close = head.IndexOf("] ", StringComparison.Ordinal);
        if (open < 1 || close < open)
        {
            return null;
        }

        (bool isFinal, string shape, string name) = (head.StartsWith("final ", StringComparison.Ordinal), head.Substring(open, close + 1 - open), Name(head.Substring(close + 2)));
        for (int line = first; line <= last; line++)
        {
            string words = lines[line].ToString();
            if (ConvertedText.FaultOf("fault ", words) is { } fault)
            {
                return new OnnxSourceOutput(name, isFinal, shape, null, fault);
            }

            if (words.Length > 0 && !Take(words))
            {
                return null;
            }
        }

        return _layers.Count == 0 ? null : new OnnxSourceOutput(name, isFinal, shape, Network(), null);
    }

    private OnnxSourceNetwork Network()
    {
        OnnxLayerText last = _layers[_layers.Count - 1];
        EquatableArray<LayerModel> layers = _layers.Take(_layers.Count - 1).Select(layer => layer.Model).Append(last.AsLast()).ToEquatableArray();
        return new OnnxSourceNetwork(layers, last.Ending, _tensors.ToEquatableArray(), _classes.ToEquatableArray(), _notes.ToEquatableArray());
    }

    private bool Take(string words)
    {
        if (ConvertedText.After("class ", words) is { } name)
        {
            _classes.Add(Name(name));
            return true;
        }

        if (ConvertedText.After("note ", words) is { } note)
        {
            _notes.Add(note);
            return true;
        }

        if (ConvertedText.After("layer ", words) is not { } layer || OnnxLayerText.Read(layer) is not { } read || read.Tensors.Any(tensor => tensor < 0 || tensor >= tensorCount))
        {
            return false;
        }

        if (_layers.Count > 0 && _layers[_layers.Count - 1].Model.Outputs != read.Model.Inputs)
        {
            return false;
        }

        _layers.Add(read);
        _tensors.AddRange(read.Tensors);
        return read.Model.Tensors.Count == read.Tensors.Count;
    }

    /// <summary>A name of the file, in which four digits behind a backslash are a character that would not stand in a line.</summary>
    private static string Name(string written)
    {
        const int Digits = 4;
        var name = new StringBuilder(written.Length);
        for (int place = 0; place < written.Length; place++)
        {
            if (written[place] == '\\' && place + Digits < written.Length
                && int.TryParse(written.Substring(place + 1, Digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int character))
            {
                name.Append((char)character);
                place += Digits;
            }
            else
            {
                name.Append(written[place]);
            }
        }

        return name.ToString();
    }
}
