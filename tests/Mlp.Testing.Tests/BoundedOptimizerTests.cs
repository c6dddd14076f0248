using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Testing.Reference;
using Shouldly;
using Xunit;

namespace Mlp.Testing.Tests;

/// <summary>The bounds of the optimizers admit an honest single-precision evaluation over a hundred steps, and no other optimizer.</summary>
public sealed class BoundedOptimizerTests
{
    private const int Steps = 100;

    private static readonly OptimizerConstants[] Optimizers =
    [
        new("SGD"), new("Momentum"), new("Nesterov"), new("RMSProp"), new("Adam"), new("AdamW"),
        new("SGD") { WeightDecay = 0.05, L1 = 0.01 },
        new("Momentum") { Momentum = 0.8, WeightDecay = 0.05, L1 = 0.01 },
        new("Nesterov") { Momentum = 0.95, WeightDecay = 0.05, L1 = 0.01 },
        new("RMSProp") { Rho = 0.9, Epsilon = 1e-3, WeightDecay = 0.05, L1 = 0.01 },
        new("Adam") { Beta1 = 0.8, Beta2 = 0.95, Epsilon = 1e-3, WeightDecay = 0.05, L1 = 0.01 },
        new("AdamW") { Beta1 = 0.8, Beta2 = 0.95, Epsilon = 1e-3, WeightDecay = 0.05, L1 = 0.01 },
    ];

    public static TheoryData<int> Honest => [.. Enumerable.Range(0, Optimizers.Length)];

    /// <summary>Each constant that an optimizer has, off by a little.</summary>
    public static TheoryData<string, int> Wrong
    {
        get
        {
            var data = new TheoryData<string, int>();
            for (int index = 0; index < Optimizers.Length; index++)
            {
                foreach (string name in Changes(Optimizers[index]).Keys)
                {
                    data.Add(name, index);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Honest))]
    public void Single_precision_is_admitted(int index)
    {
        double[] sharpness = Run(Optimizers[index], Optimizers[index], biasesAreWeights: false);

        // Bounds by the length of the step they belong to: small for most, or the test proves nothing.
        Array.Sort(sharpness);
        sharpness[sharpness.Length / 2].ShouldBeLessThan(1e-3, $"half of the bounds of {Optimizers[index]}");
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_constant_off_by_a_hundredth_is_refused(string constant, int index) =>
        Should.Throw<MismatchException>(() => Run(Optimizers[index], Changes(Optimizers[index])[constant], biasesAreWeights: false));

    [Theory]
    [InlineData(6)]
    [InlineData(10)]
    [InlineData(11)]
    public void Penalties_of_biases_are_refused(int index) =>
        Should.Throw<MismatchException>(() => Run(Optimizers[index], Optimizers[index], biasesAreWeights: true));

    [Fact]
    public void Bounds_are_around_the_values_of_the_reference()
    {
        foreach (OptimizerConstants constants in Optimizers)
        {
            var random = new Random(2);
            ReferenceNetwork network = Network(random);
            (var plain, var bounded) = (new ReferenceOptimizer(constants, network), new BoundedOptimizer(constants, network));
            for (int step = 0; step < 20; step++)
            {
                float[] inputs = ReferenceGrid.Inputs(network, 7, random);
                float[] targets = ReferenceGrid.Targets(network, 7, random);
                Bounded[] expected = bounded.Step(network.Parameters, new BoundedReference(network).Gradient(inputs, targets), 7, 0.02);
                plain.Step(network.Parameters, network.Gradient(inputs, targets), 0.02);
                for (int i = 0; i < expected.Length; i++)
                {
                    expected[i].Value.ShouldBe(network.Parameters[i], 1e-12, $"{constants}, step {step}");
                }
            }
        }
    }

    /// <summary>A hundred steps of single precision with some constants, within the bounds of others.</summary>
    /// <returns>The bound of each parameter and step by the length of the step.</returns>
    private static double[] Run(OptimizerConstants expected, OptimizerConstants actual, bool biasesAreWeights)
    {
        var random = new Random(1);
        ReferenceNetwork network = Network(random);
        bool[] isWeight = ReferenceOptimizer.WeightsOf(network);
        bool[] decayed = [.. isWeight.Select(weight => weight || biasesAreWeights)];
        (var bounded, var single) = (new BoundedOptimizer(expected, isWeight), new SinglePrecisionOptimizer(actual, decayed));
        float[] parameters = Array.ConvertAll(network.Parameters, value => (float)value);
        var sharpness = new List<double>();
        for (int step = 0; step < Steps; step++)
        {
            network.SetParameters(parameters);
            int samples = 1 + (step * 7 % 20);
            float[] inputs = ReferenceGrid.Inputs(network, samples, random);
            float[] targets = ReferenceGrid.Targets(network, samples, random);
            float[] gradient = new float[parameters.Length];
            new SinglePrecisionNetwork(network).Gradient(inputs, targets, gradient);
            float rate = 0.02f / (1 + (0.01f * step));

            Bounded[] admitted = bounded.Step(network.Parameters, new BoundedReference(network).Gradient(inputs, targets), samples, rate);
            single.Step(parameters, gradient, rate);

            Bounded.AssertAll(parameters, admitted, $"step {step}, parameter");
            sharpness.AddRange(admitted.Select((bound, i) => bound.Bound / (Math.Abs(bound.Value - network.Parameters[i]) + 1e-12)));
        }

        return [.. sharpness];
    }

    private static ReferenceNetwork Network(Random random) =>
        ReferenceGrid.Network([4, 9, 3], Activation.Tanh, Activation.Softmax, Loss.CrossEntropy, random);

    private static Dictionary<string, OptimizerConstants> Changes(OptimizerConstants right)
    {
        Dictionary<string, OptimizerConstants> changes = right.Name switch
        {
            "Momentum" or "Nesterov" => new() { ["Momentum"] = right with { Momentum = right.Momentum * 0.99 } },
            "RMSProp" => new() { ["Rho"] = right with { Rho = 1 - ((1 - right.Rho) * 1.01) } },
            "Adam" or "AdamW" => new()
            {
                ["Beta1"] = right with { Beta1 = right.Beta1 * 0.99 },
                ["Beta2"] = right with { Beta2 = 1 - ((1 - right.Beta2) * 1.01) },
            },
            _ => [],
        };
        Add("Epsilon", right.Name is "RMSProp" or "Adam" or "AdamW" && right.Epsilon > 1e-6, right with { Epsilon = right.Epsilon * 1.01 });
        Add("WeightDecay", right.WeightDecay > 0, right with { WeightDecay = right.WeightDecay * 1.01 });
        Add("L1", right.L1 > 0, right with { L1 = right.L1 * 1.01 });
        return changes;

        void Add(string name, bool isWanted, OptimizerConstants changed)
        {
            if (isWanted)
            {
                changes[name] = changed;
            }
        }
    }
}
