using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Mlp.Testing.Tests;

/// <summary>Networks of up to five layers drawn at random, in the words of <see cref="LayerText"/>.</summary>
internal static class RandomStack
{
    // With an even number, in which most layers fit.
    private static readonly int[] Channels = [1, 2, 3, 4, 6, 8, 15, 16, 17, 18];

    public static string Next(Random random)
    {
        int[] shape = random.Next(3) == 0 ? [Length(random), Pick(random, Channels)] : [Length(random), Length(random), Pick(random, Channels)];
        string text = string.Join('x', shape);
        int layers = 1 + random.Next(5);
        for (int layer = 0; layer < layers; layer++)
        {
            text += " | " + Layer(random, shape);
            shape = [.. LayerText.Network(text).Layers[^1].OutputShape];
        }

        return text;
    }

    private static string Layer(Random random, int[] shape)
    {
        if (shape.Length == 1)
        {
            return random.Next(5) < 2 ? Value(random) : string.Create(CultureInfo.InvariantCulture, $"Dense {1 + random.Next(18)} {Activation(random)}");
        }

        return random.Next(10) switch
        {
            < 4 => Conv(random, shape),
            < 6 => "MaxPool " + Pool(random, shape),
            < 8 => "AveragePool " + Pool(random, shape),
            8 => random.Next(2) == 0 ? "GlobalAveragePool" : string.Create(CultureInfo.InvariantCulture, $"Dense {1 + random.Next(9)} {Activation(random)}"),
            _ => Value(random),
        };
    }

    private static string Conv(Random random, int[] shape)
    {
        int[] groups = [.. Enumerable.Range(1, shape[^1]).Where(count => shape[^1] % count == 0)];
        int group = random.Next(2) == 0 ? 1 : Pick(random, groups);
        string padding = random.Next(4) == 0 ? Around(random, shape.SkipLast(1).Select(_ => 3)) : Padding(random, shape.Length == 2);
        int dilation = 1 + random.Next(3);

        // Without padding the window must be inside.
        int[] kernel = [.. shape.SkipLast(1).Select(length => 1 + random.Next(padding is Mlp.Padding.Same or Mlp.Padding.Causal ? 4 : ((length - 1) / dilation) + 1))];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Conv {group * (1 + random.Next(int.Max(1, 18 / group)))} {string.Join('x', kernel)} stride {Strides(random, shape)} dilation {dilation} groups {group} {padding} {Activation(random)}");
    }

    private static string Pool(Random random, int[] shape)
    {
        string padding = Padding(random, isSequence: false);
        int[] kernel = [.. shape.SkipLast(1).Select(length => 1 + random.Next(padding == Mlp.Padding.Valid ? int.Min(length, 4) : 4))];
        padding = padding == Mlp.Padding.Valid && random.Next(2) == 0 ? Around(random, kernel.Select(taps => taps - 1)) : padding;
        return string.Create(CultureInfo.InvariantCulture, $"{string.Join('x', kernel)} {padding}{(random.Next(2) == 0 ? "" : $" stride {Strides(random, shape)}")}");
    }

    private static string Value(Random random) => random.Next(5) switch
    {
        4 => "PReLU",
        0 => "Affine -1.5 0.25",
        1 => "Clip -0.5 0.75",
        2 => "Dropout 0.3",
        _ => "Activation " + Activation(random),
    };

    private static string Padding(Random random, bool isSequence) => random.Next(isSequence ? 3 : 2) switch
    {
        0 => Mlp.Padding.Valid,
        1 => Mlp.Padding.Same,
        _ => Mlp.Padding.Causal,
    };

    /// <summary>Other numbers on either side of each axis.</summary>
    private static string Around(Random random, IEnumerable<int> most) =>
        "pad " + string.Join('x', most.Select(number => string.Create(CultureInfo.InvariantCulture, $"{random.Next(number + 1)}:{random.Next(number + 1)}")));

    private static string Strides(Random random, int[] shape) => string.Join('x', shape.SkipLast(1).Select(_ => Stride(random)));

    private static string Activation(Random random) => Pick(random, [.. ReferenceGrid.Hidden.Where(name => !name.Contains(", ", StringComparison.Ordinal))]);

    private static int Stride(Random random) => random.Next(2) == 0 ? 1 : 1 + random.Next(4);

    private static int Length(Random random) => 1 + random.Next(9);

    private static T Pick<T>(Random random, IReadOnlyList<T> values) => values[random.Next(values.Count)];
}
