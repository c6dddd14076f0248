using System;
using System.Collections.Concurrent;
using System.Linq;
using Mlp.Testing.Reference;

namespace Mlp.Behaviour.Tests.ForcedPlans;

/// <summary>What the oracle expects of a shape, computed once: its plans differ, its mathematics does not.</summary>
internal sealed class ForcedOracle
{
    private const float Rate = 0.05f;
    private const int SingleSamples = 20;

    private static readonly int[] BatchSizes = [1, 2, 7, 15, 16, 17, 31, 32, 33, 64, 65, 130];
    private static readonly int[] StepSizes = [1, 17, 33, 130];
    private static readonly int[] LabelledSizes = [17, 65];
    private static readonly ConcurrentDictionary<ForcedShape, ForcedOracle> Known = new();

    private readonly float[] _parameters;
    private readonly float[] _inputs;
    private readonly Bounded[] _outputs;
    private readonly (Batch Batch, BoundedGradient Gradient)[] _batches;
    private readonly (Batch Batch, (Bounded[] Parameters, Bounded Loss) Expected)[] _steps;

    private ForcedOracle(NetworkCase network)
    {
        var bench = new Bench(network);
        _parameters = bench.Parameters;
        _inputs = bench.Inputs(BatchSizes[^1]);
        _outputs = bench.Bounded.Forward(_inputs);
        _batches = [.. BatchSizes.Select(bench.Batch).Concat(Labelled(bench)).Select(batch => (batch, bench.Bounded.Gradient(batch.Inputs, batch.Targets)))];
        _steps = [.. StepSizes.Select(bench.Batch).Concat(Labelled(bench)).Select(batch =>
            (batch, (bench.Bounded.Step(batch.Inputs, batch.Targets, Rate, out Bounded loss), loss)))];
    }

    /// <summary>The oracle of a shape; any of its networks will do to describe it.</summary>
    public static ForcedOracle Of(ForcedShape shape, NetworkCase network) => Known.GetOrAdd(shape, _ => new ForcedOracle(network));

    /// <summary>Samples one by one.</summary>
    public void CheckSamples(NetworkCase network)
    {
        NetworkInstance instance = Create(network);
        (int input, int output) = (network.InputSize, network.OutputSize);
        for (int sample = 0; sample < SingleSamples; sample++)
        {
            Agreement.Forward(instance, _inputs[(sample * input)..((sample + 1) * input)], _outputs.AsSpan(sample * output, output), $"sample {sample}, output");
        }
    }

    /// <summary>Everything that takes a batch.</summary>
    public void CheckBatches(NetworkCase network)
    {
        NetworkInstance instance = Create(network);
        foreach (int n in BatchSizes)
        {
            Agreement.ForwardBatch(instance, _inputs[..(n * network.InputSize)], _outputs.AsSpan(0, n * network.OutputSize), $"batch of {n}, output");
        }

        foreach ((Batch batch, BoundedGradient expected) in _batches)
        {
            Agreement.Loss(instance, batch, expected.Loss, Describe(batch, network));
            Agreement.Gradient(instance, batch, expected, Describe(batch, network));
        }

        foreach ((Batch batch, (Bounded[] Parameters, Bounded Loss) expected) in _steps)
        {
            instance.SetParameters(_parameters);
            Agreement.Step(instance, batch, Rate, expected, Describe(batch, network));
        }

        var bench = new Bench(network, seed: 2);
        foreach (int n in new[] { 5, 32, 3 })
        {
            bench.AssertStep(bench.Batch(n), Rate, $"{n} after others");
        }

        bench.AssertApplication(bench.RandomParameters(), Rate);
    }

    private static Batch[] Labelled(Bench bench) => bench.Case.IsClassifier ? [.. LabelledSizes.Select(bench.LabelledBatch)] : [];

    private static string Describe(Batch batch, NetworkCase network) =>
        $"{batch.Inputs.Length / network.InputSize}{(batch.Labels is null ? "" : " with labels")}";

    private NetworkInstance Create(NetworkCase network)
    {
        NetworkInstance instance = network.Create(1);
        instance.SetParameters(_parameters);
        return instance;
    }
}
