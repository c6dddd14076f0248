using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Google.Protobuf;
using Mlp.Build;
using Mlp.Onnx;
using Mlp.Onnx.Protos;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Build;

/// <summary>The text of an ONNX file is of the content that the file has now, and of that of the files beside it that the project names.</summary>
public sealed class ModelConversionTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlp-model-");

    private string Model => Path.Combine(_folder.FullName, "model.onnx");

    private string Data => Path.Combine(_folder.FullName, "data", "model.bin");

    private string Text => Path.Combine(_folder.FullName, "model.txt");

    [Fact]
    public void The_text_has_the_layers_of_every_tensor_and_each_number_once()
    {
        File.WriteAllBytes(Model, Small(0.5f).ToByteArray());

        string[] lines = Convert();

        lines[..2].ShouldBe(["mlp onnx 1", "file " + Model]);
        lines[2].ShouldStartWith("content ");
        lines.Count(line => line.StartsWith("tensor ", StringComparison.Ordinal)).ShouldBe(2);
        lines.ShouldContain("layer Dense from=2 to=1 activation=Tanh tensors=0,1");
        lines.ShouldContain("layer Dense from=2 to=1 activation=Identity tensors=0,1");
        lines.Count(line => line.StartsWith("output final [1] ", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public void Another_content_is_converted_and_the_same_leaves_the_text_as_it_is()
    {
        File.WriteAllBytes(Model, Small(0.5f).ToByteArray());
        Convert();
        File.SetLastWriteTimeUtc(Text, DateTime.UnixEpoch);
        Convert();
        File.GetLastWriteTimeUtc(Text).ShouldBe(DateTime.UnixEpoch);

        File.WriteAllBytes(Model, Small(0.75f).ToByteArray());
        Convert().ShouldContain("0.75 0.75");
    }

    [Fact]
    public void What_is_no_model_says_so_and_what_cannot_be_read_is_asked_for_again()
    {
        File.WriteAllText(Model, "version https://git-lfs.github.com/spec/v1\noid sha256:1234\nsize 377\n");
        Convert().ShouldContain(line => line.StartsWith("fault NotOnnx ", StringComparison.Ordinal) && line.Contains("git lfs pull"));

        File.Delete(Model);
        string[] missing = Convert();
        missing.ShouldContain(line => line.StartsWith("fault Unreadable ", StringComparison.Ordinal));
        missing.ShouldNotContain(line => line.StartsWith("content ", StringComparison.Ordinal));
    }

    [Fact]
    public void Numbers_beside_the_model_are_read_where_the_project_names_their_file_and_follow_its_content()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Data)!);
        WriteApart(0.5f);
        Convert().ShouldContain(line => line.StartsWith("fault ExternalData ", StringComparison.Ordinal) && line.Contains("data/model.bin"));

        Convert(Data).ShouldContain("0.5 0.5");
        File.SetLastWriteTimeUtc(Text, DateTime.UnixEpoch);
        Convert(Data);
        File.GetLastWriteTimeUtc(Text).ShouldBe(DateTime.UnixEpoch);

        WriteApart(0.25f);
        Convert(Data).ShouldContain("0.25 0.25");
        Convert().ShouldContain(line => line.StartsWith("fault ExternalData ", StringComparison.Ordinal));
        File.Delete(Data);
        Convert(Data).ShouldContain(line => line.StartsWith("fault ExternalData ", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static ModelProto Small(float weight) =>
        OnnxFile.Model(new NetworkDescription([new LayerDescription("Dense", 2, 1, "Tanh", 0)], "SquaredError", "SGD", "Uniform"), [weight, weight, 1], null, null);

    /// <summary>Writes the model with the numbers of its weights in a file of their own.</summary>
    private void WriteApart(float weight)
    {
        ModelProto model = Small(weight);
        TensorProto tensor = model.Graph.Initializer.First(tensor => tensor.Dims.Count == 2);
        File.WriteAllBytes(Data, [1, 2, 3, 4, .. tensor.RawData]);
        int length = tensor.RawData.Length;
        tensor.ClearRawData();
        tensor.DataLocation = 1;
        foreach ((string key, string value) in (IEnumerable<(string, string)>)[("location", "data/model.bin"), ("offset", "4"), ("length", length.ToString(System.Globalization.CultureInfo.InvariantCulture))])
        {
            tensor.ExternalData.Add(new StringStringEntryProto { Key = key, Value = value });
        }

        File.WriteAllBytes(Model, model.ToByteArray());
    }

    private string[] Convert(params string[] others)
    {
        FileConversion.Run(new RequestedModel(Model, AllowDouble: false, others.ToHashSet()), Text);
        return File.ReadAllLines(Text);
    }
}
