using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using Mlp.Behaviour.Tests.Networks;
using Mlp.Testing.WeightFiles;
using Shouldly;
using Xunit;
using Xunit.Abstractions;
using static Mlp.Behaviour.Tests.WeightFiles.LoadableNetwork;

namespace Mlp.Behaviour.Tests.WeightFiles;

/// <summary>Networks with weights of PyTorch, Keras' layers and scikit-learn answer as they did there, and give the weights back.</summary>
public sealed class ForeignWeightTests(ITestOutputHelper output)
{
    private static readonly LoadableNetwork[] Declared =
    [
        Of(N1x1_Identity.Load),
        Of(N15x15_Identity.Load),
        Of(N4x1_Sigmoid.Load),
        Of(N9x3_Softmax.Load),
        Of(N4x16x3_ReLU_Softmax.Load),
        Of(N64x32x10_ReLU_Softmax.Load),
        Of(N2x4x1_Tanh_Sigmoid.Load),
        Of(Depth08_Tanh_Identity.Load),
        Of(N8x12x5_Identity_Softmax.Load),
        Of(N8x12x5_Sigmoid_Softmax.Load),
        Of(N8x12x5_ELU_Softmax.Load),
        Of(N3x17x2_Identity_Identity.Load),
        Of(N3x17x2_GELU_Identity.Load),
        Of(N3x17x2_Softplus_Identity.Load),
        Of(N3x17x2_Sigmoid_Identity.Load),
        Of(N3x17x2_ArcTan_Identity.Load),
        Of(N33x20x20x4_ReLU_Sigmoid.Load),
        Of(N33x20x20x4_ELU_Sigmoid.Load),
        Of(N33x20x20x4_SiLU_Sigmoid.Load),
        Of(N2x3x1_LeakyReLU_Exp.Load),
    ];

    public static TheoryData<string> Files => [.. WeightFileReference.All.Select(file => file.ToString())];

    public static TheoryData<string> PyTorchFiles => [.. WeightFileReference.PyTorch.Select(file => file.ToString())];

    public static TheoryData<string> SinglePrecisionFiles => [.. WeightFileReference.All.Where(file => file.Dtype == "F32").Select(file => file.ToString())];

    [Theory]
    [MemberData(nameof(Files))]
    public void Outputs_are_those_of_the_framework(string name)
    {
        (WeightFileCase file, LoadableNetwork network) = Find(name);

        AssertAgrees(file, network.LoadWeights(file.Path, file.Options));
    }

    [Theory]
    [MemberData(nameof(PyTorchFiles))]
    public void Load_needs_no_options_for_PyTorch(string name)
    {
        (WeightFileCase file, LoadableNetwork network) = Find(name);

        AssertAgrees(file, network.Load(file.Path));
    }

    [Theory]
    [MemberData(nameof(SinglePrecisionFiles))]
    public void What_is_saved_has_the_tensors_of_the_framework(string name)
    {
        (WeightFileCase file, LoadableNetwork network) = Find(name);

        byte[] saved = network.LoadWeights(file.Path, file.Options).Save(file.Options);

        SavedTensor.In(saved).ShouldBe(SavedTensor.In(File.ReadAllBytes(file.Path)), ignoreOrder: true);
    }

    /// <summary>The environment variable MLP_SAVED_WEIGHTS names a folder where back.py finds the files.</summary>
    [Theory]
    [MemberData(nameof(PyTorchFiles))]
    public void What_is_trained_here_has_the_names_and_shapes_of_PyTorch(string name)
    {
        (WeightFileCase file, LoadableNetwork network) = Find(name);
        LoadedNetwork trained = network.Load(file.Path);
        float[] before = trained.ForwardBatch(file);

        // Each sample is to have the answer of the next one.
        trained.Instance.TrainStep(file.Inputs, [.. before[file.Sizes[^1]..], .. before[..file.Sizes[^1]]], 0.05f);
        byte[] saved = trained.Save(WeightFileOptions.Default);

        float[] after = trained.ForwardBatch(file);
        after.ShouldNotBe(before);
        Shapes(saved).ShouldBe(Shapes(File.ReadAllBytes(file.Path)), ignoreOrder: true);
        SavedTensor.In(saved).Values.ShouldAllBe(tensor => tensor.Dtype == "F32");
        if (Environment.GetEnvironmentVariable("MLP_SAVED_WEIGHTS") is { Length: > 0 } folder)
        {
            string path = Path.Combine(Directory.CreateDirectory(folder).FullName, file.File);
            File.WriteAllBytes(path, saved);
            File.WriteAllText(Path.ChangeExtension(path, ".json"), JsonSerializer.Serialize(after));
        }
    }

    private static (WeightFileCase File, LoadableNetwork Network) Find(string name)
    {
        WeightFileCase file = WeightFileReference.All.Single(candidate => candidate.ToString() == name);
        return (file, Declared.Single(network => file.IsOf(network.Description)));
    }

    private static IEnumerable<(string Name, string Shape)> Shapes(byte[] file) => SavedTensor.In(file).Select(tensor => (tensor.Key, tensor.Value.Shape));

    private void AssertAgrees(WeightFileCase file, LoadedNetwork network) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{file}: {file.AssertAgrees(network.Forward(file)):G2} one by one, {file.AssertAgrees(network.ForwardBatch(file)):G2} as a batch"));
}
