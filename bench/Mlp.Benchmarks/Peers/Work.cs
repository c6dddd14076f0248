using System.Collections.Generic;

namespace Mlp.Benchmarks.Peers;

/// <summary>A call on a network of some shape: what every contender is timed at.</summary>
/// <param name="Shape">The network.</param>
/// <param name="Call">The call.</param>
internal sealed record Work(Shape Shape, Call Call)
{
    private static readonly Shape Flowers = new([4, 16, 3], "ReLU", "Softmax");
    private static readonly Shape Controller = new([8, 32, 32, 4], "Tanh", "Identity");
    private static readonly Shape SmallDigits = new([64, 32, 10], "ReLU", "Softmax");
    private static readonly Shape Digits = new([784, 128, 10], "ReLU", "Softmax");
    private static readonly Shape WideDigits = new([784, 512, 512, 10], "ReLU", "Softmax");
    private static readonly Shape SimpleChains = new([4, 32, 16, 4], "Tanh", "Identity");

    /// <summary>Everything that is measured, in the order of the document.</summary>
    public static IReadOnlyList<Work> All { get; } =
    [
        new(Flowers, Call.OneSample),
        new(Flowers, Call.Batch),
        new(Flowers, Call.Training),
        new(Controller, Call.OneSample),
        new(Controller, Call.Batch),
        new(SmallDigits, Call.OneSample),
        new(SmallDigits, Call.Batch),
        new(SmallDigits, Call.Training),
        new(Digits, Call.OneSample),
        new(Digits, Call.Batch),
        new(Digits, Call.Training),
        new(WideDigits, Call.OneSample),
        new(WideDigits, Call.Batch),
        new(WideDigits, Call.Training),
        new(SimpleChains, Call.Gradient),
    ];

    /// <summary>How many different samples one pass goes over.</summary>
    public int Samples => Call switch
    {
        // So few that they stay in a cache near the weights: who asks for one sample has just made it.
        Call.OneSample => Shape.Inputs < 64 ? 512 : 64,
        Call.Training => 32,
        Call.Gradient => 10_000,
        _ => 1_024,
    };

    /// <summary>How many calls one pass makes.</summary>
    public int Calls => Call == Call.OneSample ? Samples : 1;

    /// <summary>Floating-point operations of a sample: two for each weight and direction; nobody asks for the input's error.</summary>
    public long Operations => Call is Call.Training or Call.Gradient
        ? (6 * Shape.Weights) - (2L * Shape.Sizes[0] * Shape.Sizes[1])
        : 2 * Shape.Weights;

    /// <summary>Whether only the fastest contenders are asked.</summary>
    public bool IsLong => Shape.Weights > 500_000 && Call != Call.OneSample;

    /// <summary>The call in words.</summary>
    public string Title => Call switch
    {
        Call.OneSample => "one sample",
        Call.Batch => "batch of 1,024",
        Call.Training => "training, batch of 32",
        _ => "gradient of 10,000",
    };

    /// <summary>The work of a shape's name.</summary>
    public static Work Of(string shape, Call call)
    {
        foreach (Work work in All)
        {
            if (work.Shape.Name == shape && work.Call == call)
            {
                return work;
            }
        }

        throw new KeyNotFoundException($"{shape} {call}");
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Shape.Name}, {Title}";
}
