using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Mlp.Behaviour.Tests.DrawnStacks;
using Mlp.CompilerServices;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;
using Mlp.Generator.Planning;
using Mlp.Generator.Planning.Storage;
using Mlp.Testing.Reference;
using Xunit;

namespace Mlp.Behaviour.Tests.ForcedPlans;

/// <summary>
/// The kernels of deterministic networks have the bits of the interpreter: whatever the plan, for every activation
/// and every loss.
/// </summary>
public sealed class DeterministicPlanTests
{
    // Chunks, tiles and blocks do not divide them.
    private const int Samples = 77;

    private static readonly PlanChoices[] Forced =
    [
        new() { SampleIsUnrolled = false, ChunkSamples = 5 },
        new() { SampleIsUnrolled = true, RegisterVectors = 1, Order = WeightOrder.ByInput, SampleChains = 3 },
        new() { RegisterVectors = 0, Order = WeightOrder.InPanels, NestParts = 2 },
        new() { IsCompact = true, Order = WeightOrder.ByOutput, ScratchIsOnStack = false },
    ];

    public static TheoryData<int> Choices => [.. Enumerable.Range(-1, Forced.Length + 1)];

    [Theory]
    [MemberData(nameof(Choices))]
    public void Kernels_have_the_bits_of_the_interpreter(int choice)
    {
        if (!ActiveWidth.HasKernels)
        {
            return;
        }

        IEnumerable<ForcedShape> shapes = choice < 0 ? [.. ForcedShape.All, .. Layered] : ForcedShape.All.Skip(choice).Where((_, index) => index % 6 == 0);
        CheckAll(shapes, choice < 0 ? PlanChoices.Own : Forced[choice]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(32)]
    public void Kernels_over_planes_have_the_bits_of_the_interpreter(int? chunk)
    {
        if (ActiveWidth.HasKernels)
        {
            // A PReLU over positions has no kernels in a deterministic network.
            CheckAll(new StackDrawer(chunk ?? 17).Take(20).Where(stack => !stack.Model.Layers.Any(layer => layer is PReLULayer { Output.Extents.Count: > 1 })), new() { ChunkSamples = chunk });
        }
    }

    private static void CheckAll(IEnumerable<ForcedShape> networks, PlanChoices choices)
    {
        ForcedShape[] shapes = [.. networks.Select(shape => shape.Deterministic())];
        using var assembly = new ForcedAssembly([.. shapes.Select(shape => new ForcedCase(shape, choices, ChecksSample: true, ChecksBatches: true))]);
        foreach (ForcedShape shape in shapes)
        {
            try
            {
                Check(shape, assembly.Network(shape));
            }
            catch (MismatchException exception)
            {
                throw new MismatchException($"{shape}: {exception.Message}");
            }
        }
    }

    /// <summary>The layers that stand in rows beside dense ones.</summary>
    private static IEnumerable<ForcedShape> Layered =>
    [
        new(
            [new DenseLayer(Shape.Of(5), 37, ActivationKind.Identity), new PReLULayer(Shape.Of(37), 0.25), new DropoutLayer(Shape.Of(37), 0.5), new DenseLayer(Shape.Of(37), 3, ActivationKind.Identity)],
            new HeadModel(ActivationKind.Softmax, LossKind.CrossEntropy),
            OptimizerModel.SGD),
    ];

    private static void Check(ForcedShape shape, NetworkCase network)
    {
        var bench = new Bench(network, seed: 5);
        Batch batch = bench.Batch(Samples);
        (InterpretedNetwork interpreter, float[] parameters) = Interpreter(shape, network.Description, bench.Parameters);

        float[] outputs = new float[Samples * network.OutputSize];
        interpreter.ForwardBatch(ref parameters[0], ref batch.Inputs[0], ref outputs[0], Samples);
        Bitwise.AssertEqual(bench.Outputs(batch.Inputs), outputs, "outputs of a batch");
        for (int sample = 0; sample < 5; sample++)
        {
            float[] alone = new float[network.OutputSize];
            bench.Network.Forward(batch.Inputs.AsSpan(sample * network.InputSize, network.InputSize), alone);
            Bitwise.AssertEqual(alone, outputs.AsSpan(sample * network.OutputSize, network.OutputSize), $"outputs of sample {sample}");
        }

        float[] gradient = new float[network.ParameterCount];
        float[] expected = new float[network.ParameterCount];
        DropoutMasks masks = network.DrawsMasks && bench.ProgressOf(bench.Network).Masks is { } progress ? new DropoutMasks(progress.Seed, progress.Steps) : default;
        float trained = interpreter.Gradient(ref parameters[0], ref batch.Inputs[0], ref batch.Targets[0], ref Unsafe.NullRef<int>(), Samples, expected, masks);
        float loss = interpreter.Loss(ref parameters[0], ref batch.Inputs[0], ref batch.Targets[0], ref Unsafe.NullRef<int>(), Samples);
        float[] losses = [bench.Network.ComputeLoss(batch.Inputs, batch.Targets), bench.Network.ComputeGradient(batch.Inputs, batch.Targets, gradient)];
        Bitwise.AssertEqual(losses, [loss, trained], "losses");
        Bitwise.AssertEqual(gradient, expected, "gradient");
        if (network.IsClassifier && !network.DrawsMasks)
        {
            int[] labels = [.. Enumerable.Range(0, Samples).Select(sample => sample % network.ClassCount)];
            loss = interpreter.Gradient(ref parameters[0], ref batch.Inputs[0], ref Unsafe.NullRef<float>(), ref labels[0], Samples, expected);
            losses = [bench.Network.ComputeGradient(batch.Inputs, labels, gradient)];
            Bitwise.AssertEqual(losses, [loss], "loss of labels");
            Bitwise.AssertEqual(gradient, expected, "gradient of labels");
        }
    }

    /// <summary>The interpreter and the parameters as the plan has them in storage.</summary>
    private static (InterpretedNetwork Network, float[] Storage) Interpreter(ForcedShape shape, NetworkDescription description, ReadOnlySpan<float> parameters)
    {
        StoragePlan plan = shape.OwnPlan.Storage;
        // A network may learn nothing; it has an address all the same.
        float[] storage = new float[int.Max(1, plan.Length)];
        var stored = new List<StoredTensor>();
        foreach (TensorStorage tensor in plan.Tensors)
        {
            var layout = new TensorLayout(tensor.Offset, [.. tensor.Extents], [.. tensor.Strides]);
            layout.Import(parameters[..layout.Count], storage);
            parameters = parameters[layout.Count..];
            stored.Add(layout);
        }

        return (new InterpretedNetwork(description, [.. stored]), storage);
    }
}
