using System;
using System.IO;
using Mlp.Build;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Build;

/// <summary>Of the weight files that a project names, those are converted that no build has put there.</summary>
public sealed class FileRequestTests : IDisposable
{
    private readonly DirectoryInfo _project = Directory.CreateTempSubdirectory("mlp-request-");

    public FileRequestTests() => File.WriteAllText(Path.Combine(_project.FullName, "Flowers.csproj"), "");

    [Theory]
    [InlineData("models/", true)]
    [InlineData("bin/Release/net10.0/", false)]
    [InlineData("bin/Debug/net10.0/models/", false)]
    [InlineData("obj/Debug/net10.0/", false)]
    [InlineData("models/bin/", true)]
    [InlineData("binaries/", true)]
    [InlineData("out/place/deep/", false)]
    [InlineData("shared/", true)]
    [InlineData("tests/bin/Debug/", false)]
    [InlineData("published/", false)]
    public void A_file_that_a_wildcard_found_is_left_out_where_builds_write(string wildcard, bool isMeant)
    {
        Place("tests/Flowers.Tests.fsproj");
        Place("published/Flowers.dll");

        FilesOf("output bin/", "output obj\\Debug\\net10.0\\", "output", "output  ", "output " + At("out/place"), "assembly Flowers.dll", Line(wildcard, wildcard + "iris.safetensors"))
            .Length.ShouldBe(isMeant ? 1 : 0);
    }

    [Theory]
    [InlineData("", "bin/iris.safetensors")]
    [InlineData("", "bin/Release/iris.safetensors")]
    [InlineData("Release/", "bin/Release/iris.safetensors")]
    public void A_file_that_is_named_or_found_by_a_wildcard_that_begins_there_is_meant(string wildcard, string file)
    {
        FilesOf("output bin", Line(wildcard, file)).ShouldBe([new RequestedWeights(At(file), AllowDouble: false)]);
    }

    [Theory]
    [InlineData("output .")]
    [InlineData("output ../")]
    public void A_folder_that_has_the_project_in_it_is_not_for_output_alone(string output)
    {
        string above = _project.Name + "/models/";

        FilesOf(output, Line("models/", "models/iris.safetensors")).Length.ShouldBe(1);
        FilesOf(output, Line(above, "models/iris.safetensors")).Length.ShouldBe(1);
    }

    [Fact]
    public void The_same_file_by_two_items_is_one_file_and_counts_as_either_says()
    {
        string named = "weights  //  // " + At("models/iris.safetensors");
        string found = "weights True // models/ // " + At("models/iris.safetensors");

        FilesOf(named, found, named).ShouldBe([new RequestedWeights(At("models/iris.safetensors"), AllowDouble: true)]);
        FilesOf(named, found.Replace("True", " Zero")).ShouldBe([new RequestedWeights(At("models/iris.safetensors"), AllowDouble: false, ZeroBiases: true)]);
        FilesOf("output bin/", Line("bin/", "bin/iris.safetensors"), Line("", "bin/iris.safetensors")).Length.ShouldBe(1);
    }

    [Fact]
    public void Models_come_with_the_files_that_may_have_their_numbers()
    {
        RequestedModel model = FilesOf("model True // models/ // " + At("models/iris.onnx"), "model  //  // " + At("models/iris.onnx"), "other " + At("models/iris.onnx.data"))
            .ShouldHaveSingleItem().ShouldBeOfType<RequestedModel>();

        (model.Path, model.AllowDouble).ShouldBe((At("models/iris.onnx"), true));
        model.TextName.ShouldEndWith(".mlponnx.txt");
        model.Others.ShouldBe([At("models/iris.onnx.data")]);
        FilesOf("output bin/", "model  // bin/ // " + At("bin/iris.onnx")).ShouldBeEmpty();
    }

    [Fact]
    public void A_file_that_is_no_request_is_called_so()
    {
        string request = Path.Combine(_project.FullName, "request.txt");
        File.WriteAllText(request, "weights true\n");
        Should.Throw<FormatException>(() => FileRequest.Read(request)).Message.ShouldContain("it names no project");
        File.WriteAllText(request, $"project {_project.FullName}\nweights true\n");
        Should.Throw<FormatException>(() => FileRequest.Read(request)).Message.ShouldContain("three parts");
    }

    public void Dispose() => _project.Delete(recursive: true);

    private string At(string file) => Path.GetFullPath(Path.Combine(_project.FullName, file));

    private void Place(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(file))!);
        File.WriteAllText(At(file), "");
    }

    private string Line(string wildcard, string file) => $"weights  // {wildcard} // {At(file)}";

    private RequestedFile[] FilesOf(params string[] lines)
    {
        string request = At("obj/mlp/request.txt");
        Place("obj/mlp/request.txt");
        File.WriteAllLines(request, ["project " + _project.FullName, .. lines]);
        return [.. FileRequest.Read(request).Files];
    }
}
