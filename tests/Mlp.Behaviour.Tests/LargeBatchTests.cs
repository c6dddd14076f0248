using System;
using System.Globalization;
using System.IO;
using System.Linq;
using Mlp.Behaviour.Tests.ForcedPlans;
using Mlp.Behaviour.Tests.Networks;
using Mlp.Testing.Reference;
using Shouldly;
using Xunit;

namespace Mlp.Behaviour.Tests;

/// <summary>
/// What rounding does to a gradient has a bound that does not grow with the samples: that of 1,024 of them.
/// </summary>
public sealed class LargeBatchTests
{
    private const float Rate = 0.01f;

    /// <summary>Some rows past a block, and past two.</summary>
    [Theory]
    [EverySmallNetwork]
    public void A_batch_of_several_blocks_agrees_with_the_reference(NetworkCase network)
    {
        var bench = new Bench(network, seed: 41);
        Batch rows = bench.Batch(network.Affordable(64));
        BoundedGradient expected = LargeBatch.OfBlock(bench.Bounded.Gradient(rows.Inputs, rows.Targets));
        foreach (int n in new[] { LargeBatch.Block + 1, (2 * LargeBatch.Block) + 1 }.Select(least => LargeBatch.Multiple(least, rows, network)))
        {
            Agreement.Gradient(bench.Network, LargeBatch.Repeated(rows, n, network), expected, $"{n}");
        }
    }

    [Theory]
    [MemberData(nameof(LargeBatch.Cases), MemberType = typeof(LargeBatch))]
    public void The_gradient_of_a_million_samples_is_as_good_as_that_of_a_block(Type type, int n)
    {
        (Bench bench, Batch rows, BoundedGradient expected) = LargeBatch.Drifting(type);

        Agreement.Gradient(bench.Network, LargeBatch.Repeated(rows, n, bench.Case), expected, $"{n}");
        if (bench.Case.IsClassifier)
        {
            Batch labelled = bench.LabelledBatch(LargeBatch.Block);
            BoundedGradient ofLabels = bench.Bounded.Gradient(labelled.Inputs, labelled.Targets);
            Agreement.Gradient(bench.Network, LargeBatch.Repeated(labelled, n, bench.Case), ofLabels, $"{n} labelled");
        }
    }

    [Theory]
    [MemberData(nameof(LargeBatch.Cases), MemberType = typeof(LargeBatch))]
    public void A_step_on_a_million_samples_is_as_good_as_one_on_a_block(Type type, int n)
    {
        (Bench bench, Batch rows, BoundedGradient expected) = LargeBatch.Drifting(type);
        Bounded[] parameters = bench.Optimizer.Step(bench.Reference.Parameters, expected, LargeBatch.Block, Rate);

        Agreement.Step(bench.Network, LargeBatch.Repeated(rows, n, bench.Case), Rate, (parameters, expected.Loss), $"{n}");
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
        errors.ShouldAllBe(error => error <= (LargeBatch.Block + 5) * Rounding.Unit);
        errors[2].ShouldBeLessThanOrEqualTo(70 * Rounding.Unit);

        double Error(float mean, double sum) => Math.Abs((mean / (sum / n)) - 1);
    }

    [Theory]
    [MemberData(nameof(LargeBatch.Cases), MemberType = typeof(LargeBatch))]
    public void Blocks_allocate_nothing_but_a_slice_its_memory_once(Type type, int n)
    {
        var bench = new Bench(NetworkCatalogue.Of(type), seed: 44);
        Batch batch = LargeBatch.Repeated(bench.Batch(LargeBatch.Block), Math.Min(n, 5 * LargeBatch.Block), bench.Case);
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
}
