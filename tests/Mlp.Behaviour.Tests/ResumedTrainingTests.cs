using System;
using System.Buffers.Binary;
using System.IO;
using System.Linq;
using System.Text;
using Mlp.Behaviour.Tests.Networks;
using Mlp.CompilerServices;
using Shouldly;
using Xunit;

namespace Mlp.Behaviour.Tests;

/// <summary>A training that is saved with its optimizer's state goes on elsewhere to the last bit as if it had not been interrupted.</summary>
public sealed class ResumedTrainingTests
{
    private const float Rate = 0.02f;

    private static readonly WeightFileOptions WithState = new() { OptimizerState = true };
    private static readonly int[] BatchSizes = [3, 65, 1, 16];

    [Theory]
    [EveryNetwork]
    public void It_goes_on_to_the_last_bit(NetworkCase network)
    {
        var bench = new Bench(network, seed: 31);
        Train(bench, bench.Network);
        byte[] saved = Save(bench.Network, WithState);

        NetworkInstance resumed = network.Create(2);
        resumed.LoadWeights(new MemoryStream(saved), WithState);

        Save(resumed, WithState).ShouldBe(saved);
        Train(bench, bench.Network, resumed);
        Bitwise.AssertEqual(bench.ParametersOf(resumed), bench.Parameters, "parameters");
        Save(resumed, WithState).ShouldBe(Save(bench.Network, WithState));
    }

    /// <summary>What was trained before has no part in it, under another layout neither.</summary>
    [Theory]
    [EveryOptimizer]
    public void A_network_that_was_trained_otherwise_goes_on_as_the_saved_one(NetworkCase network)
    {
        WeightFileOptions options = WithState with { Layout = WeightLayout.Keras };
        var bench = new Bench(network, seed: 32);
        Train(bench, bench.Network);
        byte[] saved = Save(bench.Network, options);
        NetworkInstance resumed = network.Create(2);
        Train(new Bench(network, seed: 33), resumed);

        resumed.LoadWeights(new MemoryStream(saved), options);

        Train(bench, bench.Network, resumed);
        Bitwise.AssertEqual(bench.ParametersOf(resumed), bench.Parameters, "parameters");
    }

    [Theory]
    [EveryOptimizer]
    public void Without_a_state_in_the_file_the_optimizer_begins_anew(NetworkCase network)
    {
        var bench = new Bench(network, seed: 34);
        byte[] plain = Save(bench.Network, WeightFileOptions.Default);
        NetworkInstance fresh = bench.Network.Clone();
        Train(bench, bench.Network);

        bench.Network.LoadWeights(new MemoryStream(plain), WithState);

        Train(bench, bench.Network, fresh);
        Bitwise.AssertEqual(bench.ParametersOf(fresh), bench.Parameters, "parameters");
    }

    [Theory]
    [EveryOptimizer]
    public void What_is_not_asked_for_stays(NetworkCase network)
    {
        var bench = new Bench(network, seed: 35);
        byte[] saved = Save(bench.Network, WithState);
        Train(bench, bench.Network);
        NetworkInstance expected = bench.Network.Clone();
        expected.SetParameters(WeightFile.Load(new MemoryStream(saved), network.Description));

        bench.Network.LoadWeights(new MemoryStream(saved));

        Train(bench, bench.Network, expected);
        Bitwise.AssertEqual(bench.ParametersOf(expected), bench.Parameters, "parameters");
    }

    [Theory]
    [EveryOptimizer]
    public void A_file_that_is_refused_leaves_weights_and_state(NetworkCase network)
    {
        var bench = new Bench(network, seed: 36);
        Train(bench, bench.Network);
        byte[] before = Save(bench.Network, WithState);
        byte[] broken = (byte[])before.Clone();
        BitConverter.GetBytes(float.NaN).CopyTo(broken, broken.Length - sizeof(float));

        foreach ((byte[] file, WeightFileError code) in ((byte[], WeightFileError)[])
        [
            (broken, WeightFileError.NonFinite),
            (before[..^1], WeightFileError.Truncated),
            (OfAnotherOptimizer(before, network.Optimizer.Name), WeightFileError.OptimizerMismatch),
        ])
        {
            Should.Throw<WeightFileException>(() => bench.Network.LoadWeights(new MemoryStream(file), WithState)).Code.ShouldBe(code);
            Save(bench.Network, WithState).ShouldBe(before);
        }
    }

    /// <summary>From zero, v ← μ v + g is the gradient: the moments stand where parameters do, whichever order the kernels have.</summary>
    [Fact]
    public void Moments_are_in_canonical_order()
    {
        foreach (NetworkCase network in (NetworkCase[])[NetworkCatalogue.Of<Momentum_8x8x8x8_ELU_Identity>(), NetworkCatalogue.Of<Nesterov_4x16x3_ReLU_Softmax>()])
        {
            var bench = new Bench(network, seed: 37);
            Batch batch = bench.Batch(7);
            (float[] gradient, float[] moments) = (new float[network.ParameterCount], new float[network.ParameterCount]);
            bench.Network.ComputeGradient(batch.Inputs, batch.Targets, gradient);

            bench.Network.TrainStep(batch.Inputs, batch.Targets, Rate);

            Resumable(bench).CopyMomentsTo(moments).ShouldBe(default);
            Bitwise.AssertEqual(moments, gradient, "velocity");
        }
    }

    [Fact]
    public void Moments_are_zero_before_the_first_step_and_no_others_fit()
    {
        var bench = new Bench(NetworkCatalogue.Of<Adam_4x16x3_ReLU_Softmax>());
        IResumableTraining training = Resumable(bench);
        float[] moments = [.. Enumerable.Repeat(1f, 2 * bench.Case.ParameterCount)];

        training.CopyMomentsTo(moments).ShouldBe(default);

        moments.ShouldAllBe(moment => moment == 0);
        Should.Throw<ArgumentException>(() => training.CopyMomentsTo(moments.AsSpan(1))).Message.ShouldContain("moments");
        Should.Throw<ArgumentException>(() => training.SetMoments(moments.AsSpan(1), default)).Message.ShouldContain("moments");
    }

    private static IResumableTraining Resumable(Bench bench) => bench.Network.Sliced.ShouldBeAssignableTo<IResumableTraining>()!;

    private static byte[] Save(NetworkInstance network, WeightFileOptions options)
    {
        using var stream = new MemoryStream();
        network.SaveWeights(stream, options);
        return stream.ToArray();
    }

    private static byte[] OfAnotherOptimizer(byte[] file, string optimizer)
    {
        int length = (int)BinaryPrimitives.ReadInt64LittleEndian(file);
        string header = Encoding.UTF8.GetString(file, 8, length).Replace($"\\u0022{optimizer}\\u0022", "\\u0022Other\\u0022", StringComparison.Ordinal);
        byte[] changed = [.. file[..8], .. Encoding.UTF8.GetBytes(header), .. file[(8 + length)..]];
        BinaryPrimitives.WriteInt64LittleEndian(changed, header.Length);
        return changed;
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
