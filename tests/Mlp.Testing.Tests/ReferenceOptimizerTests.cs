using System;
using System.Linq;
using Mlp.Testing.Reference;
using Mlp.Testing.Tests.PyTorch;
using Shouldly;
using Xunit;

namespace Mlp.Testing.Tests;

/// <summary>The oracle's optimizers against steps worked by hand and against PyTorch.</summary>
public sealed class ReferenceOptimizerTests
{
    private static readonly TorchReference Torch = TorchReference.Load();

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, Torch.Cases.Count)];

    // w = 1, α = 0.1, gradients 2 and then −1.
    [Theory]
    [InlineData("SGD", 0.8, 0.9)] // 1 − 0.2; + 0.1
    [InlineData("Momentum", 0.8, 0.72)] // b = 2, then 0.9·2 − 1 = 0.8
    [InlineData("Nesterov", 0.62, 0.648)] // 2 + 0.9·2 = 3.8, then −1 + 0.9·0.8 = −0.28
    [InlineData("RMSProp", 0.0, 0.44901326)] // v = 0.01·4, 2/0.2 = 10; then v = 0.0396 + 0.01, −1/√0.0496
    [InlineData("Adam", 0.9, 0.87336629)] // 1; then m̂ = 0.08/0.19, v̂ = 0.004996/0.001999
    public void The_first_two_steps_are_those_worked_by_hand(string optimizer, double first, double second)
    {
        double[] parameters = [1];
        var reference = new ReferenceOptimizer(new OptimizerConstants(optimizer), [true]);

        reference.Step(parameters, [2], 0.1);
        parameters[0].ShouldBe(first, 1e-7);
        reference.Step(parameters, [-1], 0.1);
        parameters[0].ShouldBe(second, 1e-7);
    }

    [Theory]
    [InlineData("SGD", 0.875)] // 1 − 0.1 (1 + 0.2·1 + 0.05)
    [InlineData("AdamW", 0.88)] // 1·(1 − 0.1·0.2) − 0.1
    public void Penalties_are_of_weights(string optimizer, double weight)
    {
        double[] parameters = [1, 1];
        var constants = new OptimizerConstants(optimizer) { WeightDecay = 0.2, L1 = 0.05 };

        new ReferenceOptimizer(constants, [true, false]).Step(parameters, [1, 1], 0.1);

        parameters[0].ShouldBe(weight, 1e-7);
        parameters[1].ShouldBe(0.9, 1e-7, "biases are not decayed");
    }

    [Fact]
    public void A_weight_of_zero_has_no_L1_gradient()
    {
        double[] parameters = [0, -1];
        var constants = new OptimizerConstants("SGD") { L1 = 0.5 };

        new ReferenceOptimizer(constants, [true, true]).Step(parameters, [0, 0], 0.1);

        parameters.ShouldBe([0, -0.95]);
    }

    [Fact]
    public void The_weights_of_a_network_are_all_but_its_biases()
    {
        var network = new ReferenceNetwork([2, 1, 2], Activation.Tanh, Activation.Identity);

        ReferenceOptimizer.WeightsOf(network).ShouldBe([true, true, false, true, true, false, false]);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Ten_steps_are_those_of_PyTorch(int index)
    {
        TorchCase torch = Torch.Cases[index];
        double[] parameters = [.. Torch.Start];
        var optimizer = new ReferenceOptimizer(torch.ToConstants(), [true, true, true, false, false]);
        for (int step = 0; step < Torch.Gradients.Length; step++)
        {
            optimizer.Step(parameters, Torch.Gradients[step], Torch.Rate);
            for (int i = 0; i < parameters.Length; i++)
            {
                parameters[i].ShouldBe(torch.Parameters[step][i], 1e-12 * (1 + Math.Abs(torch.Parameters[step][i])), $"{torch.Optimizer}, step {step}, parameter {i}");
            }
        }
    }
}
