using System;
using System.Linq;
using System.Reflection;
using Mlp.Behaviour.Tests.Networks.Compiled;
using Mlp.Testing;
using Mlp.Testing.WeightFiles;
using Shouldly;
using Xunit;

namespace Mlp.Behaviour.Tests.WeightFiles.Compiled;

/// <summary>Networks with compiled weights answer as the framework did that made them, and as the same network does that loads the file.</summary>
public sealed class CompiledWeightTests
{
    public static TheoryData<string> Files => [.. FrozenNetwork.All.Select(network => network.File.ToString())];

    [Fact]
    public void Every_file_has_a_network() =>
        FrozenNetwork.All.Select(network => network.File).ShouldBe(WeightFileReference.All, ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Files))]
    public void A_frozen_network_has_the_parameters_of_the_file(string name)
    {
        FrozenNetwork network = Find(name);
        network.File.IsOf(network.Description).ShouldBeTrue();

        Bitwise.AreEqual(ParametersOf(network), ParametersOf(Loaded(network).Instance, network.ParameterCount)).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Its_outputs_are_those_of_the_framework_and_the_bits_of_the_loaded_network(string name)
    {
        FrozenNetwork network = Find(name);
        WeightFileCase file = network.File;
        LoadedNetwork loaded = Loaded(network);

        float[] batch = Predict(file, network.ForwardBatch, file.Inputs.Length / file.Sizes[0]);
        float[] one = Predict(file, network.Forward, samplesAtATime: 1);

        file.AssertAgrees(batch);
        file.AssertAgrees(one);
        Bitwise.AreEqual(batch, loaded.ForwardBatch(file)).ShouldBeTrue();
        Bitwise.AreEqual(one, loaded.Forward(file)).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void It_has_no_instance_field_allocates_nothing_and_checks_its_arguments(string name)
    {
        FrozenNetwork network = Find(name);
        float[] input = new float[network.File.Sizes[0]];
        float[] output = new float[network.File.Sizes[^1]];

        // Where no kernels run, the first call makes the interpreter, once for all networks of the shape.
        network.Forward(input, output);
        long before = GC.GetAllocatedBytesForCurrentThread();
        network.Forward(input, output);
        network.ForwardBatch(input, output);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        network.Type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).ShouldBeEmpty();
        Should.Throw<ArgumentException>(() => network.Forward(new float[input.Length + 1], output)).ParamName.ShouldBe("input");
        Should.Throw<ArgumentException>(() => network.Forward(input, new float[output.Length - 1])).ParamName.ShouldBe("output");
        Should.Throw<ArgumentException>(() => network.ForwardBatch(input, new float[2 * output.Length])).ParamName.ShouldBe("outputs");
        Should.Throw<ArgumentException>(() => network.CopyParametersTo(new float[network.ParameterCount + 1])).ParamName.ShouldBe("destination");
    }

    [Fact]
    public void Its_class_is_the_most_probable_one()
    {
        WeightFileCase file = Find("PyTorch/4-16-3-relu-softmax-f32.safetensors").File;
        foreach ((int index, float[] sample) in file.Inputs.Chunk(4).Index())
        {
            double[] expected = file.Outputs[(3 * index)..(3 * (index + 1))];
            PyTorch_4_16_3_relu_softmax_f32.Classify(sample).ShouldBe(Array.IndexOf(expected, expected.Max()));
        }
    }

    [Fact]
    public void A_network_to_be_trained_starts_from_the_file_each_instance_by_itself()
    {
        Check(() => new Warm_PyTorch_4_16_3_relu_softmax_bf16(), "PyTorch/4-16-3-relu-softmax-bf16.safetensors");
        Check(() => new Warm_PyTorch_15_15_identity_f32(), "PyTorch/15-15-identity-f32.safetensors");
        Check(() => new Warm_Keras_33_20_20_4_elu_sigmoid_f32(), "Keras/33-20-20-4-elu-sigmoid-f32.safetensors");
        Check(() => new Warm_ScikitLearn_8_12_5_identity_softmax_f64(), "ScikitLearn/8-12-5-identity-softmax-f64.safetensors");

        static void Check<TNetwork>(Func<TNetwork> create, string name)
            where TNetwork : INetwork<TNetwork>
        {
            FrozenNetwork frozen = Find(name);
            TNetwork trained = create();
            trained.ApplyGradient([.. Enumerable.Repeat(1f, TNetwork.ParameterCount)], 0.5f);
            float[] started = new float[TNetwork.ParameterCount];
            float[] moved = new float[TNetwork.ParameterCount];
            create().CopyParametersTo(started);
            trained.CopyParametersTo(moved);

            Bitwise.AreEqual(started, ParametersOf(frozen)).ShouldBeTrue(name);
            moved.ShouldBe(started.Select(parameter => parameter - 0.5f), name);
            trained.Initialize(0);
            trained.CopyParametersTo(moved);
            moved.ShouldNotBe(started);
        }
    }

    private static FrozenNetwork Find(string name) => FrozenNetwork.All.Single(network => network.File.ToString() == name);

    private static LoadedNetwork Loaded(FrozenNetwork network) =>
        LoadableNetworks.For(network.File).LoadWeights(network.File.Path, network.File.Options);

    private static float[] ParametersOf(FrozenNetwork network)
    {
        float[] parameters = new float[network.ParameterCount];
        network.CopyParametersTo(parameters);
        return parameters;
    }

    private static float[] ParametersOf(NetworkInstance network, int count)
    {
        float[] parameters = new float[count];
        network.CopyParametersTo(parameters);
        return parameters;
    }

    private static float[] Predict(WeightFileCase file, FrozenNetwork.Prediction predict, int samplesAtATime)
    {
        int inputs = samplesAtATime * file.Sizes[0];
        int outputs = samplesAtATime * file.Sizes[^1];
        float[] results = new float[file.Outputs.Length];
        for (int start = 0; start * inputs < file.Inputs.Length; start++)
        {
            var from = new CanarySpan(file.Inputs.AsSpan(start * inputs, inputs));
            var to = new CanarySpan(outputs);
            predict(from.Span, to.Span);
            from.AssertIntact();
            to.AssertIntact();
            to.Span.CopyTo(results.AsSpan(start * outputs));
        }

        return results;
    }
}
