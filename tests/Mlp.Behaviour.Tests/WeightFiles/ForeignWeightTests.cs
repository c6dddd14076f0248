using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using Mlp.Testing.WeightFiles;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Mlp.Behaviour.Tests.WeightFiles;

/// <summary>Networks with weights of PyTorch, Keras' layers and scikit-learn answer as they did there, and give the weights back.</summary>
public sealed class ForeignWeightTests(ITestOutputHelper output)
{
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
        return (file, LoadableNetworks.For(file));
    }

    private static IEnumerable<(string Name, string Shape)> Shapes(byte[] file) => SavedTensor.In(file).Select(tensor => (tensor.Key, tensor.Value.Shape));

    private void AssertAgrees(WeightFileCase file, LoadedNetwork network) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{file}: {file.AssertAgrees(network.Forward(file)):G2} one by one, {file.AssertAgrees(network.ForwardBatch(file)):G2} as a batch"));
}
