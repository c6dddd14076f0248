using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Mlp.Generator.Emission.Steps;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Model;
using Mlp.Generator.Planning;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Tests.Harness;
using Mlp.Testing;

namespace Mlp.Generator.Tests.Emission;

/// <summary>A product with nests of axes, the samples anywhere among them, computes what its axes say: compiled, run and compared with loops over all axes.</summary>
public sealed class NestTests
{
    private const int Samples = 5;
    private const int Channels = 16;

    // Axes of a convolution of 6 positions, 3 taps of 4 channels, into 16 channels: an input of 8 positions for each sample.
    private static readonly Axis Sample = new(0, Left: 8 * 4, Result: 6 * Channels);
    private static readonly Axis Position = new(6, Left: 4, Result: Channels);
    private static readonly Axis Output = new(Channels, Right: 1, Result: 1, Biases: 1);
    private static readonly Axis Tap = new(3, Left: 4, Right: 4 * Channels);
    private static readonly Axis Channel = new(4, Left: 1, Right: Channels);

    // Of its gradient: rows are taps and channels, the depth samples and positions.
    private static readonly Axis SampleSum = new(0, Left: 8 * 4, Right: 6 * Channels);
    private static readonly Axis PositionSum = new(6, Left: 4, Right: Channels);

    public static TheoryData<string, int> Cases
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (string name in Products.Keys)
            {
                foreach (int lanes in new[] { 4, 8, 16 })
                {
                    data.Add(name, lanes);
                }
            }

            return data;
        }
    }

    private static readonly Dictionary<string, Contraction> Products = new()
    {
        ["positions in samples"] = Of(ContractionRole.Forward, TileStart.Biases, [Sample, Position], [Output], [Tap, Channel]),
        ["samples in positions"] = Of(ContractionRole.Forward, TileStart.Biases, [Position, Sample], [Output], [Tap, Channel]),
        ["a depth of three axes"] = Of(ContractionRole.Forward, TileStart.Biases, [Position, Sample], [Output], [Tap, Channel with { Count = 2, Left = 2, Right = 2 * Channels }, Channel with { Count = 2 }]),
        ["gradient, positions in samples"] = Of(ContractionRole.UpdateByInput, TileStart.Result, [Tap with { Right = 0, Result = 4 * Channels }, Channel with { Right = 0, Result = Channels }], [Output], [SampleSum, PositionSum]),
        ["gradient, samples in positions"] = Of(ContractionRole.UpdateByInput, TileStart.Result, [Tap with { Right = 0, Result = 4 * Channels }, Channel with { Right = 0, Result = Channels }], [Output], [PositionSum, SampleSum]),
        ["columns in two"] = Of(ContractionRole.Forward, TileStart.Biases, [Sample], [new(2, Right: 32, Result: 32, Biases: 32), new(20, Right: 1, Result: 1, Biases: 1)], [new(4, Left: 1, Right: 64)]),
        ["slopes"] = Of(ContractionRole.Error, TileStart.Zero, [Sample, Position], [Output], [Tap, Channel], ActivationKind.ReLU),
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_nest_computes_what_its_axes_say(string name, int lanes)
    {
        Contraction product = Products[name];
        using LoadedAssembly loaded = LoadedAssembly.Of(Compiling.Compile(Compiling.Parse(Source(product, (VectorWidth)lanes))).WithAssemblyName($"Nest{Guid.NewGuid():N}").WithOptions(Compiling.Options.WithOptimizationLevel(OptimizationLevel.Release)));
        float[][] operands = [.. Enumerable.Range(1, 5).Select(seed => Enumerable.Range(0, 4096).Select(index => (float)((index * 7 * seed % 11) - 5)).ToArray())];
        float[] expected = Expected(product, operands);

        loaded.Type("Product").GetMethod("Run")!.Invoke(null, [operands, Samples]);

        int[] written = [.. Places(product).Select(place => place.Result)];
        written.Select(place => operands[3][place]).ShouldBe(written.Select(place => expected[place]));
    }

    private static Contraction Of(ContractionRole role, TileStart start, Axis[] rows, Axis[] columns, Axis[] depth, ActivationKind activation = ActivationKind.Identity) =>
        new(role, rows.ToEquatableArray(), columns.ToEquatableArray(), depth.ToEquatableArray(), start, activation, false, false, new TileShape(4, 2, 1, 2));

    private static string Source(Contraction product, VectorWidth width)
    {
        var writer = new SourceWriter();
        var dialect = new VectorDialect(width);
        new ContractionWriter(writer, dialect, dialect.ShortName).WriteMethod(product, "A product.");
        string biases = product.Start == TileStart.Biases ? "ref operands[2][0], " : "";
        string slopes = product.HasSlope ? "ref operands[4][0], " : "";
        return $$"""
            using System;
            using System.Runtime.CompilerServices;
            using System.Runtime.Intrinsics;
            using Mlp.CompilerServices;
            {{string.Join("\n", dialect.Imports)}}
            public static class Product
            {
                public static void Run(float[][] operands, int samples) =>
                    {{dialect.ShortName}}(ref operands[0][0], ref operands[1][0], {{biases}}ref operands[3][0], {{slopes}}samples);

            {{writer}}
            }
            """;
    }

    private static float[] Expected(Contraction product, float[][] operands)
    {
        float[] result = [.. operands[3]];
        foreach ((int left, int right, int bias, int place) in Places(product))
        {
            float sum = product.Start switch { TileStart.Biases => operands[2][bias], TileStart.Result => operands[3][place], _ => 0 };
            foreach (int[] indices in Indices(product.Depth))
            {
                sum += operands[0][left + At(product.Depth, indices, axis => axis.Left)] * operands[1][right + At(product.Depth, indices, axis => axis.Right)];
            }

            result[place] = product.HasSlope && operands[4][place] <= 0 ? 0 : sum;
        }

        return result;
    }

    /// <summary>Where each result begins in the left operand, the right one, the biases, and where it stands.</summary>
    private static IEnumerable<(int Left, int Right, int Bias, int Result)> Places(Contraction product)
    {
        EquatableArray<Axis> axes = product.Rows.Concat(product.Columns).ToEquatableArray();
        return Indices(axes).Select(indices => (At(axes, indices, axis => axis.Left), At(axes, indices, axis => axis.Right), At(axes, indices, axis => axis.Biases), At(axes, indices, axis => axis.Result)));
    }

    private static IEnumerable<int[]> Indices(EquatableArray<Axis> axes) => axes.Aggregate(
        (IEnumerable<int[]>)[[]],
        (all, axis) => all.SelectMany(outer => Enumerable.Range(0, axis.IsSamples ? Samples : axis.Count).Select(index => (int[])[.. outer, index])));

    private static int At(EquatableArray<Axis> axes, int[] indices, Func<Axis, int> stride) => indices.Select((index, axis) => index * stride(axes[axis])).Sum();
}
