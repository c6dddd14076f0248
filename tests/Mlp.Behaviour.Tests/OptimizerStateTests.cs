using System.Linq;
using Shouldly;
using Xunit;

namespace Mlp.Behaviour.Tests;

/// <summary>What an optimizer remembers goes with a clone, ends with an initialization, and outlives new parameters.</summary>
public sealed class OptimizerStateTests
{
    private const float Rate = 0.02f;

    private static readonly int[] BatchSizes = [3, 65, 32, 1, 130, 16, 64];

    [Theory]
    [EveryOptimizer]
    public void A_clone_goes_on_to_the_last_bit(NetworkCase network)
    {
        var bench = new Bench(network);
        Train(bench, bench.Network);

        NetworkInstance clone = bench.Network.Clone();

        Train(bench, bench.Network, clone);
        Bitwise.AssertEqual(bench.ParametersOf(clone), bench.Parameters, "the clone's parameters");
    }

    [Theory]
    [EveryOptimizer]
    public void Training_a_clone_leaves_the_state_of_the_original(NetworkCase network)
    {
        (var alone, var accompanied) = (new Bench(network), new Bench(network));
        Train(alone, alone.Network);
        Train(accompanied, accompanied.Network);

        NetworkInstance clone = accompanied.Network.Clone();
        Train(new Bench(network, seed: 2), clone);
        clone.Initialize(3);

        Train(alone, alone.Network);
        Train(accompanied, accompanied.Network);
        Bitwise.AssertEqual(accompanied.Parameters, alone.Parameters, "parameters");
    }

    [Theory]
    [EveryOptimizer]
    public void Initialize_is_a_new_beginning(NetworkCase network)
    {
        var bench = new Bench(network);
        Train(bench, bench.Network);
        float[] poison = [.. Enumerable.Repeat(float.NaN, network.ParameterCount)];
        bench.Network.SetParameters(poison);
        bench.Network.TrainStep(bench.Inputs(3), bench.Targets(3), Rate);

        bench.Network.Initialize(9);

        NetworkInstance fresh = network.Create(9);
        Train(bench, bench.Network, fresh);
        Bitwise.AssertEqual(bench.Parameters, bench.ParametersOf(fresh), "parameters");
    }

    [Theory]
    [EveryOptimizer]
    public void New_parameters_leave_the_state(NetworkCase network)
    {
        var bench = new Bench(network);
        Train(bench, bench.Network);
        NetworkInstance untouched = bench.Network.Clone();
        NetworkInstance fresh = network.Create(1);
        float[] parameters = bench.Parameters;
        fresh.SetParameters(parameters);

        bench.Network.SetParameters(bench.RandomParameters());
        bench.Network.SetParameters(parameters);

        Train(bench, bench.Network, untouched, fresh);
        Bitwise.AssertEqual(bench.Parameters, bench.ParametersOf(untouched), "parameters");
        Bitwise.AreEqual(bench.Parameters, bench.ParametersOf(fresh)).ShouldBe(network.Optimizer.Name == "SGD", "only SGD remembers nothing");
    }

    [Theory]
    [EveryOptimizer]
    public void What_does_not_train_leaves_the_state(NetworkCase network)
    {
        var bench = new Bench(network);
        NetworkInstance asked = bench.Network.Clone();
        (float[] inputs, float[] targets) = (bench.Inputs(70), bench.Targets(70));
        for (int round = 0; round < 3; round++)
        {
            asked.ForwardBatch(inputs, new float[70 * network.OutputSize]);
            asked.ComputeLoss(inputs, targets);
            asked.ComputeGradient(inputs, targets, new float[network.ParameterCount]);
            Train(bench, bench.Network, asked);
        }

        Bitwise.AssertEqual(bench.ParametersOf(asked), bench.Parameters, "parameters");
    }

    /// <summary>The same steps for all.</summary>
    private static void Train(Bench bench, params NetworkInstance[] networks)
    {
        foreach (int samples in BatchSizes)
        {
            Batch batch = bench.Batch(samples);
            foreach (NetworkInstance network in networks)
            {
                network.TrainStep(batch.Inputs, batch.Targets, Rate);
            }
        }
    }
}
