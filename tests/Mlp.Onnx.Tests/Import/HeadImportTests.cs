using Mlp.Onnx.Import;
using Shouldly;
using Xunit;

namespace Mlp.Onnx.Tests.Import;

/// <summary>Classifiers end in probabilities; the class and its name are what one makes of them.</summary>
public sealed class HeadImportTests
{
    [Theory]
    [InlineData(12, 1)]
    [InlineData(13, -1)]
    [InlineData(13, 1)]
    [InlineData(12, -1)]
    public void Softmax_over_all_values_is_the_output(int opset, int axis)
    {
        var model = new ModelBuilder(opset);
        model.Input(-1, 4).Then("Gemm", [model.Random(4, 3)]).Then("Softmax", ("axis", axis));

        model.ShouldAgree().Text().ShouldBe("Dense Softmax");
    }

    [Fact]
    public void Classes_of_an_image_with_channels_first_are_refused_for_the_network_counts_them_in_another_order()
    {
        var model = new ModelBuilder();
        model.Input(-1, 2, 3, 3).Then("MaxPool", ("kernel_shape", new[] { 2, 2 })).Then("Flatten").Then("Softmax").Then("ArgMax", ("axis", 1));

        model.Import().ShouldBeRefused(OnnxFaultCode.Shape, "another order");
    }

    [Fact]
    public void Before_opset_13_Softmax_goes_over_all_dimensions_from_its_own_on()
    {
        var model = new ModelBuilder(opset: 12);
        model.Input(-1, 4).Then("Gemm", [model.Random(4, 6)]).Then("Reshape", [model.Integers(-1, 2, 3)]).Then("Softmax");

        model.ShouldAgree().Text().ShouldBe("Dense Softmax");
    }

    [Fact]
    public void Since_opset_13_Softmax_goes_along_one_dimension_and_that_is_refused()
    {
        var model = new ModelBuilder(opset: 13);
        model.Input(-1, 4).Then("Gemm", [model.Random(4, 6)]).Then("Reshape", [model.Integers(-1, 2, 3)]).Then("Softmax");

        model.Import().ShouldBeRefused(OnnxFaultCode.AttributeValue, "axis", "3 of the values");
    }

    [Fact]
    public void Softmax_over_the_batch_is_refused()
    {
        var model = new ModelBuilder();
        model.Input(-1, 4).Then("Gemm", [model.Random(4, 6)]).Then("Softmax", ("axis", 0));

        model.Import().ShouldBeRefused(OnnxFaultCode.AttributeValue, "axis");
    }

    [Fact]
    public void Nothing_follows_a_Softmax()
    {
        var model = new ModelBuilder();
        model.Input(-1, 4).Then("Gemm", [model.Random(4, 6)]).Then("Softmax").Then("Gemm", [model.Random(6, 2)]);

        model.Import().ShouldBeRefused(OnnxFaultCode.Operator, "Softmax", "last");
    }

    [Fact]
    public void A_classifier_of_scikit_learn_has_probabilities_and_names()
    {
        var model = new ModelBuilder();
        string classes = model.Integers(3, 5, 8);
        string probabilities = model.Input(-1, 4).Then("MatMul", [model.Random(4, 3)]).Then("Add", [model.Random(3)]).Then("Softmax").Tensor;
        model.Then("ArgMax", ("axis", 1));
        model.Make("ArrayFeatureExtractor", [classes, model.Tensor], 1, "ai.onnx.ml");
        string label = model.Then("Cast", ("to", 7)).Then("Reshape", [model.Integers(-1)]).Tensor;

        ImportedNetwork network = model.Import().ShouldBeNetwork();

        network.Text().ShouldBe("Dense Softmax");
        network.ClassNames.ShouldBe(["3", "5", "8"]);
        model.From(probabilities).ShouldAgree();
        model.From(label).Import().Network!.ClassNames.ShouldBe(["3", "5", "8"]);
    }

    [Fact]
    public void A_classifier_of_two_classes_is_one_sigmoid()
    {
        var model = new ModelBuilder();
        string p = model.Input(-1, 4).Then("MatMul", [model.Random(4, 1)]).Then("Add", [model.Random(1)]).Then("Sigmoid").Tensor;
        string other = model.Node("Sub", [model.Float(1), p]).Tensor;
        string both = model.Node("Concat", [other, p], ("axis", 1)).Tensor;
        model.Make("ZipMap", [both], 1, "ai.onnx.ml", ("classlabels_strings", (string[])["no", "yes"]));

        ImportedNetwork network = model.Import().ShouldBeNetwork();

        network.Text().ShouldBe("Dense Sigmoid");
        network.ClassNames.ShouldBe(["no", "yes"]);
        model.From(both).Import().Network!.ClassNames.ShouldBe(["no", "yes"]);
        model.From(p).ShouldAgree();
    }

    [Fact]
    public void The_largest_of_plain_scores_is_refused_and_the_scores_are_named()
    {
        var model = new ModelBuilder();
        string scores = model.Input(-1, 4).Then("Gemm", [model.Random(4, 3)]).Tensor;
        model.Then("ArgMax", ("axis", 1));

        model.Import().ShouldBeRefused(OnnxFaultCode.Operator, "ArgMax", $"Output = \"{scores}\"");
    }

    [Fact]
    public void Names_of_the_metadata_are_those_of_the_probabilities()
    {
        var model = new ModelBuilder();
        string scores = model.Input(-1, 4).Then("Gemm", [model.Random(4, 2)]).Tensor;
        model.Then("Softmax").Metadata("classes", "[\"cat\",\"dog\"]");

        model.Import().ShouldBeNetwork().ClassNames.ShouldBe(["cat", "dog"]);
        model.From(scores).Import().ShouldBeNetwork().ClassNames.ShouldBeNull();
    }

    [Fact]
    public void Names_that_are_too_few_are_refused()
    {
        var model = new ModelBuilder();
        model.Input(-1, 4).Then("Gemm", [model.Random(4, 3)]).Then("Softmax");
        model.Make("ZipMap", [model.Tensor], 1, "ai.onnx.ml", ("classlabels_strings", (string[])["no", "yes"]));

        model.Import().ShouldBeRefused(OnnxFaultCode.Shape, "2 names for 3 classes");
    }

    [Fact]
    public void The_largest_of_each_column_of_a_batch_is_no_class()
    {
        var model = new ModelBuilder();
        string p = model.Input(-1, 4).Then("Gemm", [model.Random(4, 1)]).Then("Sigmoid").Tensor;
        string other = model.Node("Sub", [model.Float(1), p]).Tensor;
        string both = model.Node("Concat", [other, p], ("axis", 1)).Tensor;

        model.Then("ArgMax", ("axis", 0)).Import().ShouldBeRefused(OnnxFaultCode.AttributeValue, "axis = 0");
        model.From(both).Then("ArgMax", ("axis", 1)).Import().ShouldBeNetwork();
    }
}
