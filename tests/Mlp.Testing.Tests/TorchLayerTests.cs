using System;
using System.Linq;
using Mlp.Testing.Reference;
using Mlp.Testing.Tests.Interpretation;
using Mlp.Testing.Tests.PyTorch;
using Shouldly;
using Xunit;

namespace Mlp.Testing.Tests;

/// <summary>The oracle, and the interpreter, compute what PyTorch computes.</summary>
public sealed class TorchLayerTests
{
    // Values are kept with nine digits.
    private const double Kept = 1e-8;

    private const double Single = 1e-5;

    private static readonly TorchLayers Torch = TorchLayers.Load();

    public static TheoryData<int, string> Layers => Cases([.. Torch.Layers.Select(layer => layer.Network)]);

    public static TheoryData<int, string> Trainings => Cases([.. Torch.Trainings.Select(training => training.Network)]);

    [Theory]
    [MemberData(nameof(Layers))]
    public void A_layer_is_that_of_PyTorch(int index, string network)
    {
        TorchLayer torch = Torch.Layers[index];
        var oracle = new ReferenceNetwork(LayerText.Network(network));
        oracle.SetParameters(torch.Parameters);
        (int arrive, int leave) = (oracle.InputSize, oracle.OutputSize);

        torch.Parameters.Length.ShouldBe(oracle.Parameters.Length);
        AssertClose([.. torch.Inputs.Chunk(arrive).SelectMany(sample => oracle.Forward(sample))], torch.Outputs, Kept, "output");
        oracle.MeanLoss(torch.Inputs, torch.Targets).ShouldBe(torch.Loss, Kept * torch.Loss);
        AssertClose(oracle.Gradient(torch.Inputs, torch.Targets), torch.Gradient, Kept, "gradient");
        AssertClose(oracle.InputGradient(torch.Inputs, torch.Targets), torch.InputGradient, Kept, "input gradient");
        torch.Targets.Length.ShouldBe(2 * leave);
    }

    // Ties too: sums of small integers are exact, and so are equals.
    [Theory]
    [MemberData(nameof(Layers))]
    public void A_layer_of_the_interpreter_is_that_of_PyTorch(int index, string network)
    {
        TorchLayer torch = Torch.Layers[index];
        var interpreted = new InterpretedCase(LayerText.Network(network), StorageOrder.Mixed);
        interpreted.Use(torch.Parameters);

        AssertClose(Widen(interpreted.Outputs(torch.Inputs)), torch.Outputs, Single, "output");
        interpreted.Gradient(torch.Inputs, torch.Targets, out float[] gradient).ShouldBe((float)torch.Loss, Single * torch.Loss);
        AssertClose(Widen(gradient), torch.Gradient, Single, "gradient");
        interpreted.InputGradient(torch.Inputs, torch.Targets, out float[] inputGradient);
        AssertClose(Widen(inputGradient), torch.InputGradient, Single, "input gradient");
    }

    [Theory]
    [MemberData(nameof(Trainings))]
    public void Twenty_steps_are_those_of_PyTorch(int index, string network)
    {
        TorchTraining torch = Torch.Trainings[index];
        var oracle = new ReferenceNetwork(LayerText.Network(network, Activation.Softmax, Loss.CrossEntropy));
        oracle.SetParameters(torch.Parameters);

        for (int step = 0; step < torch.Losses.Length; step++)
        {
            (float[] inputs, float[] targets) = Batch(torch, step);
            oracle.MeanLoss(inputs, targets).ShouldBe(torch.Losses[step], Kept * torch.Losses[step], $"step {step}");
            oracle.Step(inputs, targets, Torch.Rate);
        }

        torch.Losses.Length.ShouldBe(20);
        AssertClose(oracle.Parameters, torch.Trained, Kept, "parameter");
    }

    [Theory]
    [MemberData(nameof(Trainings))]
    public void Twenty_steps_of_the_interpreter_are_those_of_PyTorch(int index, string network)
    {
        TorchTraining torch = Torch.Trainings[index];
        var interpreted = new InterpretedCase(LayerText.Network(network, Activation.Softmax, Loss.CrossEntropy), StorageOrder.Mixed);
        float[] parameters = [.. torch.Parameters];

        for (int step = 0; step < torch.Losses.Length; step++)
        {
            (float[] inputs, float[] targets) = Batch(torch, step);
            interpreted.Use(parameters);
            double loss = interpreted.Gradient(inputs, targets, out float[] gradient);
            loss.ShouldBe(torch.Losses[step], Single * torch.Losses[step], $"step {step}");
            parameters = [.. parameters.Zip(gradient, (value, slope) => value - ((float)Torch.Rate * slope))];
        }

        AssertClose(Widen(parameters), torch.Trained, Single, "parameter");
    }

    /// <summary>Five samples of the twelve: layers.py has the same numbers.</summary>
    private static (float[] Inputs, float[] Targets) Batch(TorchTraining torch, int step)
    {
        int[] rows = [.. Enumerable.Range(4 * step, 5).Select(row => row % 12)];
        return (
            [.. rows.SelectMany(row => torch.Inputs.AsSpan(row * 64, 64).ToArray())],
            [.. rows.SelectMany(row => Enumerable.Range(0, 10).Select(k => k == torch.Labels[row] ? 1f : 0))]);
    }

    // Relative to the largest of them: what cancels is no more exact than that on either side.
    private static void AssertClose(double[] actual, double[] expected, double tolerance, string what)
    {
        actual.Length.ShouldBe(expected.Length);
        double largest = expected.Max(Math.Abs);
        for (int i = 0; i < actual.Length; i++)
        {
            actual[i].ShouldBe(expected[i], tolerance * largest, $"{what} {i}");
        }
    }

    private static double[] Widen(float[] values) => Array.ConvertAll(values, value => (double)value);

    private static TheoryData<int, string> Cases(string[] networks)
    {
        var data = new TheoryData<int, string>();
        foreach ((int index, string network) in networks.Index())
        {
            data.Add(index, network);
        }

        return data;
    }
}
