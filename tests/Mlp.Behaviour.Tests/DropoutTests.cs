using System;
using System.IO;
using System.Linq;
using Mlp.Behaviour.Tests.Networks;
using Mlp.Behaviour.Tests.Networks.Predictors;
using Mlp.CompilerServices;
using Mlp.Testing.Reference;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Behaviour.Tests;

/// <summary>
/// Networks that drop values: which, follows from how often they have stepped and from nothing else. With whole numbers, halves dropped and batches of powers
/// of two every sum is exact, so that neither slices nor threads nor blocks may show in any bit.
/// </summary>
public sealed class DropoutTests
{
    private const int Batch = 64;
    private const float Rate = 0.25f;

    private static readonly WeightFileOptions WithState = new() { OptimizerState = true };

    public static TheoryData<Type> Networks => [typeof(Image_Dropout_Softmax_Adam), typeof(Vector_Dropout_Softmax), typeof(Vector_DropoutFirst_Identity)];

    /// <summary>On one thread and on several, with weights of one, with the gradient by itself: two steps each.</summary>
    public static TheoryData<TrainerOptions> Ways
    {
        get
        {
            var plain = new TrainerOptions { Epochs = 1, BatchSize = Batch, LearningRate = Rate, Shuffle = false };
            return
            [
                plain,
                plain with { DegreeOfParallelism = 2 },
                plain with { DegreeOfParallelism = 3 },
                plain with { DegreeOfParallelism = 4, MeasureGradients = true },
                plain with { ClipNorm = 1e9 },
                plain with { SampleWeights = [.. Enumerable.Repeat(1f, 2 * Batch)] },
                plain with { SampleWeights = [.. Enumerable.Repeat(1f, 2 * Batch)], DegreeOfParallelism = 2 },
            ];
        }
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Each_step_is_counted_once_however_it_is_taken(Type type)
    {
        var bench = new Bench(NetworkCatalogue.Of(type));
        NetworkInstance network = bench.Network;
        Batch one = bench.Batch(1);
        Batch batch = bench.Batch(5);
        float[] gradient = new float[bench.Case.ParameterCount];
        Masks(network).ShouldBe(new MaskProgress(1, 0));

        network.TrainStep(one.Inputs, one.Targets, Rate);
        Masks(network).Steps.ShouldBe(1);
        network.TrainStep(batch.Inputs, batch.Targets, Rate);
        Masks(network).Steps.ShouldBe(2);
        network.ComputeGradient(batch.Inputs, batch.Targets, gradient);
        network.ComputeLoss(batch.Inputs, batch.Targets);
        network.ComputeInputGradient(batch.Inputs, batch.Targets, new float[batch.Inputs.Length]);
        network.Backpropagate(batch.Inputs, bench.OutputGradient(5), new float[gradient.Length], []);
        network.Sliced.AddGradient(batch.Inputs, batch.Targets, [], 1, new GradientSlice());
        Masks(network).Steps.ShouldBe(2);
        network.ApplyGradient(gradient, Rate);
        Masks(network).Steps.ShouldBe(3);
        network.Sliced.BeginStep(Rate);
        Masks(network).Steps.ShouldBe(4);

        NetworkInstance clone = network.Clone();
        network.Sliced.ResetOptimizer();
        network.SetParameters(gradient);
        Masks(network).ShouldBe(new MaskProgress(1, 4));
        network.Initialize(9);
        Masks(network).ShouldBe(new MaskProgress(9, 0));
        Masks(clone).ShouldBe(new MaskProgress(1, 4));

        MaskProgress Masks(NetworkInstance instance) => bench.ProgressOf(instance).Masks!.Value;
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void A_gradient_is_the_next_steps_and_the_one_after_has_another(Type type)
    {
        var bench = new Bench(NetworkCatalogue.Of(type));
        Batch batch = bench.Batch(33);
        float[] first = new float[bench.Case.ParameterCount];
        float[] second = new float[bench.Case.ParameterCount];

        float loss = bench.Network.ComputeGradient(batch.Inputs, batch.Targets, first);
        NetworkInstance twin = bench.Network.Clone();

        twin.TrainStep(batch.Inputs, batch.Targets, 0).ShouldBe(loss);
        float other = twin.ComputeGradient(batch.Inputs, batch.Targets, second);

        other.ShouldNotBe(loss);
        second.ShouldNotBe(first);
        bench.Network.ComputeLoss(batch.Inputs, batch.Targets).ShouldBe(twin.ComputeLoss(batch.Inputs, batch.Targets), "nothing is dropped in a loss");
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void The_way_back_to_the_inputs_has_the_masks_of_the_gradient(Type type)
    {
        // Past a step, so that the masks are not the first ones.
        var bench = new Bench(NetworkCatalogue.Of(type), seed: 8);
        Batch batch = bench.Batch(17);
        bench.Network.TrainStep(batch.Inputs, batch.Targets, 0.01f);
        bench.Synchronize();
        float[] errors = bench.OutputGradient(17);
        (Bounded[] expected, Bounded[] expectedInputs) = bench.Bounded.Backpropagate(batch.Inputs, errors);
        (float[] gradient, float[] back, float[] inputGradient) = (new float[bench.Case.ParameterCount], new float[batch.Inputs.Length], new float[batch.Inputs.Length]);

        Agreement.InputGradient(bench.Network, batch, bench.Bounded.Gradient(batch.Inputs, batch.Targets).Loss, bench.Bounded.InputGradient(batch.Inputs, batch.Targets), "step 2");
        Agreement.Backpropagate(bench.Network, batch.Inputs, errors, gradient, back);
        Bounded.AssertAll(gradient, expected, "gradient");
        Bounded.AssertAll(back, expectedInputs, "input gradient");

        NetworkInstance twin = bench.Network.Clone();
        float loss = bench.Network.ComputeInputGradient(batch.Inputs, batch.Targets, inputGradient);
        twin.TrainStep(batch.Inputs, batch.Targets, 0);
        twin.ComputeInputGradient(batch.Inputs, batch.Targets, back).ShouldNotBe(loss);
        back.ShouldNotBe(inputGradient, "the step after drops others");
    }

    [Fact]
    public void What_is_dropped_at_the_inputs_has_no_gradient()
    {
        var bench = new Bench(NetworkCatalogue.Of<Vector_DropoutFirst_Identity>(), seed: 9);
        Batch batch = bench.Batch(50);
        float[] inputGradient = new float[batch.Inputs.Length];

        bench.Network.ComputeInputGradient(batch.Inputs, batch.Targets, inputGradient);

        for (int sample = 0; sample < 50; sample++)
        {
            DropoutMask mask = new DropoutMasks(1, 0).Of(0, sample);
            for (int unit = 0; unit < 4; unit++)
            {
                (inputGradient[(4 * sample) + unit] != 0).ShouldBe(mask.Keeps(unit, DropoutMask.Threshold(0.5f)), $"{sample}, {unit}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Threads_slices_and_weights_do_not_show_in_any_bit(TrainerOptions options)
    {
        (float[] inputs, float[] targets) = WholeNumbers(2 * Batch);
        Vector_DropoutFirst_Identity fitted = Whole(1);
        Vector_DropoutFirst_Identity stepped = Whole(1);
        Vector_DropoutFirst_Identity foreign = Whole(2);

        TrainingResult result = Trainer.Fit(fitted, Dataset.FromTargets(inputs, 4, targets, 2), options);
        foreach (Vector_DropoutFirst_Identity network in (Vector_DropoutFirst_Identity[])[stepped, foreign])
        {
            network.TrainStep(inputs.AsSpan(0, 4 * Batch), targets.AsSpan(0, 2 * Batch), Rate);
            network.TrainStep(inputs.AsSpan(4 * Batch), targets.AsSpan(2 * Batch), Rate);
        }

        result.BestEpoch.ShouldBe(1);
        Bitwise.AssertEqual(Parameters(fitted), Parameters(stepped), "parameters");
        Parameters(foreign).ShouldNotBe(Parameters(stepped), "another seed drops others");
    }

    [Fact]
    public void Blocks_go_on_where_the_one_before_ended()
    {
        // Two blocks of 1,024 samples and the beginning of a third.
        const int Samples = 2100;
        (float[] inputs, float[] targets) = WholeNumbers(Samples);
        Vector_DropoutFirst_Identity network = Whole(3);
        float[] whole = new float[Vector_DropoutFirst_Identity.ParameterCount];
        float[] sliced = new float[whole.Length];
        var training = (ISlicedTraining)network;
        GradientSlice[] slices = [new(), new(), new()];

        // Scaled by a power of two, so that all of it is exact.
        training.AddGradient(inputs, targets, [], 1f / 64, slices[0]);
        training.CopyGradientTo(slices[0], whole);
        int start = 0;
        foreach (int count in new[] { 7, 1030, Samples - 1037 })
        {
            slices[1].Clear(start);
            training.AddGradient(inputs.AsSpan(4 * start, 4 * count), targets.AsSpan(2 * start, 2 * count), [], 1f / 64, slices[1]);
            training.CopyGradientTo(slices[1], sliced);
            for (int index = 0; index < whole.Length; index++)
            {
                whole[index] -= sliced[index];
            }

            training.AddGradient(inputs.AsSpan(4 * start, 4 * count), targets.AsSpan(2 * start, 2 * count), [], -1f / 64, slices[2]);
            start += count;
        }

        whole.ShouldAllBe(left => left == 0);

        // And one slice to which all come in turn.
        training.CopyGradientTo(slices[0], whole);
        training.CopyGradientTo(slices[2], sliced);
        whole.Select(value => -value).ShouldBe(sliced);

        // The gradient by itself is the mean, whose divisor is no power of two.
        network.ComputeGradient(inputs, targets, sliced);
        for (int index = 0; index < whole.Length; index++)
        {
            sliced[index].ShouldBe(whole[index] * 64 / Samples, 1e-3);
        }
    }

    [Fact]
    public void A_fit_begins_where_the_one_before_ended_and_a_saved_one_too()
    {
        (float[] inputs, float[] targets) = WholeNumbers(2 * Batch);
        Dataset data = Dataset.FromTargets(inputs, 4, targets, 2);
        var options = new TrainerOptions { Epochs = 1, BatchSize = Batch, LearningRate = Rate / 4 };
        Vector_DropoutFirst_Identity network = Whole(5);
        Trainer.Fit(network, data, options);
        using var file = new MemoryStream();
        network.SaveWeights(file, WithState);
        file.Position = 0;
        var resumed = new Vector_DropoutFirst_Identity(77);
        resumed.LoadWeights(file, WithState);

        Trainer.Fit(network, data, options);
        Trainer.Fit(resumed, data, options);

        Bitwise.AssertEqual(Parameters(resumed), Parameters(network), "parameters");
        ((IResumableTraining)network).CopyMomentsTo([]).Masks.ShouldBe(new MaskProgress(5, 4));
        ((IResumableTraining)resumed).CopyMomentsTo([]).Masks.ShouldBe(new MaskProgress(5, 4));
    }

    [Fact]
    public void A_network_that_only_predicts_reads_the_file_and_needs_none_of_it()
    {
        var trained = new Vector_Dropout_Softmax(4);
        using var file = new MemoryStream();
        trained.Save(file);
        file.Position = 0;
        JudgeOfDropout judge = JudgeOfDropout.Load(file);
        var without = new Trained3x5x2();
        without.SetParameters(Parameters(trained));
        float[] sample = [0.5f, -1, 2];
        (float[] judged, float[] expected, float[] interpreted) = (new float[2], new float[2], new float[2]);

        judge.Forward(sample, judged);
        without.Forward(sample, expected);
        trained.Forward(sample, interpreted);

        Bitwise.AssertEqual(judged, expected, "outputs");
        interpreted[0].ShouldBe(expected[0], 1e-6);
        Should.Throw<WeightFileException>(() =>
        {
            file.Position = 0;
            return Trained3x5x2.Load(file);
        }).Message.ShouldContain("\"2.weight\"");
    }

    private static Vector_DropoutFirst_Identity Whole(ulong seed)
    {
        var network = new Vector_DropoutFirst_Identity(seed);
        network.SetParameters([1, -2, 3, 1, 2, -1, 1, -3, 1, -2]);
        return network;
    }

    private static (float[] Inputs, float[] Targets) WholeNumbers(int samples) => (
        [.. Enumerable.Range(0, 4 * samples).Select(index => (float)((index * index * 7 % 5) - 2))],
        [.. Enumerable.Range(0, 2 * samples).Select(index => (float)((index * index * 3 % 7) - 3))]);

    private static float[] Parameters<TNetwork>(TNetwork network)
        where TNetwork : INetwork<TNetwork>
    {
        float[] parameters = new float[TNetwork.ParameterCount];
        network.CopyParametersTo(parameters);
        return parameters;
    }
}
