using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Mlp.Testing.Tests;

/// <summary>
/// Networks in one line, as theories name them and failures print them: "8x8x1 | Conv 4 3 Same ReLU stride 2 | MaxPool 2 | Dense 10". Shapes follow from
/// the rules of the layers' documentation. One number is that of every axis, as in "stride 2", and "2x1" has one of each; "pad 1:0" is padding of one
/// position before and none after. A word that is nothing else is an activation.
/// </summary>
internal static class LayerText
{
    private const string Pad = "pad";

    private static readonly string[] Options = ["stride", "dilation", "groups"];

    /// <summary>The network; its output's activation takes the place of the last layer's.</summary>
    public static NetworkDescription Network(string text, string output = Activation.Identity, string loss = Loss.SquaredError)
    {
        string[] parts = text.Split('|', StringSplitOptions.TrimEntries);
        int[] shape = [.. parts[0].Split('x').Select(int.Parse)];
        var layers = new List<LayerDescription>();
        foreach (string part in parts[1..])
        {
            layers.Add(Layer(part.Split(' '), shape, layers.Sum(layer => layer.ParameterCount)));
            shape = [.. layers[^1].OutputShape];
        }

        layers[^1] = layers[^1] with { Activation = output };
        return new NetworkDescription(layers, loss, Optimizer.SGD, Initializer.Uniform);
    }

    private static LayerDescription Layer(string[] words, int[] shape, int offset)
    {
        string kind = words[0];
        Dictionary<string, int[]> options = Options.ToDictionary(name => name, name => PerAxis(Array.IndexOf(words, name) is > 0 and int at ? words[at + 1] : "1", shape));
        string padding = Array.IndexOf(words, Pad) is > 0 and int place ? words[place + 1] : words.Contains(Padding.Same) ? Padding.Same : words.Contains(Padding.Causal) ? Padding.Causal : Padding.Valid;
        string activation = words.Skip(1).FirstOrDefault(word => char.IsLetter(word[0]) && word != Pad && !Options.Contains(word) && word != padding) ?? Activation.Identity;
        LayerDescription none = Of(kind, shape, shape, offset) with { Tensors = [] };
        switch (kind)
        {
            case "Dense":
                int units = int.Parse(words[1], CultureInfo.InvariantCulture);
                return new LayerDescription(kind, Product(shape), units, activation, offset);
            case "Conv":
                int filters = int.Parse(words[1], CultureInfo.InvariantCulture);
                int[] kernel = PerAxis(words[2], shape);
                (WindowDescription window, int[] positions) = Window(shape, kernel, padding, options["stride"], options["dilation"], options["groups"][0]);
                return Of(kind, shape, [.. positions, filters], offset) with
                {
                    Activation = activation,
                    Window = window,
                    Tensors =
                    [
                        new TensorDescription(
                            TensorDescription.Weight, shape[^1] / window.Groups * Product(kernel), filters / window.Groups * Product(kernel), [filters, shape[^1] / window.Groups, .. kernel]),
                        new TensorDescription(TensorDescription.Bias, 0, 0, filters),
                    ],
                };
            case "MaxPool" or "AveragePool":
                int[] pool = PerAxis(words[1], shape);
                int[] side = words.Contains("stride") ? options["stride"] : pool;
                (WindowDescription pooled, int[] left) = Window(shape, pool, padding, side, options["dilation"], 1);
                return Of(kind, shape, [.. left, shape[^1]], offset) with { Window = pooled, Tensors = [] };
            case "GlobalAveragePool":
                return Of(kind, shape, [shape[^1]], offset) with { Tensors = [] };
            case "PReLU":
                return none with { Tensors = [new TensorDescription(TensorDescription.Weight, 0, 0, shape[^1])] };
            case "Activation":
                return none with { Activation = activation };
            case "Affine" or "Clip" or "Dropout":
                return none with { Constants = [.. words[1..].SelectMany(word => word.Split(',')).Select(number => float.Parse(number, CultureInfo.InvariantCulture))] };
            default:
                throw new ArgumentException($"No layer is written '{string.Join(' ', words)}'.", nameof(words));
        }
    }

    private static LayerDescription Of(string kind, int[] shape, int[] left, int offset) =>
        new(kind, Product(shape), Product(left), Activation.Identity, offset) { InputShape = shape, OutputShape = left };

    /// <summary>The window, and the positions that leave.</summary>
    private static (WindowDescription Window, int[] Positions) Window(int[] shape, int[] kernel, string padding, int[] strides, int[] dilations, int groups)
    {
        int axes = kernel.Length;
        int[] reach = [.. kernel.Zip(dilations, (taps, dilation) => ((taps - 1) * dilation) + 1)];
        (int Before, int After)[]? around = char.IsDigit(padding[0]) ? [.. PerAxis(padding, shape, Sides)] : null;
        int[] positions = [.. Enumerable.Range(0, axes).Select(axis => padding switch
        {
            _ when around is not null => ((shape[axis] + around[axis].Before + around[axis].After - reach[axis]) / strides[axis]) + 1,
            Padding.Valid => ((shape[axis] - reach[axis]) / strides[axis]) + 1,
            _ => (shape[axis] + strides[axis] - 1) / strides[axis],
        })];
        int[] before = [.. Enumerable.Range(0, axes).Select(axis => padding switch
        {
            _ when around is not null => around[axis].Before,
            Padding.Valid => 0,
            Padding.Same => Math.Max(0, ((positions[axis] - 1) * strides[axis]) + reach[axis] - shape[axis]) / 2,
            _ => reach[axis] - 1,
        })];
        return (new WindowDescription(kernel, strides, dilations, before, groups), positions);
    }

    private static int[] PerAxis(string word, int[] shape) => PerAxis(word, shape, int.Parse);

    private static T[] PerAxis<T>(string word, int[] shape, Func<string, T> read)
    {
        T[] numbers = [.. word.Split('x').Select(read)];
        return numbers.Length == 1 ? [.. Enumerable.Repeat(numbers[0], shape.Length - 1)] : numbers;
    }

    private static (int Before, int After) Sides(string word)
    {
        int[] sides = [.. word.Split(':').Select(int.Parse)];
        return (sides[0], sides[^1]);
    }

    private static int Product(int[] lengths) => lengths.Aggregate(1, (product, length) => product * length);
}
