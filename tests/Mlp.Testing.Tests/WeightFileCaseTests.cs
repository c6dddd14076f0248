using System;
using System.Linq;
using Mlp.Testing.Reference;
using Mlp.Testing.WeightFiles;
using Shouldly;
using Xunit;

namespace Mlp.Testing.Tests;

/// <summary>The oracle gives the outputs of other frameworks by their weights, and what is none of them is told.</summary>
public sealed class WeightFileCaseTests
{
    // Outputs are rounded to single precision for the comparison; PyTorch and scikit-learn computed in double precision.
    private const double Rounding = 1.5e-7;

    // Weights of scikit-learn are rounded in the file, and the outputs of TensorFlow.js are of single precision.
    private const double SinglePrecision = 2e-6;

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, WeightFileReference.All.Count)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_oracle_gives_the_outputs_of_the_framework(int index)
    {
        WeightFileCase file = WeightFileReference.All[index];

        float[] outputs = OutputsOf(file);

        file.AssertAgrees(outputs, file.Framework == "PyTorch" ? Rounding : SinglePrecision);
    }

    [Fact]
    public void There_are_cases_of_every_framework_and_type()
    {
        WeightFileReference.PyTorch.Select(file => file.Dtype).Distinct().ShouldBe(["F32", "F16", "BF16"]);
        WeightFileReference.PyTorch.Select(file => file.Hidden).OfType<string>().Distinct().Count().ShouldBe(21);
        WeightFileReference.Keras.Count.ShouldBe(6);
        WeightFileReference.ScikitLearn.Select(file => file.Dtype).Distinct().ShouldBe(["F32", "F64"]);
        WeightFileReference.All.ShouldAllBe(file => file.IsOf(file.Describe()));
    }

    [Theory]
    [InlineData("4-16-3-relu-softmax-f32.safetensors")]
    [InlineData("3-17-2-gelu-identity-f32.safetensors")]
    public void A_wrong_output_is_told(string name)
    {
        WeightFileCase file = WeightFileReference.PyTorch.Single(candidate => candidate.File == name);
        float[] outputs = OutputsOf(file);

        outputs[5] *= 1.1f;
        Should.Throw<MismatchException>(() => file.AssertAgrees(outputs)).Message.ShouldContain("output [5]");
        outputs[5] = float.NaN;
        Should.Throw<MismatchException>(() => file.AssertAgrees(outputs)).Message.ShouldContain("output [5]");
        Should.Throw<MismatchException>(() => file.AssertAgrees(outputs.AsSpan(1))).Message.ShouldContain("outputs instead of");
    }

    private static float[] OutputsOf(WeightFileCase file)
    {
        NetworkDescription network = file.Describe();
        var oracle = new ReferenceNetwork(network);
        oracle.SetParameters(WeightFile.Load(file.Path, network, file.Options));
        return [.. file.Inputs.Chunk(file.Sizes[0]).SelectMany(input => oracle.Forward(input)).Select(output => (float)output)];
    }
}
