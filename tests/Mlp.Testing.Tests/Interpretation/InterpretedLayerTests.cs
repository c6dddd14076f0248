using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using FsCheck;
using FsCheck.Fluent;
using Mlp.Testing.Reference;
using Shouldly;
using Xunit;

namespace Mlp.Testing.Tests.Interpretation;

/// <summary>Every kind of layer in the interpreter against its oracle: odd shapes, paddings, strides, groups, activations, and stacks drawn at random.</summary>
public sealed class InterpretedLayerTests
{
    private static readonly string[] Stacks =
    [
        // A size of one, everywhere and along an axis.
        "1x1 | Conv 1 1 Tanh | Dense 1",
        "1x1x1 | Conv 1 1 | MaxPool 1 | AveragePool 1 | GlobalAveragePool | Dense 1",
        "1x7x2 | Conv 3 1x3 ReLU | Dense 2",
        "9x1x2 | Conv 3 3x1 SiLU | MaxPool 2x1 | Dense 2",

        // A lane, one less, one more; filters and channels.
        "6x15 | Conv 16 3 ReLU | Conv 17 2 Tanh | Dense 3",
        "5x4x17 | Conv 15 2 GELU | Dense 3",
        "6x16 | Conv 16 3 Same Sigmoid | MaxPool 2 | Dense 2",

        // Kernels: as long as the input, not square, even, dilated, with a stride past what is left.
        "5x3 | Conv 4 5 Tanh | Dense 2",
        "4x6x2 | Conv 3 4x6 Tanh | Dense 2",
        "7x6x2 | Conv 3 2x3 Tanh | Dense 2",
        "8x2 | Conv 3 4 Same Tanh | Dense 2",
        "9x2 | Conv 3 3 dilation 4 Tanh | Dense 2",
        "9x8x2 | Conv 3 3 dilation 2 Same Softplus | Dense 2",
        "8x2 | Conv 3 3 stride 4 Tanh | Dense 2",
        "7x5x2 | Conv 3 2 stride 3 Tanh | Conv 2 1 stride 2 | Dense 2",
        "5x2 | Conv 3 2 stride 7 Tanh | Dense 2",
        "7x9x1 | Conv 3 3 stride 2 Same Tanh | Dense 2",
        "6x1 | Conv 2 2 stride 3 Same Tanh | Dense 2",
        "3x2x2 | Conv 2 5 Same Tanh | Dense 2",
        "9x8x2 | Conv 3 2x3 stride 2x1 dilation 3x2 Tanh | Dense 2",
        "8x9x1 | Conv 3 3x2 stride 1x3 dilation 1x4 Same Tanh | MaxPool 2x3 stride 3x2 Same | Dense 2",

        // Sequences that see what was before.
        "6x2 | Conv 3 3 Causal Tanh | Conv 3 3 Causal dilation 2 Tanh | Dense 2",
        "3x2 | Conv 3 2 Causal dilation 5 stride 2 Tanh | Dense 2",

        // Groups, up to each channel by itself, and several filters of each.
        "6x4 | Conv 6 3 groups 2 Tanh | Dense 2",
        "5x5x4 | Conv 4 3 groups 4 Same Tanh | Conv 3 1 ReLU | Dense 2",
        "5x17 | Conv 34 3 groups 17 Tanh | Dense 2",

        // Pools: over what is left, over each other, past the ends, with holes between.
        "7x3 | MaxPool 2 | Dense 2",
        "7x7x3 | Conv 2 1 | MaxPool 3 stride 2 Same | Dense 2",
        "7x5x2 | Conv 3 1 Tanh | MaxPool 3x2 stride 1 | Dense 2",
        "8x3 | Conv 3 1 Tanh | MaxPool 2 stride 3 Same | Dense 2",
        "6x5x2 | Conv 2 2 ReLU | MaxPool 5x4 | Dense 2",
        "7x3 | AveragePool 2 | Dense 2",
        "7x7x3 | Conv 2 1 | AveragePool 3 stride 2 Same | Dense 2",
        "7x5x2 | Conv 3 1 Tanh | AveragePool 3x2 stride 1 | Dense 2",
        "8x3 | Conv 3 1 Tanh | AveragePool 4 stride 3 Same | Dense 2",
        "5x3 | Conv 4 2 Tanh | GlobalAveragePool | Dense 2",
        "4x3x17 | GlobalAveragePool | Dense 2",

        // What goes value by value.
        "4x3 | Affine 2 -0.25 | Conv 3 2 | Affine 1,-0.5,0 0.5,0,1 | Dense 2",
        "5 | Affine 1,2,3,4,5 5,4,3,2,1 | Dense 3 | Clip -0.5 0.75 | Dense 2",
        "4x3 | Clip -0.5 0.5 | Conv 3 2 | Activation SiLU | Clip 0 6 | Activation Tanh | Dense 2",
        "5x4x3 | PReLU | Conv 17 2 | PReLU | MaxPool 2 | Dense 9 ReLU | PReLU | Dense 3",
        "6 | Dense 5 | Activation GELU | Affine 0.5 0.5 | Dense 3",

        // What drops values: at the start, between, side by side, of a sequence, and all but a few of many.
        "6 | Dropout 0.5 | Dense 5 Tanh | Dropout 0.25 | Dense 3",
        "5x4x2 | Conv 3 2 ReLU | Dropout 0.5 | MaxPool 2 | Dropout 0 | Dropout 0.75 | Dense 2",
        "9x3 | Dropout 0.1 | Conv 4 3 Tanh | Dropout 0.9 | GlobalAveragePool | Dense 2",
        "40x8 | Dropout 0.99 | Dense 5 SiLU | Dense 2",

        // The head behind another kind than dense.
        "6x2 | Conv 3 6",
        "6x5x2 | Conv 3 3 ReLU | GlobalAveragePool",
        "6x3 | Conv 3 2 Tanh | MaxPool 5",
        "6x3 | Conv 3 2 Tanh | AveragePool 5",
        "3 | Dense 3 | Affine 2 1",
        "3 | Dense 3 Tanh | Clip -0.5 0.5",

        // As people build them, and past the memory of the stack.
        "8x8x1 | Conv 4 3 ReLU | MaxPool 2 | Conv 6 3 Same Tanh | GlobalAveragePool | Dense 10",
        "12x12x1 | Conv 6 5 ReLU | MaxPool 2 | Conv 16 3 ReLU | MaxPool 2 | Dense 12 ReLU | Dense 8 ReLU | Dense 10",
        "40x40x3 | Conv 5 3 ReLU | MaxPool 4 | Dense 3",
    ];

    public static TheoryData<string, StorageOrder> StacksAndOrders
    {
        get
        {
            var data = new TheoryData<string, StorageOrder>();
            foreach (string stack in Stacks)
            {
                data.Add(stack, StorageOrder.ByInput);
                data.Add(stack, StorageOrder.ByOutput);
            }

            return data;
        }
    }

    public static TheoryData<string> Activations => [.. ReferenceGrid.Hidden.Where(name => !name.Contains(", ", StringComparison.Ordinal))];

    public static IEnumerable<object[]> Outputs => ReferenceGrid.Outputs.Select(pair => new object[] { pair.Output, pair.Loss });

    [Theory]
    [MemberData(nameof(StacksAndOrders))]
    public void Every_kind_and_shape(string stack, StorageOrder order)
    {
        AssertAgrees(new InterpretedCase(LayerText.Network(stack), order), samples: 3);
        AssertAgrees(new InterpretedCase(LayerText.Network(stack, Activation.Softmax, Loss.CrossEntropy), order, seed: 11), samples: 2);
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void Every_activation(string activation)
    {
        AssertAgrees(new InterpretedCase(LayerText.Network($"7x6x2 | Conv 5 3 {activation} | MaxPool 2 | Conv 3 2 {activation} Same | Dense 2"), StorageOrder.Mixed), samples: 5);
        AssertAgrees(new InterpretedCase(LayerText.Network($"9x2 | Activation {activation} | Conv 17 3 | Activation {activation} | AveragePool 3 | Dense 2"), StorageOrder.Mixed), samples: 5);
    }

    [Theory]
    [MemberData(nameof(Outputs))]
    public void Every_output_and_loss(string output, string loss) =>
        AssertAgrees(new InterpretedCase(LayerText.Network("6x6x1 | Conv 4 3 Tanh | MaxPool 2 | Conv 3 2", output, loss), StorageOrder.Mixed), samples: 5);

    /// <summary>A failure names the smallest network that still fails.</summary>
    [Fact]
    public void Stacks_drawn_at_random()
    {
        int done = 0;
        Prop.ForAll(DrawnStack.Any, drawn =>
        {
            done++;
            AssertAgrees(drawn.Case(), drawn.Samples);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(new Replay(new Rnd(1, 3), null)));
        done.ShouldBeGreaterThanOrEqualTo(200);
    }

    [Fact]
    public void What_fails_shrinks_to_what_it_fails_for()
    {
        Exception failure = Should.Throw<Exception>(() => Prop.ForAll(DrawnStack.Any, drawn => !drawn.Stack.Contains("MaxPool", StringComparison.Ordinal))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(new Replay(new Rnd(1, 3), null))));

        string shrunk = failure.Message[failure.Message.IndexOf("Shrunk:", StringComparison.Ordinal)..];
        shrunk.ShouldContain("1 | MaxPool 1");
        shrunk.ShouldNotContain("Conv");
        shrunk.ShouldNotContain("Dense");
    }

    [Theory]
    [MemberData(nameof(StacksAndOrders))]
    public void No_samples_leave_all_as_it_was(string stack, StorageOrder order)
    {
        var network = new InterpretedCase(LayerText.Network(stack), order);
        float[] before = network.Storage.Span.ToArray();

        network.Outputs([]).ShouldBeEmpty();
        network.Train([], [], labels: null, weights: null, 1, network.Storage).ShouldBe(0);
        network.Backpropagate([], []).Gradient.ShouldBe(new float[network.ParameterCount]);

        MemoryMarshal.AsBytes(network.Storage.Span).SequenceEqual(MemoryMarshal.AsBytes<float>(before)).ShouldBeTrue();
    }

    [Fact]
    public void The_gradient_of_a_convolution_is_a_sum_over_positions()
    {
        // All draw one way, so that a sum in single precision drifts: further than a bound of one product a sample explains.
        const int Length = 20_000;
        var network = new InterpretedCase(LayerText.Network($"{Length}x1 | Conv 1 1"), StorageOrder.ByInput);
        network.Use([0, 0]);
        (float[] inputs, float[] targets) = (ReferenceGrid.Uniform(Length, 1, 2, network.Random), ReferenceGrid.Uniform(Length, 0.3, 0.4, network.Random));

        InterpreterAgreement.AssertAll(network, inputs, targets);
        InterpreterAgreement.AssertWeighted(network, inputs, targets);
        InterpreterAgreement.AssertStep(network, inputs, targets, labels: null);
    }

    [Theory]
    [InlineData("8x8x2 | Conv 5 3 Tanh | AveragePool 2 | Conv 4 2 Same SiLU | GlobalAveragePool | Dense 3")]
    [InlineData("9x3 | Conv 6 3 Causal groups 3 Tanh | MaxPool 3 | Affine 2 1 | Dense 3")]
    public void A_weight_off_by_a_thousandth_is_refused(string stack)
    {
        // Or the bounds would prove nothing. Not every parameter: what is off is one layer's, so that errors do not cancel.
        var network = new InterpretedCase(LayerText.Network(stack), StorageOrder.Mixed);
        (float[] inputs, float[] targets) = (network.AnyInputs(4), network.Targets(4));
        float[] parameters = [.. network.Reference.Parameters.Select(value => (float)value)];
        foreach (LayerDescription layer in network.Description.Layers.Where(layer => layer.ParameterCount > 0))
        {
            float[] changed = [.. parameters];
            changed[layer.ParameterOffset + 1] += 0.001f;
            network.Import(changed, network.Storage.Span);

            Should.Throw<MismatchException>(() => InterpreterAgreement.AssertAll(network, inputs, targets), layer.Kind);
            Should.Throw<MismatchException>(() => InterpreterAgreement.AssertErrors(network, inputs, targets), layer.Kind);
        }
    }

    private static void AssertAgrees(InterpretedCase network, int samples)
    {
        (float[] inputs, float[] targets) = (network.AnyInputs(samples), network.Targets(samples));
        InterpreterAgreement.AssertAll(network, inputs, targets);
        InterpreterAgreement.AssertErrors(network, inputs, targets);
        InterpreterAgreement.AssertWeighted(network, inputs, targets);
        InterpreterAgreement.AssertStep(network, inputs[..network.Reference.InputSize], targets[..network.Reference.OutputSize], labels: null);
    }
}
