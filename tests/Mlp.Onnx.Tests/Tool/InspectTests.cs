using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using Google.Protobuf;
using Mlp.Onnx.Protos;
using Mlp.Onnx.Tests.Import;
using Shouldly;
using Xunit;

namespace Mlp.Onnx.Tests.Tool;

/// <summary>The command <c>mlp inspect</c> shows what is in a file, and what a build would make of it.</summary>
public sealed class InspectTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlp-inspect-");

    [Fact]
    public void A_model_is_shown_with_its_layers_its_tensors_and_what_to_paste()
    {
        string file = Model("two layers-1.onnx");

        (int exit, string text) = ToolRun.Of("inspect", file);

        exit.ShouldBe(0);
        string[][] rows = ToolRun.Rows(text);
        rows.ShouldContain(row => row.SequenceEqual(new[] { "1", "Dense", "3", "Tanh", "9", "12" }));
        rows.ShouldContain(row => row.SequenceEqual(new[] { "2", "Dense", "2", "Softmax", "8", "12" }));
        rows.Count(row => row.Contains("output")).ShouldBeGreaterThan(0);
        text.ShouldContain("2 to 2, 17 parameters");
        text.ShouldContain("[Onnx(\"two layers-1.onnx\")]\npublic static partial class TwoLayers1;");
        text.ShouldContain("[Mlp(2, 3, 2, Hidden = \"Tanh\", Output = \"Softmax\")]");
    }

    [Fact]
    public void A_line_to_paste_is_not_broken_at_the_margin()
    {
        string name = new string('a', 220) + ".onnx";

        ToolRun.Of("inspect", Model(name)).Text.ShouldContain($"\n[Onnx(\"{name}\")]\n");
    }

    [Fact]
    public void Another_tensor_may_be_the_output()
    {
        string file = Model("model.onnx");
        string inner = ToolRun.Rows(ToolRun.Of("inspect", file).Text).First(row => row.Contains("inside"))[0];

        (int exit, string text) = ToolRun.Of("inspect", file, "--output", inner);

        exit.ShouldBe(0);
        text.ShouldContain($"[Onnx(\"model.onnx\", Output = \"{inner}\")]");
    }

    [Fact]
    public void Nothing_in_a_file_tells_the_terminal_what_to_do()
    {
        const string Odd = "\u001b[31m\u009b2J\nx\u202e[red]";
        var model = new ModelBuilder(producer: Odd);
        string hidden = model.Input(-1, 4).Then("Gemm", [model.Random(4, 3)]).Tensor;
        model.Then("Mul", [model.Random(3)]).Then("Softmax").Metadata("classes", JsonSerializer.Serialize(new[] { Odd, "b", "c" }));
        model.Bytes();
        foreach (NodeProto node in model.Model.Graph.Node)
        {
            node.Name += Odd;
        }

        model.Model.Graph.Node[0].Output[0] = model.Model.Graph.Node[1].Input[0] = hidden + Odd;
        model.Model.Graph.Node[^1].Output[0] = model.Model.Graph.Output[0].Name = "y" + Odd;
        string file = Path.Combine(_folder.FullName, "odd.onnx");
        File.WriteAllBytes(file, model.Model.ToByteArray());
        string samples = Path.Combine(_folder.FullName, "samples.csv");
        File.WriteAllText(samples, "1,2,3,4\n");
        TextWriter before = Console.Error;
        using var errors = new StringWriter { NewLine = "\n" };
        Console.SetError(errors);
        string[] texts = [ToolRun.Of("inspect", file).Text, ToolRun.Of("inspect", file, "--output", hidden + Odd).Text, ToolRun.Of("inspect", file, "--output", "none").Text, ToolRun.Of("verify", file, samples).Text];
        Console.SetError(before);

        texts[0].ShouldContain("\\u001B[31m\\u009B2J\\u000Ax\\u202E[red]");
        texts[1].ShouldContain("Output = \"");
        texts[3].ShouldContain("They agree");
        errors.ToString().ShouldContain("Its tensors are");
        string all = string.Concat(texts) + errors;
        all.ShouldNotContain("\u202e");
        all.Where(static character => char.IsControl(character) && character != '\n').ShouldBeEmpty();
    }

    [Theory]
    [InlineData("numbers.bin", 0)]
    [InlineData("model.onnx", 1)]
    public void Numbers_beside_the_file_are_found_but_not_where_their_file_is_called_as_the_model(string location, int exit)
    {
        var model = new ModelBuilder();
        model.Input(-1, 4).Then("Gemm", [model.Random(4, 3)]).Bytes();
        TensorProto weights = model.Model.Graph.Initializer[0];
        File.WriteAllBytes(Path.Combine(_folder.FullName, location), weights.RawData.ToByteArray());
        weights.ClearRawData();
        weights.DataLocation = 1;
        weights.ExternalData.Add(new StringStringEntryProto { Key = "location", Value = location });
        string file = Path.Combine(_folder.FullName, "outer.onnx");
        File.WriteAllBytes(file, model.Model.ToByteArray());

        ToolRun.Of("inspect", file).Exit.ShouldBe(exit);
    }

    [Fact]
    public void A_weight_file_is_shown_with_its_tensors_and_its_network()
    {
        string file = Path.Combine(_folder.FullName, "weights.safetensors");
        new ToolNet(3).Save(file);

        (int exit, string text) = ToolRun.Of("inspect", file);

        exit.ShouldBe(0);
        ToolRun.Rows(text).ShouldContain(row => row[0] == "\"0.weight\"" && row[2] == "[3, 2]" && row[3] == "6");
        text.ShouldContain("It is from a network \"2-3-2 ");
    }

    [Fact]
    public void What_is_refused_is_no_success()
    {
        string file = Path.Combine(_folder.FullName, "model.onnx");
        File.WriteAllText(file, "version https://git-lfs.github.com/spec/v1\n");

        ToolRun.Of("inspect", file).Exit.ShouldBe(1);
        ToolRun.Of("inspect", file + "x").Exit.ShouldBe(1);
        ToolRun.Of("inspect", Model("good.onnx"), "--output", "nothing").Exit.ShouldBe(1);
        ToolRun.Of("inspect").Exit.ShouldNotBe(0);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Model(string name)
    {
        var description = new NetworkDescription([new LayerDescription("Dense", 2, 3, "Tanh", 0), new LayerDescription("Dense", 3, 2, "Softmax", 9)], "CrossEntropy", "SGD", "Uniform");
        string file = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(file, OnnxFile.Model(description, [.. Enumerable.Range(1, 17).Select(number => number / 10f)], null, null).ToByteArray());
        return file;
    }
}

/// <summary>A network whose weight file is shown.</summary>
[Mlp(2, 3, 2, Output = "Softmax")]
public sealed partial class ToolNet;
