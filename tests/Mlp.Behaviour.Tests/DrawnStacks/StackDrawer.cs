using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Behaviour.Tests.ForcedPlans;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;

namespace Mlp.Behaviour.Tests.DrawnStacks;

/// <summary>
/// Draws networks of layers over sequences and images: sizes around the lanes of the active width, every kind of window, and dense layers behind. What is
/// rare is drawn by turns, so that few networks have all of it.
/// </summary>
/// <param name="seed">The same networks for the same number and width.</param>
internal sealed class StackDrawer(int seed)
{
    /// <summary>Of one sample, so that the oracle and the compiler are done soon.</summary>
    private const int MostOperations = 120_000;
    private const int MostValues = 1_200;

    /// <summary>One of so many networks has learned slopes first, another behind its first layer, another behind its second.</summary>
    private const int LearnedTurns = 6;

    /// <summary>One of so many networks drops values behind its first layer, another behind its second.</summary>
    private const int DroppedTurns = 5;

    /// <summary>One of so many networks forgets the shape before its dense layers, with an activation behind.</summary>
    private const int FlattenedTurns = 3;

    private static readonly int Lanes = (int)ActiveWidth.Vectors;
    private static readonly int[] Heights = [1, 2, 3, 4, 7];

    public static IReadOnlyList<int> Widths { get; } = [.. new[] { 1, 3, 5, Lanes - 1, Lanes, Lanes + 1, (2 * Lanes) + 3 }.Distinct()];

    public static IReadOnlyList<int> Channels { get; } = [1, 3, 5, 8, 16, 17];

    /// <summary>Every one that a layer before the last may end in.</summary>
    public static IReadOnlyList<ActivationModel> Activations { get; } =
    [
        .. Enum.GetValues<ActivationKind>().Where(kind => kind is not (ActivationKind.Softmax or ActivationKind.Exp or ActivationKind.PReLU)).Select(kind => new ActivationModel(kind)),
        new(ActivationKind.LeakyReLU, 0.1),
        new(ActivationKind.ELU, 0.5),
    ];

    /// <summary>Those that make something of a border, if they are let.</summary>
    public static IReadOnlyList<ActivationModel> NotZeroAtZero { get; } = [ActivationKind.Sigmoid, ActivationKind.Softplus, ActivationKind.HardSigmoid];

    public static IReadOnlyList<HeadModel> Heads { get; } =
    [
        new(ActivationKind.Identity, LossKind.SquaredError),
        new(ActivationKind.Softmax, LossKind.CrossEntropy),
        new(ActivationKind.Sigmoid, LossKind.BinaryCrossEntropy),
        new(ActivationKind.Exp, LossKind.PoissonNegativeLogLikelihood),
        new(ActivationKind.Tanh, LossKind.SquaredError),
        new(ActivationKind.Mish, LossKind.SquaredError),
    ];

    private readonly Random _random = new(seed);
    private int _number = seed;
    private int _activation = seed;

    /// <summary>So many networks, none twice.</summary>
    public IReadOnlyList<ForcedShape> Take(int count)
    {
        var stacks = new Dictionary<string, ForcedShape>();
        while (stacks.Count < count)
        {
            ForcedShape stack = Next();
            if (stack.Model.OperationsPerSample <= MostOperations)
            {
                stacks.TryAdd(stack.Name, stack);
            }
        }

        return [.. stacks.Values];
    }

    private ForcedShape Next()
    {
        _number++;
        var layers = new List<LayerModel>();
        Shape shape = Input();
        if (_number % LearnedTurns == 0)
        {
            layers.Add(new PReLULayer(shape, null));
        }

        int dense = _random.Next(4);
        int count = 1 + _random.Next(5);
        for (int i = 0; i < count && shape.Extents.Count > 1; i++)
        {
            Add(Layer(shape, isLast: i == count - 1 && dense == 0));
        }

        if (dense > 0 && shape.Extents.Count > 1 && _number % FlattenedTurns == 0)
        {
            layers.Add(new ActivationLayer(shape.Flat, NotZeroAtZero[_number % NotZeroAtZero.Count]));
            shape = shape.Flat;
        }

        for (int i = 0; i < dense; i++)
        {
            if (_random.Next(4) == 0)
            {
                Add(new ActivationLayer(shape, Activation()));
            }

            Add(new DenseLayer(shape, i == dense - 1 ? 1 + _random.Next(Lanes + 2) : Pick(Widths), i == dense - 1 ? ActivationKind.Identity : Activation()));
        }

        if (layers[^1] is DropoutLayer)
        {
            layers.RemoveAt(layers.Count - 1);
        }

        OptimizerKind[] optimizers = Enum.GetValues<OptimizerKind>();
        return new ForcedShape(layers, Heads[_number % Heads.Count], OptimizerModel.Default(optimizers[_number % optimizers.Length]));

        void Add(LayerModel layer)
        {
            layers.Add(layer);
            shape = layer.Output;
            if (layers.Count == _number % LearnedTurns && layers.Count < count + dense)
            {
                layers.Add(new PReLULayer(shape, _number % 2 == 0 ? null : 0.5));
            }

            if (layers.Count == 1 + (_number % DroppedTurns))
            {
                layers.Add(new DropoutLayer(shape, _number % 2 == 0 ? 0.25 : 0.5));
            }
        }
    }

    private Shape Input()
    {
        while (true)
        {
            Shape shape = _random.Next(3) == 0 ? Shape.Of(Pick(Widths), Pick(Channels)) : Shape.Of(Pick(Heights), Pick(Widths), Pick(Channels));
            if (shape.Size <= MostValues)
            {
                return shape;
            }
        }
    }

    private LayerModel Layer(Shape shape, bool isLast) => _random.Next(10) switch
    {
        < 5 => Conv(shape, isLast),
        5 => new MaxPoolLayer(shape, Pool(shape)),
        6 => new AveragePoolLayer(shape, Pool(shape)),
        7 or 8 when !isLast => new ActivationLayer(shape, _random.Next(2) == 0 ? Pick(NotZeroAtZero) : Activation()),
        _ => _random.Next(3) == 0 ? new GlobalAveragePoolLayer(shape) : Conv(shape, isLast),
    };

    private ConvLayer Conv(Shape shape, bool isLast)
    {
        int channels = shape.Channels;
        int groups = _random.Next(4) switch
        {
            0 => channels,
            1 => Pick([.. Enumerable.Range(1, channels).Where(count => channels % count == 0)]),
            _ => 1,
        };
        int[] filters = [.. Channels.Where(count => count % groups == 0).DefaultIfEmpty(groups)];
        return new ConvLayer(shape, Pick(filters), Window(shape, shape.Extents.Count == 2 ? 3 : 2), groups, isLast ? ActivationKind.Identity : Activation());
    }

    private WindowModel Window(Shape shape, int paddings, bool isPool = false)
    {
        int[] lengths = [.. Positions(shape)];

        // A border is what goes wrong. Numbers in one of three.
        PaddingKind? padding = _random.Next(3) == 0 ? null : _random.Next(2) == 0 ? PaddingKind.Same : (PaddingKind)_random.Next(paddings);
        int[] dilations = isPool ? [.. lengths.Select(_ => 1)] : Steps(lengths.Length);
        int[] strides = Steps(lengths.Length);
        bool isWhole = _random.Next(6) == 0;
        int largest = Pick([1, 3, 5, 5]);
        int[] kernel = [.. lengths.Select((length, axis) =>
        {
            int most = padding is null or PaddingKind.Valid ? ((length - 1) / dilations[axis]) + 1 : largest;
            return isWhole ? int.Min(most, length) : int.Min(most, 1 + _random.Next(largest));
        })];
        return padding is { } kind
            ? new WindowModel(kernel.ToEquatableArray(), strides.ToEquatableArray(), dilations.ToEquatableArray(), kind)
            : WindowModel.Of(shape, kernel, strides, dilations, Around(kernel, isPool), Around(kernel, isPool), isPool);
    }

    /// <summary>1 along every axis, one number along all of them, or one for each.</summary>
    private int[] Steps(int axes)
    {
        int all = _random.Next(2) == 0 ? 1 : 1 + _random.Next(3);
        return [.. Enumerable.Range(0, axes).Select(_ => _number % 2 == 0 ? all : 1 + _random.Next(3))];
    }

    /// <summary>Padding on one side: of a pool less than its windows are long, of a convolution now and then as much as its windows see.</summary>
    private int[] Around(int[] kernel, bool isPool) => [.. kernel.Select(taps => _random.Next(isPool ? int.Min(taps, 4) : 4))];

    /// <summary>Never dilated, and never causal.</summary>
    private WindowModel Pool(Shape shape) => Window(shape, paddings: 2, isPool: true);

    private static IEnumerable<int> Positions(Shape shape) => shape.Extents.Take(shape.Extents.Count - 1);

    /// <summary>Every one in turn, and now and then ReLU, which goes with the sums.</summary>
    private ActivationModel Activation() => _random.Next(3) == 0 ? ActivationKind.ReLU : Activations[_activation++ % Activations.Count];

    private T Pick<T>(IReadOnlyList<T> values) => values[_random.Next(values.Count)];
}
