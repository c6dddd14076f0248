using System;
using System.IO;
using System.Linq;
using Mlp.Onnx.Graph;
using Mlp.Onnx.Protos;
using Mlp.Onnx.Tests.Import;
using Mlp.Onnx.Text;
using Shouldly;
using Xunit;

namespace Mlp.Onnx.Tests.Text;

/// <summary>The text for the generator has a line for each thing, whatever the file calls its tensors, nodes and dimensions.</summary>
public sealed class OnnxTextTests
{
    private static readonly string[] Words = ["mlp", "file", "by", "tensor", "output", "layer", "class", "note", "fault"];

    [Theory]
    [InlineData("a\nfault Operator it is mine")]
    [InlineData("a] b")]
    [InlineData("[red]")]
    [InlineData("\u001b[31m\t\u2028\u0085")]
    public void Names_of_the_file_make_no_lines_and_no_brackets(string name)
    {
        var model = new ModelBuilder(producer: name);
        model.Input(-1, 4).Then("Gemm", [model.Random(4, 3)]).Then("Abs");
        NodeProto last = model.Model.Graph.Node[^1];
        last.Name = name;
        model.Bytes();
        var shape = new TensorShapeProto { Dim = { new TensorShapeProto.Types.Dimension { DimValue = 1 }, new TensorShapeProto.Types.Dimension { DimParam = name } } };
        ValueInfoProto output = model.Model.Graph.Output.Single();
        output.Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)OnnxElementType.Float, Shape = shape } };
        byte[] bytes = Google.Protobuf.MessageExtensions.ToByteArray(model.Model);

        string text = OnnxText.Of(name, static () => "", () => new MemoryStream(bytes, writable: false), static _ => null, allowDouble: false);

        string[] lines = text.TrimEnd('\n').Split('\n');
        lines.ShouldAllBe(line => Words.Contains(line.Split(' ', 2)[0]) || char.IsAsciiDigit(line[0]) || line[0] == '-');
        text.Where(static character => char.IsControl(character) && character != '\n').ShouldBeEmpty();
        string[] outputs = [.. lines.Where(static line => line.StartsWith("output final", StringComparison.Ordinal))];
        outputs.ShouldHaveSingleItem().ShouldEndWith("] " + output.Name);
        outputs[0].IndexOf("] ", StringComparison.Ordinal).ShouldBe(outputs[0].Length - output.Name.Length - 2);
    }
}
