using System.IO;
using System.Linq;
using Google.Protobuf;
using Mlp.Onnx.Graph;
using Mlp.Onnx.Import;
using Mlp.Onnx.Protos;
using Mlp.Onnx.Reading;
using Shouldly;
using Xunit;

namespace Mlp.Onnx.Tests.Reading;

/// <summary>A file becomes a graph, or the fault says what is wrong with it.</summary>
public sealed class OnnxReaderTests
{
    [Fact]
    public void A_model_becomes_a_graph()
    {
        OnnxGraph graph = Models.Read(Models.Small());

        graph.IrVersion.ShouldBe(8);
        graph.Opset.ShouldBe(17);
        graph.Producer.ShouldBe("pytorch 1.13");
        graph.Metadata["k"].ShouldBe("v");
        graph.Nodes.Select(node => node.Operator).ShouldBe(["Constant", "Relu", "MatMul"]);
        graph.Nodes[1].Domain.ShouldBeEmpty();
        graph.Nodes[1].Name.ShouldBe("act");
        graph.Nodes[2].Inputs.ShouldBe(["x", "w", ""]);
        graph.Nodes[2].Outputs.ShouldBe(["h", ""]);
        graph.Initializers["w"].Extents.ShouldBe([2, 3]);
        graph.Initializers["w"].Values.ShouldBe([1, 2, 3, 4, 5, double.PositiveInfinity]);
        graph.Outputs.ShouldHaveSingleItem().Name.ShouldBe("y");
        graph.Described["h"].Dimensions!.Select(dimension => dimension.Extent).ShouldBe([null, 3]);
        graph.Described["m"].Type.ShouldBe(OnnxElementType.Undefined);
        graph.Described["m"].Dimensions.ShouldBeNull();
    }

    [Fact]
    public void Initializers_that_are_listed_as_inputs_are_none()
    {
        OnnxValue input = Models.Read(Models.Small()).Inputs.ShouldHaveSingleItem();

        input.Name.ShouldBe("x");
        input.Type.ShouldBe(OnnxElementType.Float);
        input.Dimensions.ShouldBe([new OnnxDimension(null, "batch"), new OnnxDimension(2, string.Empty)]);
    }

    [Fact]
    public void Every_kind_of_attribute_is_read()
    {
        var attributes = Models.Read(Models.Small()).Nodes[0].Attributes;

        attributes["value"].Tensor!.Values.ShouldBe([-1, 3]);
        attributes["value"].Tensor!.Type.ShouldBe(OnnxElementType.Int64);
        (attributes["f"].Kind, attributes["f"].Numbers[0]).ShouldBe((OnnxAttributeKind.Float, 0.5));
        (attributes["i"].Kind, attributes["i"].Integers[0], attributes["i"].Numbers[0]).ShouldBe((OnnxAttributeKind.Integer, -7L, -7.0));
        attributes["s"].Strings.ShouldBe(["SAME_UPPER"]);
        attributes["fs"].Numbers.ShouldBe([0.25, 2]);
        attributes["is"].Integers.ShouldBe([1, 2, 3]);
        attributes["ss"].Strings.ShouldBe(["a"]);
        attributes["g"].Kind.ShouldBe(OnnxAttributeKind.Graph);
    }

    [Theory]
    [InlineData(2, "3 to 13")]
    [InlineData(14, "older version")]
    [InlineData(-1, "-1")]
    public void Formats_that_are_not_known_are_refused(long version, string words)
    {
        ModelProto model = Models.Small();
        model.IrVersion = version;

        OnnxFault fault = Models.Fault(model);

        fault.Code.ShouldBe(OnnxFaultCode.Version);
        fault.Message.ShouldContain(words);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(25)]
    public void Opsets_that_are_not_known_are_refused_by_their_number(long opset)
    {
        ModelProto model = Models.Small();
        model.OpsetImport[0].Version = opset;

        OnnxFault fault = Models.Fault(model);

        fault.Code.ShouldBe(OnnxFaultCode.Version);
        fault.Message.ShouldContain($"opset {opset},");
    }

    [Fact]
    public void No_opset_is_the_first_and_two_are_a_contradiction()
    {
        ModelProto none = Models.Small();
        none.OpsetImport.RemoveAt(0);
        ModelProto two = Models.Small();
        two.OpsetImport.Add(new OperatorSetIdProto { Domain = "ai.onnx", Version = 16 });

        Models.Fault(none).Message.ShouldContain("opset 1, because it says none");
        Models.Fault(two).Message.ShouldContain("opset 17, and those of opset 16");
    }

    [Fact]
    public void Each_tensor_is_made_once_and_by_someone()
    {
        ModelProto twice = Models.Small();
        twice.Graph.Node[0].Output[0] = "h";
        ModelProto weight = Models.Small();
        weight.Graph.Initializer.Add(weight.Graph.Initializer[0].Clone());
        ModelProto unnamed = Models.Small();
        unnamed.Graph.Input[0].Name = string.Empty;
        ModelProto missing = Models.Small();
        missing.Graph.Node[1].Input[0] = "elsewhere";

        Models.Fault(twice).ShouldBe(new OnnxFault(
            OnnxFaultCode.Shape, "The tensor \"h\" is made twice, by Constant (node 0, counted from 0) and by MatMul (node 2, counted from 0): the file is damaged. Export it again."));
        Models.Fault(weight).Message.ShouldContain("\"w\" is made twice, by the initializers");
        Models.Fault(unnamed).Message.ShouldContain("the inputs has no name");
        Models.Fault(missing).Message.ShouldContain("Relu \"act\" takes the tensor \"elsewhere\"");
    }

    [Fact]
    public void Sparse_initializers_are_refused_by_name()
    {
        ModelProto model = Models.Small();
        model.Graph.SparseInitializer.Add(new SparseTensorProto { Values = new TensorProto { Name = "thin" } });

        Models.Fault(model).Message.ShouldContain("\"thin\" is a sparse one");
    }

    [Fact]
    public void More_than_bearable_is_refused_before_it_is_parsed()
    {
        ModelProto nodes = Models.Small();
        nodes.Graph.Node.AddRange(Enumerable.Range(0, OnnxLimits.Nodes).Select(_ => new NodeProto()));
        ModelProto tensors = Models.Small();
        tensors.Graph.Initializer.AddRange(Enumerable.Range(0, OnnxLimits.Tensors).Select(_ => new TensorProto()));

        Models.Fault(nodes).Message.ShouldContain("more than 10000 operators");
        Models.Fault(tensors).Message.ShouldContain("more than 10000 tensors");
    }

    [Fact]
    public void Fields_that_are_not_what_they_should_be_are_damage()
    {
        // The version as four bytes; half a letter in a name; a second graph; a group.
        Models.Fault([0x0D, 1, 2, 3, 4]).Message.ShouldContain("ir_version is not what it should be");
        Models.Fault([0x08, 8, 0x12, 1, 0xC3]).Message.ShouldContain("producer_name is no text");
        Models.Fault([0x08, 8, 0x3A, 0, 0x3A, 0]).Message.ShouldContain("a second graph");
        Models.Fault([0x08, 8, 0xFB, 1]).Message.ShouldContain("no such kind of field");
        Models.Fault([0x08, 8, 0x3A, 9, 1]).Message.ShouldContain("at byte 2, 9 bytes should follow, but 1 do");
    }

    [Fact]
    public void Fields_of_later_versions_are_skipped()
    {
        byte[] later = [.. Models.Small().ToByteArray(), 0xF8, 0x06, 1, 0xF2, 0x06, 2, 7, 7, 0xFD, 0x06, 1, 2, 3, 4];

        OnnxReader.Read(later, static _ => null).Nodes.Count.ShouldBe(3);
    }

    [Fact]
    public void Lists_are_read_number_by_number_and_as_a_whole()
    {
        // Dimensions, floats and integers: each by itself, and each list in one piece.
        byte[] single = [0x08, 2, 0x10, 1, 0x25, 0, 0, 0x80, 0x3F, 0x25, 0, 0, 0, 0x40, 0x42, 1, (byte)'t'];
        byte[] whole = [0x0A, 1, 2, 0x10, 1, 0x22, 8, 0, 0, 0x80, 0x3F, 0, 0, 0, 0x40, 0x42, 1, (byte)'t'];
        foreach (byte[] tensor in (byte[][])[single, whole])
        {
            byte[] model = [0x08, 8, 0x42, 2, 0x10, 17, 0x3A, (byte)(tensor.Length + 2), 0x2A, (byte)tensor.Length, .. tensor];

            OnnxReader.Read(model, static _ => null).Initializers["t"].Values.ShouldBe([1, 2]);
        }
    }

    [Fact]
    public void A_stream_is_read_from_where_it_stands()
    {
        using var stream = new MemoryStream([1, 2, .. Models.Small().ToByteArray()]) { Position = 2 };

        OnnxReader.Read(stream, static _ => null).Nodes.Count.ShouldBe(3);
    }
}
