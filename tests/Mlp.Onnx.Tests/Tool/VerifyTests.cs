using System;
using System.Globalization;
using System.IO;
using System.Linq;
using Mlp.Onnx.Graph;
using Mlp.Onnx.Protos;
using Mlp.Onnx.Tests.Import;
using Mlp.Tool.Verification;
using Shouldly;
using Xunit;

namespace Mlp.Onnx.Tests.Tool;

/// <summary>The command <c>mlp verify</c> compares the code that a build would emit with ONNX Runtime, in the order of values of the file.</summary>
public sealed class VerifyTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlp-verify-");

    [Fact]
    public void A_classifier_is_compared_by_its_probabilities_class_by_class()
    {
        var model = new ModelBuilder();
        model.Input(-1, 4).Then("Gemm", [model.Random(4, 3)]).Then("Softmax");
        string probabilities = model.Tensor;
        model.Make("ZipMap", [probabilities], 1, "ai.onnx.ml", ("classlabels_strings", new[] { "setosa", "versi[color]", "virginica" }));

        (int exit, string text) = ToolRun.Of("verify", Save(model), Samples(12, 4, "a,b,c,d"));

        exit.ShouldBe(0, text);
        text.ShouldContain($"by its probabilities \"{probabilities}\"");
        text.ShouldContain("12 samples");
        ToolRun.Rows(text).Skip(1).Select(row => row[0]).ShouldBe(["setosa", "versi[color]", "virginica"]);
        text.ShouldContain("They agree");
    }

    [Fact]
    public void Two_classes_are_compared_by_the_second()
    {
        var model = new ModelBuilder();
        model.Input(-1, 4).Then("Gemm", [model.Random(4, 1)]).Then("Sigmoid");
        string second = model.Tensor;
        model.Node("Sub", [model.Float(1), second]);
        model.Node("Concat", [model.Tensor, second], ("axis", 1)).Then("ArgMax", ("axis", 1));

        (int exit, string text) = ToolRun.Of("verify", Save(model), Samples(5, 4));

        exit.ShouldBe(0, text);
        ToolRun.Rows(text).Length.ShouldBe(2);
    }

    [Fact]
    public void Channels_in_front_are_moved_on_the_way_in_and_on_the_way_out()
    {
        var model = new ModelBuilder();
        model.Input(-1, 2, 4, 3).Then("Conv", [model.Random(3, 2, 2, 2), model.Random(3)]).Then("Tanh");

        (int exit, string text) = ToolRun.Of("verify", Save(model), Samples(3, 24));

        exit.ShouldBe(0, text);
        ToolRun.Rows(text).Length.ShouldBe(1 + 18);
    }

    [Fact]
    public void A_batch_of_a_fixed_size_is_filled_up()
    {
        var model = new ModelBuilder();
        model.Input(4, 5).Then("Gemm", [model.Random(5, 2), model.Random(2)]).Then("Relu");

        ToolRun.Of("verify", Save(model), Samples(6, 5)).Exit.ShouldBe(0);
    }

    [Fact]
    public void Inputs_that_the_output_does_not_need_are_not_asked_for_and_numbers_are_whole_where_the_file_says_so()
    {
        var model = new ModelBuilder();
        model.Input("state", OnnxElementType.Float, -1, 3).Input("x", OnnxElementType.Int64, -1, 4).Then("Cast", ("to", 1)).Then("Gemm", [model.Random(4, 2)]);
        string named = model.Tensor;
        model.Node("Add", ["state", model.Floats([1, 2, 3], 3)]);
        string file = Save(model);
        string whole = Write("1,2,3,4\n-5,6,7,8\n");

        ToolRun.Of("verify", file, whole, "--output", named, "--allow-double").Exit.ShouldBe(0);
        ToolRun.Of("verify", file, Write("1,2,3,4.5\n"), "--output", named, "--allow-double").Exit.ShouldBe(1);
        ToolRun.Of("verify", file, whole, "--output", named).Exit.ShouldBe(1);
    }

    [Fact]
    public void Numbers_beside_the_file_are_read_by_both()
    {
        var model = new ModelBuilder();
        model.Input(-1, 3).Then("Gemm", [model.Random(3, 2)]);
        TensorProto weights = model.Model.Graph.Initializer.Single();
        File.WriteAllBytes(Path.Combine(_folder.FullName, "weights.bin"), weights.RawData.ToByteArray());
        weights.ClearRawData();
        weights.DataLocation = 1;
        weights.ExternalData.Add(new StringStringEntryProto { Key = "location", Value = "weights.bin" });

        string file = Save(model);

        (int exit, string text) = ToolRun.Of("verify", file, Samples(3, 3));

        exit.ShouldBe(0, text);
        ToolRun.Of("inspect", file).Text.ShouldContain("Numbers are in \"weights.bin\", which must be an AdditionalFiles item as well.");
    }

    [Fact]
    public void What_differs_by_more_than_is_allowed_is_no_success()
    {
        var model = new ModelBuilder();
        model.Input(-1, 30).Then("Gemm", [model.Random(30, 20)]).Then("Tanh").Then("Gemm", [model.Random(20, 2)]);

        (int exit, string text) = ToolRun.Of("verify", Save(model), Samples(20, 30), "--tolerance", "0");

        exit.ShouldBe(1);
        text.ShouldContain("They differ");
    }

    [Theory]
    [InlineData("", "has no samples")]
    [InlineData("a,b\n", "has no samples")]
    [InlineData("a,b\n1,2\n\n1,2,3\n", "line 4: there are 3 values, but a sample has 2")]
    [InlineData("1,2\n1,x\n", "line 2, value 2: \"x\" is no number")]
    [InlineData("1,b\n1,2\n", "line 1, value 2: \"b\" is no number")]
    public void What_is_wrong_with_samples_is_said_with_its_line(string text, string message) =>
        Should.Throw<IOException>(() => SampleFile.Read(Write(text), 2)).Message.ShouldContain(message);

    [Fact]
    public void Samples_may_have_headings_and_other_separators()
    {
        SampleFile.Read(Write("left;right\n1;2.5\n -3e2 ;\"4\"\n"), 2).ShouldBe([[1, 2.5f], [-300, 4]]);
        SampleFile.Read(Write("1\n2\n"), 1).ShouldBe([[1], [2]]);
    }

    [Fact]
    public void A_library_that_is_named_must_be_that_of_the_runtime()
    {
        Should.Throw<IOException>(() => RuntimeLibrary.TryLoad(Path.Combine(_folder.FullName, "none.so"))).Message.ShouldContain("is not there");
        Should.Throw<IOException>(() => RuntimeLibrary.TryLoad(Write("no library"))).Message.ShouldContain("is no library");
        RuntimeLibrary.TryLoad(null).ShouldBeTrue();
        RuntimeLibrary.TryLoad(null).ShouldBeTrue();
    }

    [Fact]
    public void Of_the_packages_the_newest_is_taken_and_none_that_is_too_old()
    {
        foreach (string version in (string[])["1.2.0", "1.31.1", "2.0.3", "1.40.0", "9.0.0-beta"])
        {
            string native = Path.Combine(_folder.FullName, "microsoft.ml.onnxruntime", version, "runtimes", "linux-x64", "native");
            Directory.CreateDirectory(native);
            File.WriteAllText(Path.Combine(native, RuntimeLibrary.FileName), "");
        }

        RuntimeLibrary.InPackages(_folder.FullName, "linux-x64").Select(path => Path.GetRelativePath(_folder.FullName, path).Split(Path.DirectorySeparatorChar)[1]).ShouldBe(["2.0.3", "1.40.0", "1.31.1"]);
        RuntimeLibrary.InPackages(_folder.FullName, "osx-arm64").ShouldBeEmpty();
        RuntimeLibrary.InPackages(Path.Combine(_folder.FullName, "none"), "linux-x64").ShouldBeEmpty();
    }

    [Fact]
    public void Differences_are_in_terms_of_the_largest_output_and_what_is_no_number_on_one_side_alone_is_far_away()
    {
        Comparison.Of([[1, 20, 3, 40], [1, 20, 3, 40.5f]], [1, 20, 2, 40], 2).ShouldBe([new(0, 1, 3, 2, 1.0 / 40), new(1, 1, 40.5f, 40, 0.5 / 40)]);
        Comparison.Of([[float.NaN, float.PositiveInfinity]], [float.NaN, float.PositiveInfinity], 2).ShouldAllBe(comparison => comparison.Difference == 0);
        Comparison.Of([[float.NaN, float.PositiveInfinity]], [1, 2], 2).ShouldAllBe(comparison => double.IsPositiveInfinity(comparison.Difference));
        Comparison.Of([[0, 0]], [0, 0], 2).ShouldAllBe(comparison => comparison.Difference == 0);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Save(ModelBuilder model)
    {
        string file = Path.Combine(_folder.FullName, "model.onnx");
        File.WriteAllBytes(file, model.Bytes());
        return file;
    }

    private string Samples(int count, int size, string? headings = null)
    {
        var random = new Random(1);
        return Write(string.Concat(Enumerable.Range(0, count).Select(_ => string.Join(',', Enumerable.Range(0, size).Select(_ => ((float)random.NextDouble() - 0.5f).ToString(CultureInfo.InvariantCulture))) + "\n").Prepend(headings is null ? "" : headings + "\n")));
    }

    private string Write(string text)
    {
        string file = Path.Combine(_folder.FullName, $"{Guid.NewGuid():N}.csv");
        File.WriteAllText(file, text);
        return file;
    }
}
