using System;
using System.Globalization;
using System.IO;
using System.Linq;
using Mlp.Behaviour.Tests.ForcedPlans;
using Mlp.Behaviour.Tests.Networks;
using Mlp.Testing.Reference;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Behaviour.Tests;

/// <summary>
/// What rounding does to a gradient has a bound that does not grow with the samples: that of 1,024 of them. Batches repeat a few
/// rows again and again, so that the oracle has little to do; mean loss and mean gradient are those of the rows.
/// </summary>
public sealed class LargeBatchTests
{
    /// <summary>The samples that are added up in single precision.</summary>
    private const int Block = 1024;

    private const float Rate = 0.01f;

    /// <summary>One layer and several, samples in lanes and in rows, every loss, SGD and an optimizer with moments.</summary>
    public static TheoryData<Type, int> Large => new()
    {
        { typeof(Depth01_OneWide), 1 << 20 },
        { typeof(N2x3x1_ReLU_Exp), 1 << 20 },
        { typeof(N3x17x2_ReLU_Identity), 1 << 20 },
        { typeof(N8x12x5_Tanh_Softmax), 1 << 20 },
        { typeof(Adam_5x7x1_Tanh_Sigmoid_Decayed), 1 << 20 },
        { typeof(Depth03_Tanh_Identity), 1 << 20 },
        { typeof(N33x20x20x4_Sigmoid_Sigmoid), 1 << 18 },
        { typeof(N30x40x20_ReLU_Identity_Uniform), 1 << 17 },
    };

    /// <summary>Some rows past a block, and past two; small enough for every network of the assembly.</summary>
    [Theory]
    [EveryNetwork]
    public void A_batch_of_several_blocks_agrees_with_the_reference(NetworkCase network)
    {
        if (network.ParameterCount > 20_000)
        {
            return;
        }

        var bench = new Bench(network, seed: 41);
        Batch rows = bench.Batch(network.Affordable(64));
        BoundedGradient expected = OfBlock(bench.Bounded.Gradient(rows.Inputs, rows.Targets));
        foreach (int n in new[] { Block + 1, (2 * Block) + 1 }.Select(least => Multiple(least, rows, network)))
        {
            Agreement.Gradient(bench.Network, Repeated(rows, n, network), expected, $"{n}");
        }
    }

    [Theory]
    [MemberData(nameof(Large))]
    public void The_gradient_of_a_million_samples_is_as_good_as_that_of_a_block(Type type, int n)
    {
        (Bench bench, Batch rows, BoundedGradient expected) = Drifting(type);

        Agreement.Gradient(bench.Network, Repeated(rows, n, bench.Case), expected, $"{n}");
        if (bench.Case.IsClassifier)
        {
            Batch labelled = bench.LabelledBatch(Block);
            BoundedGradient ofLabels = bench.Bounded.Gradient(labelled.Inputs, labelled.Targets);
            Agreement.Gradient(bench.Network, Repeated(labelled, n, bench.Case), ofLabels, $"{n} labelled");
        }
    }

    [Theory]
    [MemberData(nameof(Large))]
    public void A_step_on_a_million_samples_is_as_good_as_one_on_a_block(Type type, int n)
    {
        (Bench bench, Batch rows, BoundedGradient expected) = Drifting(type);
        Bounded[] parameters = bench.Optimizer.Step(bench.Reference.Parameters, expected, Block, Rate);

        Agreement.Step(bench.Network, Repeated(rows, n, bench.Case), Rate, (parameters, expected.Loss), $"{n}");
    }

    /// <summary>
    /// Targets of 0.3 to 0.4 at a network of zeros: every sample draws the same way. MLP_SAMPLES says how many there are, a million
    /// without it; MLP_ERROR_TABLE names a file that gets the rows of the table in docs/numerics.md.
    /// </summary>
    [Fact]
    public void Samples_that_all_draw_one_way_do_not_drift()
    {
        int n = int.Parse(Environment.GetEnvironmentVariable("MLP_SAMPLES") ?? "1000000", CultureInfo.InvariantCulture);
        NetworkInstance network = NetworkCatalogue.Of<Depth01_OneWide>().Create(1);
        network.SetParameters(new float[2]);
        (float[] inputs, float[] targets) = (new float[n], new float[n]);
        var random = new Random(1);
        (double weight, double bias, double loss) = (0, 0, 0);
        for (int row = 0; row < n; row++)
        {
            (inputs[row], targets[row]) = (1 + random.NextSingle(), 0.3f + (0.1f * random.NextSingle()));
            weight -= (double)inputs[row] * targets[row];
            bias -= targets[row];
            loss += (double)targets[row] * targets[row] / 2;
        }

        float[] gradient = new float[2];
        float measured = network.ComputeGradient(inputs, targets, gradient);
        double[] errors = [Error(gradient[0], weight), Error(gradient[1], bias), Error(measured, loss)];
        if (Environment.GetEnvironmentVariable("MLP_ERROR_TABLE") is { Length: > 0 } table)
        {
            string cells = string.Join(" | ", errors.Select(error => error.ToString("E1", CultureInfo.InvariantCulture)));
            File.AppendAllText(table, FormattableString.Invariant($"| {ActiveWidth.Vectors} | {n:N0} | {cells} |\n"));
        }

        // A block, δ, scale and product, and the total; the loss has 64 samples in single precision.
        errors.ShouldAllBe(error => error <= (Block + 5) * Rounding.Unit);
        errors[2].ShouldBeLessThanOrEqualTo(70 * Rounding.Unit);

        double Error(float mean, double sum) => Math.Abs((mean / (sum / n)) - 1);
    }

    /// <summary>Whether it comes at once, in parts with blocks left open, or 64 samples at a time.</summary>
    [Theory]
    [MemberData(nameof(Large))]
    public void A_slice_is_as_good_however_its_samples_come(Type type, int million)
    {
        int n = million / 8;
        (Bench bench, Batch rows, BoundedGradient expected) = Drifting(type);
        Batch batch = Repeated(rows, n, bench.Case);
        float[] gradient = new float[bench.Case.ParameterCount];
        ISlicedTraining sliced = bench.Network.Sliced;
        foreach (int count in new[] { n, (n / 5) - 3, 1000, 64 })
        {
            var slice = new GradientSlice();
            double loss = 0;
            for (int start = 0; start < n; start += count)
            {
                loss += Add(start, Math.Min(count, n - start), slice);
            }

            sliced.CopyGradientTo(slice, gradient);
            Bounded.AssertAll(gradient, expected.Elements, $"{n} samples, {count} at a time");
            expected.Loss.Assert((float)(loss / n), $"loss of {n} samples, {count} at a time");
        }

        double Add(int start, int count, GradientSlice slice) =>
            sliced.AddGradient(Rows(batch.Inputs, bench.Case.InputSize, start, count), Rows(batch.Targets, bench.Case.OutputSize, start, count), [], 1f / n, slice);
    }

    /// <summary>One slice full of blocks, one with a single block, one that was read before more came.</summary>
    [Theory]
    [EveryNetwork]
    public void Slices_with_blocks_are_added_and_read_and_added_onto(NetworkCase network)
    {
        if (network.ParameterCount > 20_000)
        {
            return;
        }

        var bench = new Bench(network, seed: 42);
        Batch rows = bench.Batch(network.Affordable(64));
        int few = rows.Inputs.Length / network.InputSize;
        int many = Multiple((2 * Block) + 1, rows, network);
        Batch batch = Repeated(rows, many, network);
        BoundedGradient expected = OfBlock(bench.Bounded.Gradient(rows.Inputs, rows.Targets));
        ISlicedTraining sliced = bench.Network.Sliced;
        float[] gradient = new float[network.ParameterCount];
        GradientSlice[] slices = [new(), new(), new()];
        float scale = 1f / ((4 * many) + (2 * few));

        Add(batch, 0);
        Add(rows, 1);
        Add(batch, 2);
        sliced.CopyGradientTo(slices[2], gradient);
        Add(rows, 2);
        for (int part = 2; part >= 0; part--)
        {
            slices[0].Add(slices.AsSpan(1), part, 3);
        }

        Add(batch, 0);
        sliced.CopyGradientTo(slices[0], gradient);
        Add(batch, 0);
        sliced.CopyGradientTo(slices[0], gradient);
        Bounded.AssertAll(gradient, expected.Elements, "gradient of slices");

        // Steps part by part, from the last to the first, are those of the whole.
        NetworkInstance whole = bench.Network.Clone();
        OptimizerStep step = sliced.BeginStep(Rate);
        for (int part = 4; part >= 0; part--)
        {
            sliced.Step(slices[0], step, part, 5);
        }

        whole.ApplyGradient(gradient, Rate);
        Bitwise.AssertEqual(bench.Parameters, bench.ParametersOf(whole), "parameters");

        // A cleared slice is a new one, whatever it held.
        float[] again = new float[network.ParameterCount];
        slices[2].Clear();
        slices[1] = new GradientSlice();
        Add(batch, 1);
        Add(batch, 2);
        sliced.CopyGradientTo(slices[1], gradient);
        sliced.CopyGradientTo(slices[2], again);
        Bitwise.AssertEqual(again, gradient, "gradient");

        void Add(Batch samples, int slice) => sliced.AddGradient(samples.Inputs, samples.Targets, [], scale, slices[slice]);
    }

    [Fact]
    public void Weights_go_with_their_samples_from_block_to_block()
    {
        var bench = new Bench(NetworkCatalogue.Of<N3x17x2_ReLU_Identity>(), seed: 43);
        const int N = (2 * Block) + 100;
        Batch batch = bench.Batch(N);
        float[] weights = [.. Enumerable.Range(0, N).Select(row => row < Block ? 0f : row < Block + 60 ? 1 : row < N - 60 ? 0 : 1)];
        int[] counted = [.. Enumerable.Range(0, N).Where(row => weights[row] > 0)];
        BoundedGradient expected = bench.Bounded.Gradient(
            [.. counted.SelectMany(row => Rows(batch.Inputs, 3, row, 1).ToArray())], [.. counted.SelectMany(row => Rows(batch.Targets, 2, row, 1).ToArray())]);
        float[] gradient = new float[bench.Case.ParameterCount];
        var slice = new GradientSlice();

        bench.Network.Sliced.AddGradient(batch.Inputs, batch.Targets, weights, 1f / counted.Length, slice);
        bench.Network.Sliced.CopyGradientTo(slice, gradient);

        Bounded.AssertAll(gradient, expected.Elements, "weighted gradient");
    }

    [Theory]
    [MemberData(nameof(Large))]
    public void Blocks_allocate_nothing_but_a_slice_its_memory_once(Type type, int n)
    {
        var bench = new Bench(NetworkCatalogue.Of(type), seed: 44);
        Batch batch = Repeated(bench.Batch(Block), Math.Min(n, 5 * Block), bench.Case);
        float[] gradient = new float[bench.Case.ParameterCount];

        Least(() => bench.Network.ComputeGradient(batch.Inputs, batch.Targets, gradient)).ShouldBe(0, "gradient");
        bench.Network.TrainStep(batch.Inputs, batch.Targets, Rate);
        Least(() => bench.Network.TrainStep(batch.Inputs, batch.Targets, Rate)).ShouldBe(0, "step");

        static long Least(Action call)
        {
            call();
            return Enumerable.Range(0, 3).Min(_ =>
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                call();
                return GC.GetAllocatedBytesForCurrentThread() - before;
            });
        }
    }

    /// <summary>Rows whose terms mostly have one sign, so that what a long sum loses adds up; and what the oracle says of 1,024 of them.</summary>
    private static (Bench Bench, Batch Rows, BoundedGradient Expected) Drifting(Type type)
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
    private static BoundedGradient OfBlock(BoundedGradient gradient)
    {
        double gamma = Rounding.Gamma(Block);
        return gradient with
        {
            Loss = gradient.Loss.Widened(gamma * Math.Abs(gradient.Loss.Value)),
            Elements = [.. gradient.Elements.Zip(gradient.Magnitudes, (element, magnitude) => element.Widened(gamma * magnitude))],
        };
    }

    private static int Multiple(int least, Batch rows, NetworkCase network)
    {
        int count = rows.Inputs.Length / network.InputSize;
        return (least + count - 1) / count * count;
    }

    private static Batch Repeated(Batch rows, int n, NetworkCase network) => new(
        Repeated(rows.Inputs, n * network.InputSize), Repeated(rows.Targets, n * network.OutputSize), rows.Labels is { } labels ? Repeated(labels, n) : null);

    private static T[] Repeated<T>(T[] values, int length)
    {
        T[] repeated = new T[length];
        for (int start = 0; start < length; start += values.Length)
        {
            values.AsSpan(0, Math.Min(values.Length, length - start)).CopyTo(repeated.AsSpan(start));
        }

        return repeated;
    }

    private static ReadOnlySpan<float> Rows(float[] values, int width, int start, int count) => values.AsSpan(start * width, count * width);
}
