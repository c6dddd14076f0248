using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;
using Mlp.Generator.Parsing.Activations;

namespace Mlp.Generator.Parsing.Onnx;

/// <summary>A layer as one line has it: <c>Conv from=28,28,1 to=24,24,6 activation=ReLU kernel=5,5 strides=1,1 dilations=1,1 before=0,0 groups=1 tensors=0,1</c>.</summary>
/// <param name="Model">The layer, with the activation that it ends in.</param>
/// <param name="Ending">That activation, also where the kind of the layer has none: then it is the output's.</param>
/// <param name="Tensors">The numbers of its tensors.</param>
internal sealed record OnnxLayerText(LayerModel Model, ActivationModel Ending, EquatableArray<int> Tensors)
{
    /// <summary>Along height and width; emitted code goes along no more.</summary>
    private const int MostAxes = 2;

    /// <summary>Reads a line; null where it is not understood.</summary>
    public static OnnxLayerText? Read(string line)
    {
        string[] words = line.Split(' ');
        Dictionary<string, string> values = words.Skip(1).Select(word => word.Split(['='], 2)).Where(pair => pair.Length == 2).GroupBy(pair => pair[0]).ToDictionary(pairs => pairs.Key, pairs => pairs.Last()[1]);
        if (ShapeOf(values, "from") is not { } from || ShapeOf(values, "to") is not { } to || Integers(values, "tensors") is not { } tensors
            || ActivationOf(values) is not { } activation || ModelOf(words[0], from, to, activation, values) is not { } model || model.Output != to)
        {
            return null;
        }

        return new OnnxLayerText(model, activation, tensors.ToEquatableArray());
    }

    /// <summary>The layer as the last one of a network, whose activation is the output's.</summary>
    public LayerModel AsLast() => Model switch
    {
        DenseLayer dense => dense with { Function = ActivationKind.Identity },
        ConvLayer conv => conv with { Function = ActivationKind.Identity },

        // Behind a layer that has an activation of its own.
        ActivationLayer activation => activation with { Function = ActivationKind.Identity },
        var other => other,
    };

    private static LayerModel? ModelOf(string kind, Shape from, Shape to, ActivationModel activation, Dictionary<string, string> values)
    {
        double[] constants = Numbers(values, "constants") ?? [];
        WindowModel? window = WindowOf(from, to, values, kind != "Conv");
        return kind switch
        {
            "Dense" => new DenseLayer(from, to.Size, activation),
            "Conv" when window is not null && Groups(values) is { } groups && from.Channels % groups == 0 && to.Channels % groups == 0 => new ConvLayer(from, to.Channels, window, groups, activation),
            "MaxPool" when window is not null => new MaxPoolLayer(from, window),
            "AveragePool" when window is not null => new AveragePoolLayer(from, window),
            "GlobalAveragePool" when from.Extents.Count - 1 is 1 or MostAxes => new GlobalAveragePoolLayer(from),
            "Activation" => new ActivationLayer(from, activation),
            "Affine" when constants.Length is > 0 and var count && count % 2 == 0 =>
                new AffineLayer(from, constants.Take(count / 2).ToEquatableArray(), constants.Skip(count / 2).ToEquatableArray()),
            "Clip" when constants.Length == 2 => new ClipLayer(from, constants[0], constants[1]),
            "PReLU" => new PReLULayer(from, null),
            _ => null,
        };
    }

    private static WindowModel? WindowOf(Shape from, Shape to, Dictionary<string, string> values, bool isPool)
    {
        if (Integers(values, "kernel") is not { } kernel || Integers(values, "strides") is not { } strides || Integers(values, "dilations") is not { } dilations || Integers(values, "before") is not { } before)
        {
            return null;
        }

        int axes = from.Extents.Count - 1;
        if (axes is < 1 or > MostAxes || to.Extents.Count != axes + 1 || new[] { kernel, strides, dilations, before }.Any(list => list.Length != axes) || kernel.Concat(strides).Concat(dilations).Any(value => value < 1))
        {
            return null;
        }

        long[] after = [.. kernel.Select((taps, axis) => Math.Max(0, ((to.Extents[axis] - 1L) * strides[axis]) + ((taps - 1L) * dilations[axis]) + 1 - from.Extents[axis] - before[axis]))];
        return before.Concat(kernel).Concat(strides).Concat(dilations).Any(value => value > Limits.MaxLayerSize) || before.Any(value => value < 0) || after.Any(value => value > Limits.MaxLayerSize) ? null
            : WindowModel.Of(from, kernel, strides, dilations, before, [.. after.Select(value => (int)value)], isPool);
    }

    private static int? Groups(Dictionary<string, string> values) => Integers(values, "groups") is { Length: 1 } groups && groups[0] > 0 ? groups[0] : null;

    private static ActivationModel? ActivationOf(Dictionary<string, string> values)
    {
        if (!values.TryGetValue("activation", out string? text))
        {
            return ActivationKind.Identity;
        }

        IReadOnlyList<WrittenActivation> written = [ActivationListReader.ReadOne(text)];
        return Of(KnownNames.HiddenActivations) ?? Of(KnownNames.OutputActivations);

        ActivationModel? Of(NameTable<ActivationKind> table) =>
            new ActivationNameRules(static _ => IssueTarget.Attribute, table, []).Check(written) is { Count: 1 } models ? models[0] : null;
    }

    private static Shape? ShapeOf(Dictionary<string, string> values, string key) =>
        Integers(values, key) is { Length: > 0 } extents && extents.All(extent => extent > 0) && extents.Aggregate(1L, static (size, extent) => Math.Min(size * extent, int.MaxValue + 1L)) <= int.MaxValue
            ? Shape.Of(extents)
            : null;

    private static int[]? Integers(Dictionary<string, string> values, string key)
    {
        if (!values.TryGetValue(key, out string? text))
        {
            return null;
        }

        string[] parts = text.Split([','], StringSplitOptions.RemoveEmptyEntries);
        int[] numbers = new int[parts.Length];
        return parts.Where((part, index) => !int.TryParse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out numbers[index])).Any() ? null : numbers;
    }

    private static double[]? Numbers(Dictionary<string, string> values, string key)
    {
        if (!values.TryGetValue(key, out string? text))
        {
            return null;
        }

        string[] parts = text.Split([','], StringSplitOptions.RemoveEmptyEntries);
        double[] numbers = new double[parts.Length];
        return parts.Where((part, index) => !double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[index])).Any() ? null : numbers;
    }
}
