using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Shouldly;
using Xunit;

namespace Mlp.Integration.Tests;

/// <summary>The network of an ONNX file, through the targets of the package: built, built again with another file, and with one that is none.</summary>
public sealed class CompiledModelsTests
{
    [Fact]
    public async Task The_file_is_in_the_assembly_a_change_of_it_reaches_it_and_a_bad_one_is_an_error_at_the_argument()
    {
        using var consumer = new Consumer("Imported");
        string path = Path.Combine(Directory.CreateDirectory(Path.Combine(consumer.Folder, "models")).FullName, "model.onnx");

        File.Copy(Exported("mlp-17.onnx"), path);
        await BuildAndExpect(consumer, "mlp.json");
        Directory.GetFiles(Path.Combine(consumer.Folder, "obj"), "*.mlponnx.txt", SearchOption.AllDirectories).ShouldHaveSingleItem();

        File.Copy(Exported("norm-13.onnx"), path, overwrite: true);
        File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch);
        await BuildAndExpect(consumer, "norm.json");

        await File.WriteAllTextAsync(path, "version https://git-lfs.github.com/spec/v1\noid sha256:12\nsize 12\n");
        ChildRun build = await consumer.Build();
        string[] lines = await File.ReadAllLinesAsync(Path.Combine(consumer.Folder, "Program.cs"));
        int here = lines.Index().Single(line => line.Item.EndsWith("// here", StringComparison.Ordinal)).Index + 1;
        Consumer.Complaints(build).Where(complaint => complaint.Id == "MLP0036").ShouldHaveSingleItem(build.Output).Line.ShouldBe(here);
        build.Output.ShouldContain("git lfs pull");
    }

    private static string Exported(string file) => BuiltFiles.Beside("Exported", file);

    private static async Task BuildAndExpect(Consumer consumer, string values)
    {
        ChildRun build = await consumer.Build();
        Consumer.Complaints(build).ShouldBeEmpty(build.Output);
        build.ExitCode.ShouldBe(0, build.Output);
        ChildRun run = await consumer.Run(Exported(values));
        run.ExitCode.ShouldBe(0, run.Output);
        run.Output.ShouldContain("allocated 0, right");
    }
}
