using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;
using Mlp.Generator.Parsing.Files;
using Mlp.Serialization;

namespace Mlp.Generator.Parsing;

/// <summary>
/// Finds the tensors of a network in a weight file under the names of PyTorch, Keras or scikit-learn: each is there once, with its
/// shape and finite values, and no others are. What the reader would refuse is refused in its words.
/// </summary>
/// <param name="source">The file.</param>
/// <param name="layers">The layers of the network.</param>
internal sealed class WeightMatch(WeightSource source, EquatableArray<LayerModel> layers)
{
    // What an attribute and an item of the project can say, in place of the options of Load.
    private const string NamesAdvice = "name them as nn.Sequential of PyTorch, Keras or scikit-learn does, or load the file at run time with a layout of its own";
    private const string BiasesAdvice = "all weights are there; if the layers have no biases, write MissingBiases=\"Zero\" at the file's AdditionalFiles item, and they are 0; otherwise save the biases too";
    private const string UnexpectedAdvice = "Leave it out of the file.";
    private const string LayoutAdvice = "The names say which layout the file has: save the weights in the layout of their names.";
    private const string NotFiniteAdvice = "the training diverged, or the file is damaged. Such weights can only be loaded at run time, with AllowNonFinite.";

    private readonly List<SourceTensor> _there = [.. source.Tensors];
    private readonly LayoutLayer[] _layout =
        [.. layers.Select(layer => new LayoutLayer(layer.Kind, layer.Activation != ActivationKind.Identity, layer.Output.Extents.Count))];

    /// <summary>The weights in the order of the layers and of their tensors, or what is wrong.</summary>
    public (EquatableArray<TensorValues> Values, FileFault? Fault) Find()
    {
        (Func<int, bool, string> name, bool transposed) = Layout();
        List<LayerTensor> wanted = [.. Wanted(name, transposed)];
        FileFault? fault = source.Fault ?? FindFault(wanted, transposed);
        return fault is null ? (wanted.Select(ValuesOf).ToEquatableArray(), null) : (EquatableArray<TensorValues>.Empty, fault);
    }

    /// <summary>The layout of which the first tensor is there, PyTorch's where none is: its names, and whether weights are [inputs, outputs].</summary>
    private (Func<int, bool, string> Name, bool Transposed) Layout()
    {
        (Func<int, bool, string> Name, bool Transposed)[] layouts =
        [
            ((layer, isBias) => LayoutNames.PyTorch(_layout, layer, isBias), false),
            ((layer, isBias) => LayoutNames.Keras(_layout, layer, isBias), true),
            ((layer, isBias) => LayoutNames.ScikitLearn(_layout, layer, isBias), true),
        ];
        int first = Array.FindIndex([.. layers], layer => layer.Tensors.Count > 0);
        int found = Array.FindIndex(layouts, layout => Has(Quote(layout.Name(Math.Max(first, 0), false))));
        return layouts[Math.Max(found, 0)];
    }

    private static string Quote(string name) => "\"" + name + "\"";

    private bool Has(string name) => _there.Exists(tensor => tensor.Name == name);

    private IEnumerable<LayerTensor> Wanted(Func<int, bool, string> name, bool transposed) =>
        layers.SelectMany((layer, index) => layer.Tensors.Select(tensor =>
        {
            int[] extents = [.. tensor.Shape.Extents];
            int[] arriving = index > 0 && !tensor.IsBias && _layout[index].FollowsValues ? [.. layers[LayoutNames.SourceOf(_layout, index)].Output.Extents] : [];
            return new LayerTensor(Quote(name(index, tensor.IsBias)), tensor, FileOrder.Of(_layout[index], extents, arriving, transposed));
        }));

    private FileFault? FindFault(List<LayerTensor> wanted, bool transposed)
    {
        if (wanted.Select(tensor => Source(tensor)?.Fault).FirstOrDefault(fault => fault is not null) is { } unread)
        {
            return unread;
        }

        List<LayerTensor> missing = wanted.FindAll(tensor => !Has(tensor.Name) && !(source.HasZeroBiases && tensor.IsBias));
        if (missing.Count > 0)
        {
            string there = string.Join(", ", _there.Take(TensorRefusals.MostNames).Select(tensor => tensor.Name));
            string advice = missing.TrueForAll(tensor => tensor.IsBias) ? BiasesAdvice : NamesAdvice;
            return Fault("MissingTensor", TensorRefusals.Missing(missing[0].Name, missing[0].Shape, there, _there.Count > TensorRefusals.MostNames, advice));
        }

        if (_there.Find(tensor => !wanted.Exists(other => other.Name == tensor.Name)) is { } unexpected)
        {
            string names = string.Join(", ", wanted.Take(TensorRefusals.MostNames).Select(tensor => tensor.Name));
            return Fault("UnexpectedTensor", TensorRefusals.Unexpected(unexpected.Name, names, wanted.Count > TensorRefusals.MostNames, UnexpectedAdvice));
        }

        return wanted.Select(tensor => FindShapeFault(tensor, transposed)).FirstOrDefault(fault => fault is not null)
            ?? source.Sizes.Select(FindSizeFault).FirstOrDefault(fault => fault is not null)
            ?? wanted.Select(FindValueFault).FirstOrDefault(fault => fault is not null);
    }

    private FileFault? FindShapeFault(LayerTensor tensor, bool transposed)
    {
        string shape = Source(tensor)?.Shape ?? tensor.Shape;
        return shape == tensor.Shape ? null
            : shape == tensor.Transpose ? Fault("ShapeMismatch", TensorRefusals.TransposedShape(tensor.Name, shape, tensor.Shape, transposed, LayoutAdvice))
            : Fault("ShapeMismatch", TensorRefusals.Shape(tensor.Name, shape, tensor.Shape));
    }

    private FileFault? FindSizeFault(SourceSize size)
    {
        int outputs = layers[layers.Count - 1].Outputs;
        string there = Text(size.Of switch
        {
            "inputs" => layers[0].Inputs,
            "outputs" => outputs,
            _ => outputs == 1 ? 2 : outputs,
        });
        return there == size.Count ? null : Fault(
            "MetadataMismatch",
            $"The file has {size.Words}, but the network has {there} {size.Of}: save it once more from the network that they belong to.");
    }

    /// <summary>Digits have no letters but an E; NaN, Infinity and LargeInfinity, which was a double, begin with others.</summary>
    private FileFault? FindValueFault(LayerTensor tensor)
    {
        string values = Source(tensor)?.Values ?? string.Empty;
        if (values.IndexOfAny(['N', 'I']) < 0)
        {
            return null;
        }

        string[] numbers = new TensorValues(values).Split();
        int index = Array.FindIndex(numbers, number => number.IndexOfAny(['N', 'I']) >= 0);
        string what = numbers[index][0] switch
        {
            'N' => "a NaN",
            'I' => "an infinite value",
            'L' => "an infinite value, or one too large for float,",
            _ => "a negative infinite value",
        };
        return new FileFault("NonFinite", TensorRefusals.NotFinite(tensor.Name, what, index, tensor.Columns, NotFiniteAdvice));
    }

    /// <summary>The values in canonical order; what stands so in the file is not touched.</summary>
    private TensorValues ValuesOf(LayerTensor wanted)
    {
        var values = new TensorValues(Source(wanted)?.Values ?? string.Join(" ", Enumerable.Repeat("0", wanted.Tensor.Shape.Size)));
        if (wanted.Order.IsCanonical)
        {
            return values;
        }

        string[] inFile = values.Split();
        string[] canonical = new string[inFile.Length];
        for (int index = 0; index < inFile.Length; index++)
        {
            canonical[wanted.Order.CanonicalIndex(index)] = inFile[index];
        }

        return new TensorValues(string.Join(" ", canonical));
    }

    private SourceTensor? Source(LayerTensor tensor) => _there.Find(other => other.Name == tensor.Name);

    private FileFault Fault(string code, string message) =>
        new(code, message + (source.Network is { } signature ? TensorRefusals.Origin(signature) : ""));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
