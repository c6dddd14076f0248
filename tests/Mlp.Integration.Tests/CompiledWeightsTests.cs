using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Shouldly;
using Xunit;

namespace Mlp.Integration.Tests;

/// <summary>Weights that are compiled in, through the targets of the package: built, built again, changed and broken.</summary>
public sealed class CompiledWeightsTests
{
    private const string Weights = "modèles d'iris/iris v1.safetensors";

    [Fact]
    public async Task Weights_are_in_the_assembly_and_a_change_of_the_file_reaches_it()
    {
        using var consumer = new Consumer("Compiled");
        await BuildAndExpect(consumer, seed: 3);
        string text = Directory.GetFiles(Path.Combine(consumer.Folder, "obj"), "*.mlpweights.txt", SearchOption.AllDirectories).ShouldHaveSingleItem();
        string assembly = Path.Combine(consumer.Folder, "bin", "Release", "net10.0", "Compiled.dll");

        // Nothing changed: nothing is converted or compiled.
        (DateTime Text, DateTime Assembly) written = (File.GetLastWriteTimeUtc(text), File.GetLastWriteTimeUtc(assembly));
        await BuildAndExpect(consumer, seed: 3);
        (File.GetLastWriteTimeUtc(text), File.GetLastWriteTimeUtc(assembly)).ShouldBe(written);

        // Nor for another time alone.
        File.SetLastWriteTimeUtc(Path.Combine(consumer.Folder, Weights), DateTime.UtcNow);
        await BuildAndExpect(consumer, seed: 3);
        (File.GetLastWriteTimeUtc(text), File.GetLastWriteTimeUtc(assembly)).ShouldBe(written);

        // Another content is another file, be it of the same time, as archives and cp -p leave it, or an older one.
        Replace(consumer, "seed4.bin", File.GetLastWriteTimeUtc(Path.Combine(consumer.Folder, Weights)));
        await BuildAndExpect(consumer, seed: 4);
    }

    [Fact]
    public async Task Copies_that_builds_make_and_files_they_emit_are_no_part_of_the_next_build()
    {
        using var consumer = new Consumer("Compiled");
        string project = await File.ReadAllTextAsync(Path.Combine(consumer.Folder, "Compiled.csproj"));
        consumer.Write("Compiled.csproj", project
            .Replace("</ItemGroup>", "<None Update=\"**/*.safetensors\" CopyToOutputDirectory=\"PreserveNewest\" /><AdditionalFiles Include=\"modèles d'iris/iris v1.safetensors\" /></ItemGroup>")
            .Replace("</PropertyGroup>", "<EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles><CompilerGeneratedFilesOutputPath>Emitted</CompilerGeneratedFilesOutputPath></PropertyGroup>"));

        await BuildAndExpect(consumer, seed: 3);
        File.Exists(Path.Combine(consumer.Folder, "bin", "Release", "net10.0", Weights)).ShouldBeTrue();
        Directory.Exists(Path.Combine(consumer.Folder, "Emitted", "Mlp.Generator")).ShouldBeTrue();
        Replace(consumer, "seed4.bin", DateTime.UtcNow);
        await BuildAndExpect(consumer, seed: 4);
    }

    [Fact]
    public async Task A_file_that_leaves_the_project_leaves_the_compilation()
    {
        using var consumer = new Consumer("Compiled");
        await BuildAndExpect(consumer, seed: 3);

        File.Delete(Path.Combine(consumer.Folder, Weights));
        ChildRun build = await consumer.Build();

        Consumer.Complaints(build).Select(complaint => complaint.Id).Distinct().ShouldContain("MLP0021", build.Output);
    }

    [Fact]
    public async Task A_file_may_be_added_late_stand_behind_a_link_and_have_a_name_that_a_shell_would_take_apart()
    {
        if (OperatingSystem.IsWindows())
        {
            // Who makes links there must be an administrator.
            return;
        }

        using var consumer = new Consumer("Compiled");
        const string Name = "iris $v1 `v1` %v1%; #v1";
        string program = await File.ReadAllTextAsync(Path.Combine(consumer.Folder, "Program.cs"));
        consumer.Write("Program.cs", program.Replace("iris v1", Name));
        string project = await File.ReadAllTextAsync(Path.Combine(consumer.Folder, "Compiled.csproj"));
        consumer.Write("Compiled.csproj", project
            .Replace("<ItemGroup>", "<Target Name=\"Late\" BeforeTargets=\"CoreCompile\"><ItemGroup>")
            .Replace("</ItemGroup>", "</ItemGroup></Target>"));
        string path = Path.Combine(consumer.Folder, Weights);
        string target = Path.Combine(consumer.Folder, "kept.bin");
        File.Move(path, target);
        File.CreateSymbolicLink(path.Replace("iris v1", Name), target);
        await BuildAndExpect(consumer, seed: 3);

        // The link keeps its time.
        File.Copy(Path.Combine(consumer.Folder, "seed4.bin"), target, overwrite: true);
        await BuildAndExpect(consumer, seed: 4);
    }

    [Fact]
    public async Task A_bad_file_is_an_error_at_the_argument_with_the_readers_message()
    {
        using var consumer = new Consumer("Compiled");
        string[] lines = await File.ReadAllLinesAsync(Path.Combine(consumer.Folder, "Program.cs"));
        (string, int, string)[] expected = [.. lines.Index().Where(line => line.Item.EndsWith("// here", StringComparison.Ordinal)).Select(line => ("Program.cs", line.Index + 1, "MLP0023"))];
        expected.Length.ShouldBe(4);
        string path = Path.Combine(consumer.Folder, Weights);
        byte[] good = await File.ReadAllBytesAsync(path);

        await File.WriteAllBytesAsync(path, good[..^4]);
        ChildRun build = await consumer.Build();
        Consumer.Complaints(build).Where(complaint => complaint.Id == "MLP0023").ShouldBe(expected, build.Output);
        build.Output.ShouldContain("(Truncated): The header describes 524 bytes of data, the file has 520: it was cut off. Copy or save it again.");

        File.Delete(path);
        await File.WriteAllBytesAsync(path.Replace("v1", "v2"), good);
        build = await consumer.Build();
        Consumer.Complaints(build).Where(complaint => complaint.Id == "MLP0021").Select(complaint => complaint.Line).ShouldBe(expected.Select(line => line.Item2), build.Output);
    }

    [Fact]
    public async Task A_build_for_an_editor_converts_the_file_too()
    {
        using var consumer = new Consumer("Compiled");
        ChildRun restore = await consumer.Build("-t:Restore");
        restore.ExitCode.ShouldBe(0, restore.Output);

        ChildRun build = await consumer.Build("-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-getItem:AdditionalFiles");

        build.ExitCode.ShouldBe(0, build.Output);
        build.Output.ShouldContain(".mlpweights.txt");
        build.Output.ShouldNotContain(".safetensors\"");
        Directory.GetFiles(Path.Combine(consumer.Folder, "obj"), "*.mlpweights.txt", SearchOption.AllDirectories).ShouldHaveSingleItem();
    }

    private static void Replace(Consumer consumer, string with, DateTime time)
    {
        string path = Path.Combine(consumer.Folder, Weights);
        File.Copy(Path.Combine(consumer.Folder, with), path, overwrite: true);
        File.SetLastWriteTimeUtc(path, time);
    }

    private static async Task BuildAndExpect(Consumer consumer, int seed)
    {
        ChildRun build = await consumer.Build();
        Consumer.Complaints(build).ShouldBeEmpty(build.Output);
        build.ExitCode.ShouldBe(0, build.Output);
        ChildRun run = await consumer.Run();
        run.ExitCode.ShouldBe(0, run.Output);
        run.Output.ShouldContain($"seed {seed}, allocated 0");
        run.Output.ShouldNotContain("WRONG");
        run.Output.Split(": right").Length.ShouldBe(9, run.Output);
    }
}
