using System;
using System.Linq;
using Mlp.Behaviour.Tests.ForcedPlans;
using Mlp.Behaviour.Tests.Networks;
using Mlp.Testing.Reference;
using Xunit;

namespace Mlp.Behaviour.Tests;

/// <summary>
/// Batches that repeat a few rows again and again, so that the oracle has little to do: mean loss and mean gradient are those of the
/// rows.
/// </summary>
public static class LargeBatch
{
    /// <summary>The samples that are added up in single precision.</summary>
    internal const int Block = 1024;

    /// <summary>Powers of two that there are fewer where the runtime interprets, sample by sample: a million have come at the machine's width.</summary>
    private static readonly int Fewer = ActiveWidth.HasKernels ? 0 : 4;

    /// <summary>One layer and several, samples in lanes and in rows, every loss, SGD and an optimizer with moments.</summary>
    public static TheoryData<Type, int> Cases => new()
    {
        { typeof(Depth01_OneWide), 1 << (20 - Fewer) },
        { typeof(N2x3x1_ReLU_Exp), 1 << (20 - Fewer) },
        { typeof(N3x17x2_ReLU_Identity), 1 << (20 - Fewer) },
        { typeof(N8x12x5_Tanh_Softmax), 1 << (20 - Fewer) },
        { typeof(Adam_5x7x1_Tanh_Sigmoid_Decayed), 1 << (20 - Fewer) },
        { typeof(Depth03_Tanh_Identity), 1 << (20 - Fewer) },
        { typeof(N33x20x20x4_Sigmoid_Sigmoid), 1 << (18 - Fewer) },
        { typeof(N30x40x20_ReLU_Identity_Uniform), 1 << (17 - Fewer) },
    };

    /// <summary>Rows whose terms mostly have one sign, so that what a long sum loses adds up; and what the oracle says of 1,024 of them.</summary>
    internal static (Bench Bench, Batch Rows, BoundedGradient Expected) Drifting(Type type)
    {
        NetworkCase network = NetworkCatalogue.Of(type);
        var bench = new Bench(network, seed: 45);
        float[] inputs = Array.ConvertAll(bench.Inputs(Block), value => (1.5f + value) / 2);
        float[] targets = bench.Targets(Block);
        for (int index = 0; index < targets.Length; index++)
        {
            int column = index % network.OutputSize;
            targets[index] = network.Loss switch
            {
                Loss.SquaredError => (targets[index] / 2) - 2,
                Loss.CrossEntropy => column == 0 ? 1 : 0,
                Loss.BinaryCrossEntropy => 1,
                _ => targets[index] + 3,
            };
        }

        BoundedGradient gradient = bench.Bounded.Gradient(inputs, targets);

        // And the total is rounded once.
        Bounded[] elements = [.. gradient.Elements.Zip(gradient.Magnitudes, (element, magnitude) => element.Widened(Rounding.Unit * magnitude))];
        return (bench, new Batch(inputs, targets), gradient with { Elements = elements });
    }

    /// <summary>The bound of a block, where the oracle has seen fewer rows.</summary>
    internal static BoundedGradient OfBlock(BoundedGradient gradient)
    {
        return gradient with
        {
            Loss = gradient.Loss.Widened(Rounding.Gamma(Block) * Math.Abs(gradient.Loss.Value)),
            Elements = [.. gradient.Elements.Zip(gradient.Magnitudes).Select((pair, parameter) => pair.First.Widened(gradient.GammaOf(parameter, Block) * pair.Second))],
        };
    }

    internal static int Multiple(int least, Batch rows, NetworkCase network)
    {
        int count = rows.Inputs.Length / network.InputSize;
        return (least + count - 1) / count * count;
    }

    internal static Batch Repeated(Batch rows, int n, NetworkCase network) => new(
        Repeated(rows.Inputs, n * network.InputSize), Repeated(rows.Targets, n * network.OutputSize), rows.Labels is { } labels ? Repeated(labels, n) : null);

    internal static T[] Repeated<T>(T[] values, int length)
    {
        T[] repeated = new T[length];
        for (int start = 0; start < length; start += values.Length)
        {
            values.AsSpan(0, Math.Min(values.Length, length - start)).CopyTo(repeated.AsSpan(start));
        }

        return repeated;
    }

    internal static ReadOnlySpan<float> Rows(float[] values, int width, int start, int count) => values.AsSpan(start * width, count * width);
}
