using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using Mlp.Testing.Reference;
using Shouldly;
using Xunit;

namespace Mlp.Testing.Tests.Interpretation;

/// <summary>What holds of every call of an interpreter, and what is no number or too large for one.</summary>
public sealed class InterpreterCallTests
{
    public static IEnumerable<object[]> Outputs => ReferenceGrid.Outputs.Select(pair => new object[] { pair.Output, pair.Loss });

    [Theory]
    [InlineData("4 | Dense 16 SiLU | Dense 3")]
    [InlineData("3 | Dense 5000 SiLU | Dense 2")]
    [InlineData("8x8x4 | Affine 2 1 | Conv 6 3 Same groups 2 GELU | MaxPool 3 stride 2 Same | Activation SiLU | Conv 3 2 | Clip -1 1 | AveragePool 2 | Dense 3")]
    [InlineData("9x3 | Conv 5 3 Causal Tanh | GlobalAveragePool | Dense 2")]
    [InlineData("40x40x3 | Conv 5 3 Mish | MaxPool 4 | Dense 3")]
    public void Nothing_is_allocated_not_even_by_the_first_calls(string stack)
    {
        var network = new InterpretedCase(LayerText.Network(stack, Activation.Softmax, Loss.CrossEntropy), StorageOrder.Mixed);
        (float[] inputs, float[] targets) = (network.AnyInputs(3), network.Targets(3));
        float[] outputs = new float[3 * network.Reference.OutputSize];
        float[] gradient = new float[network.ParameterCount];
        float[] work = new float[network.Interpreter.TrainingFloats];
        float[] errors = new float[inputs.Length];
        int[] labels = [0, 1, 1];
        ref int none = ref Unsafe.NullRef<int>();

        long before = GC.GetAllocatedBytesForCurrentThread();
        network.Interpreter.Forward(ref network.Parameters, ref inputs[0], ref outputs[0]);
        network.Interpreter.ForwardBatch(ref network.Parameters, ref inputs[0], ref outputs[0], 3);
        network.Interpreter.Loss(ref network.Parameters, ref inputs[0], ref targets[0], ref none, 3);
        network.Interpreter.Loss(ref network.Parameters, ref inputs[0], ref Unsafe.NullRef<float>(), ref labels[0], 3);
        network.Interpreter.Gradient(ref network.Parameters, ref inputs[0], ref targets[0], ref none, 3, gradient);
        network.Interpreter.Train(
            ref network.Parameters, ref inputs[0], ref targets[0], ref none, ref Unsafe.NullRef<float>(), 1, -0.1f, ref work[0], ref network.Parameters);
        network.Interpreter.InputGradient(ref network.Parameters, inputs, targets, default, errors);
        network.Interpreter.InputGradient(ref network.Parameters, inputs, default, labels, errors);
        network.Interpreter.Backpropagate(ref network.Parameters, inputs, outputs, gradient, errors, 1024);
        network.Interpreter.Backpropagate(ref network.Parameters, inputs, outputs, default, errors, 1024);
        network.Interpreter.Backpropagate(ref network.Parameters, inputs, outputs, gradient, default, 1);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Outputs))]
    public void A_batch_is_its_samples_one_by_one(string output, string loss)
    {
        var network = new InterpretedCase(LayerText.Network("3x2 | Conv 4 2 Softplus | MaxPool 2 stride 1 Same | Dense 11 Softplus | Dense 3", output, loss), StorageOrder.Mixed);
        float[] inputs = network.AnyInputs(7);

        float[] batch = network.Outputs(inputs);

        float[] alone = new float[3];
        for (int sample = 0; sample < 7; sample++)
        {
            network.Interpreter.Forward(ref network.Parameters, ref inputs[sample * 6], ref alone[0]);
            alone.ShouldBe(batch[(sample * 3)..((sample + 1) * 3)]);
        }
    }

    [Fact]
    public void Threads_share_an_interpreter()
    {
        var network = new InterpretedCase(
            LayerText.Network("4x2 | Conv 5 2 GELU | MaxPool 2 stride 1 | Dense 40 GELU | Dense 5", Activation.Softmax, Loss.CrossEntropy), StorageOrder.Mixed);
        (float[] inputs, float[] targets) = (network.AnyInputs(20), network.Targets(20));
        network.Gradient(inputs, targets, out float[] expected);

        Parallel.For(0, 8, _ =>
        {
            network.Gradient(inputs, targets, out float[] gradient);
            gradient.ShouldBe(expected);
        });
    }

    [Fact]
    public void No_samples_leave_all_as_it_was()
    {
        var network = new InterpretedCase([2, 3], Activation.Identity, Activation.Identity, Loss.SquaredError, StorageOrder.ByInput);
        float[] before = network.Storage.Span.ToArray();

        network.Train([], [], labels: null, weights: null, 1, network.Storage).ShouldBe(0);

        MemoryMarshal.AsBytes(network.Storage.Span).SequenceEqual(MemoryMarshal.AsBytes<float>(before)).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Outputs))]
    public void Logits_of_ten_thousand(string output, string loss)
    {
        var network = new InterpretedCase([5, 9, 4], Activation.Tanh, output, loss, StorageOrder.Mixed);
        (float[] inputs, float[] targets) = (network.Inputs(3), network.Targets(3));
        network.Use([.. network.Reference.Parameters.Select((value, i) => (float)(i >= network.Description.Layers[^1].ParameterOffset ? value * 1e4 : value))]);

        Bounded.AssertAll(network.Outputs(inputs), network.Bounds.Forward(inputs), "output");
        float actual = network.Gradient(inputs, targets, out float[] gradient);
        if (output == Activation.Exp)
        {
            // e^10000 is no number of single precision, and its gradient is ∞ · 0 in places.
            return;
        }

        BoundedGradient expected = network.Bounds.Gradient(inputs, targets);
        expected.Loss.Assert(actual, "loss");
        Bounded.AssertAll(gradient, expected.Elements, "gradient");
        gradient.ShouldAllBe(element => float.IsFinite(element));
    }

    [Theory]
    [MemberData(nameof(Outputs))]
    public void A_NaN_in_one_sample_makes_its_prediction_NaN_and_no_other(string output, string loss)
    {
        var network = new InterpretedCase([5, 9, 4], Activation.ReLU, output, loss, StorageOrder.Mixed);
        float[] inputs = network.Inputs(3);
        float[] clean = network.Outputs(inputs);
        inputs[7] = float.NaN;

        float[] outputs = network.Outputs(inputs);

        outputs[4..8].ShouldAllBe(value => float.IsNaN(value));
        outputs[..4].ShouldBe(clean[..4]);
        outputs[8..].ShouldBe(clean[8..]);
        float.IsNaN(network.Loss(inputs, network.Targets(3))).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Outputs))]
    public void Infinities_go_where_the_formulas_send_them(string output, string loss)
    {
        var network = new InterpretedCase([5, 9, 4], Activation.ReLU, output, loss, StorageOrder.Mixed);
        foreach (float infinity in new[] { float.PositiveInfinity, float.NegativeInfinity })
        {
            float[] inputs = network.Inputs(1);
            inputs[2] = infinity;
            float[] outputs = network.Outputs(inputs);
            double[] expected = network.Reference.Forward(inputs);
            for (int k = 0; k < outputs.Length; k++)
            {
                // z · σ(z) and its like at −∞ are 0 as limits and NaN as products: either will do.
                if (output is Activation.SiLU or Activation.GELU or Activation.Mish or Activation.HardSwish && double.IsNaN(expected[k]))
                {
                    continue;
                }

                float.IsNaN(outputs[k]).ShouldBe(double.IsNaN(expected[k]), $"output {k} is {outputs[k]}, the reference {expected[k]}");
                if (double.IsInfinity(expected[k]))
                {
                    outputs[k].ShouldBe((float)expected[k]);
                }
            }
        }
    }

    [Fact]
    public void A_NaN_goes_where_the_windows_see_it()
    {
        var network = new InterpretedCase(LayerText.Network("6x2 | Conv 3 2 ReLU | MaxPool 2 | AveragePool 1 | Clip -9 9 | Affine 2 1"), StorageOrder.Mixed);
        float[] inputs = network.AnyInputs(1);
        float[] clean = network.Outputs(inputs);
        inputs[5] = float.NaN;

        float[] outputs = network.Outputs(inputs);

        // The third step is seen by the second and the third window of the convolution, which are in both windows of the pool.
        outputs.ShouldAllBe(value => float.IsNaN(value));
        inputs[5] = 0;
        inputs[0] = float.NaN;
        outputs = network.Outputs(inputs);
        outputs[..3].ShouldAllBe(value => float.IsNaN(value));
        outputs[3..].ShouldAllBe(value => float.IsFinite(value));
        clean.ShouldAllBe(value => float.IsFinite(value));
    }

    [Fact]
    public void A_class_that_is_impossible_costs_nothing_where_its_target_is_0()
    {
        var network = new InterpretedCase([1, 3], Activation.Identity, Activation.Softmax, Loss.CrossEntropy, StorageOrder.ByOutput);
        network.Use([0, 0, float.NegativeInfinity, 0, 0, 0]);

        // ℓ = log(1 + 1 + 0) − 0.
        network.Loss([1], [1, 0, 0]).ShouldBe(MathF.Log(2), 1e-6);
        network.Loss([1], targets: null, [0]).ShouldBe(MathF.Log(2), 1e-6);
        network.Outputs([1]).ShouldBe([0.5f, 0.5f, 0]);
        network.Loss([1], targets: null, [2]).ShouldBe(float.PositiveInfinity);
    }
}
