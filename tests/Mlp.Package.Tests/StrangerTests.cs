using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace Mlp.Package.Tests;

/// <summary>Projects that know the packages alone are built without a warning and do what they should, or are told why not.</summary>
[Collection(PackageCollection.Name)]
public sealed class StrangerTests(StrangerSolution strangers, PackedPackage package) : IClassFixture<StrangerSolution>
{
    /// <summary>The names of the new solutions.</summary>
    public static TheoryData<string> NewNames => new(StrangerSolution.NewNames);

    [Fact]
    public void All_are_built_without_a_warning()
    {
        strangers.Build.ExitCode.ShouldBe(0, strangers.Build.Output);
        strangers.Build.Output.ShouldNotContain(": warning ");
    }

    [Theory]
    [InlineData("ConsoleProgram", "0 1 1 0")]
    [InlineData("WebService", "200 [7.5]")]
    [InlineData("ModelsProgram", "0 1 1 0 1 0 0 1")]
    [InlineData("CSharp13", "21")]
    [InlineData("BareProject", "50 1")]
    [InlineData("CentralVersions", "4 6 61")]
    [InlineData("Größe und Maß", "7")]
    [InlineData("StructNetwork", "1 0 True")]
    [InlineData("TrainedElsewhere", "True True 131")]
    [InlineData("TrainingPlots", "True True")]
    [InlineData("SearchProgram", "6 True 1 False")]
    [InlineData("FiveHundred", "500 networks, each its own")]
    public async Task A_program_computes_what_it_should(string project, string expected)
    {
        ChildRun run = await strangers.Run(project);

        run.ExitCode.ShouldBe(0, run.Output + strangers.Build.Output);
        run.Lines.ShouldBe([expected]);
    }

    [Fact]
    public async Task The_tool_shows_an_ONNX_file_that_a_program_has_saved_and_refuses_another()
    {
        InstalledTool tool = await strangers.InstallTool();
        (await strangers.Run("ModelsProgram")).ExitCode.ShouldBe(0, strangers.Build.Output);

        ChildRun shown = await tool.Run("inspect", strangers.Written("ModelsProgram", "parity.onnx"));
        ChildRun refused = await tool.Run("inspect", strangers.Written("ModelsProgram", "ModelsProgram.dll"));

        shown.ExitCode.ShouldBe(0, shown.Output);
        shown.Output.ShouldContain("3 to 2, 50 parameters");
        shown.Output.ShouldContain("[Onnx(\"parity.onnx\")]");
        shown.Output.ShouldContain("[Mlp(3, 8, 2, Hidden = \"Tanh\", Output = \"Softmax\")]");
        refused.ExitCode.ShouldBe(1);
        refused.Lines.ShouldHaveSingleItem().ShouldContain("not an ONNX file");
    }

    [Fact]
    public async Task Tests_of_a_library_find_its_network_and_their_own()
    {
        ChildRun run = await strangers.Test("UnitTests");

        run.ExitCode.ShouldBe(0, run.Output + strangers.Build.Output);
        run.Output.ShouldMatch(@"Passed: +3,");
    }

    [Theory]
    [MemberData(nameof(NewNames))]
    public async Task A_new_solution_of_any_name_predicts_with_the_network_that_comes_with_it(string name)
    {
        strangers.Build.ExitCode.ShouldBe(0, strangers.Build.Output);

        ChildRun run = await strangers.RunNew(name, "predict", "6.5", "3.0", "5.5", "1.8");

        run.ExitCode.ShouldBe(0, run.Output);
        run.Lines.ShouldHaveSingleItem().ShouldMatch(@"^virginica, p = 0\.8\d\d$");
    }

    [Fact]
    public async Task A_new_solution_trains_saves_and_draws()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("mlp-new-");

        ChildRun run = await strangers.RunNewIn(folder.FullName, "Mlp", "train");

        run.ExitCode.ShouldBe(0, run.Output);
        folder.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal).ShouldBe(["confusion.svg", "loss.svg", "model.safetensors"]);
        foreach (FileInfo picture in folder.GetFiles("*.svg"))
        {
            (await File.ReadAllTextAsync(picture.FullName)).ShouldStartWith("<svg ");
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public void A_new_program_has_one_native_library_that_draws_and_so_have_its_tests()
    {
        string[] libraries = [.. Directory.GetFiles(strangers.NewFolder("Mlp"), "*libSkiaSharp.*", SearchOption.AllDirectories).Where(path => path.Contains("bin"))];

        libraries.Length.ShouldBe(2, string.Join('\n', libraries));
    }

    [Theory]
    [InlineData("usage: train | evaluate <file> | predict <number> ...")]
    [InlineData("usage: train | evaluate <file> | predict <number> ...", "train", "iris.csv", "roses.csv")]
    [InlineData("There must be 4 numbers, not 2: sepal_length, sepal_width, petal_length, petal_width.", "predict", "6.5", "3.0")]
    [InlineData("3,0 is no number, or too large: write one such as 5.1.", "predict", "6.5", "3,0", "5.5", "1.8")]
    [InlineData("NaN is no number, or too large: write one such as 5.1.", "predict", "NaN", "1", "1", "1")]
    [InlineData("1e39 is no number, or too large: write one such as 5.1.", "predict", "1e39", "1", "1", "1")]
    public async Task A_new_solution_says_what_it_does_not_understand(string message, params string[] arguments)
    {
        ChildRun run = await strangers.RunNew("Mlp", arguments);

        run.ExitCode.ShouldBe(2, run.Output);
        run.Lines.ShouldBe([message]);
    }

    [Fact]
    public async Task A_new_solution_has_no_answer_where_numbers_overflow()
    {
        ChildRun run = await strangers.RunNew("Mlp", "predict", "3e38", "3e38", "3e38", "3e38");

        run.ExitCode.ShouldBe(1, run.Output);
        run.Lines.ShouldBe(["The numbers are so large that the network has no answer."]);
    }

    [Theory]
    [InlineData("predict", "model.safetensors", null, "There is no model in ")]
    [InlineData("predict", "model.safetensors", "damaged", "There is no model in ")]
    [InlineData("train", "iris.csv", null, "iris.csv cannot be read: ")]
    [InlineData("train", "iris.csv", "sepal_length,sepal_width,petal_length,petal_width,species\n\n5.1,3.5,1.4,NA,setosa\n", "iris.csv, line 3, column petal_width: \"NA\" is no number")]
    [InlineData("train", "iris.csv", "sepal_length,sepal_width,petal_length,petal_width,species\n5.1,3.5,1.4,0.2,setosa\n", "")]
    public async Task A_new_solution_says_in_a_line_what_is_wrong_with_a_file(string command, string file, string? content, string message)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("mlp-new-");
        string program = strangers.NewProgram("Mlp");
        Folder.CopyFiles(Path.GetDirectoryName(program)!, folder.FullName);
        File.Delete(Path.Combine(folder.FullName, file));
        if (content is not null)
        {
            File.WriteAllText(Path.Combine(folder.FullName, file), content);
        }

        string[] arguments = command == "predict" ? [command, "1", "1", "1", "1"] : [command];
        ChildRun run = await ChildRun.Start([Path.Combine(folder.FullName, Path.GetFileName(program)), .. arguments]);

        folder.Delete(recursive: true);
        run.ExitCode.ShouldBe(1, run.Output);
        run.Lines.ShouldHaveSingleItem().ShouldContain(message);
        run.Output.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_new_solution_is_measured_on_a_later_file_and_knows_its_own_classes_alone()
    {
        string file = Path.Combine(strangers.NewFolder("Mlp"), "later.csv");
        await File.WriteAllTextAsync(file, "species;petal_width;petal_length;sepal_width;sepal_length\nsetosa;0,2;1,4;3,5;5,1\n");
        ChildRun good = await strangers.RunNew("Mlp", "evaluate", file);
        await File.AppendAllTextAsync(file, "rose;0,2;1,4;3,5;5,1\n");
        ChildRun bad = await strangers.RunNew("Mlp", "evaluate", file);

        good.ExitCode.ShouldBe(0, good.Output);
        good.Output.ShouldMatch(@"accuracy +1\.00 +1\s");
        bad.ExitCode.ShouldBe(1, bad.Output);
        bad.Lines.ShouldBe(["later.csv, line 3, column species: \"rose\" is none of the classes setosa, versicolor, virginica."]);
    }

    [Theory]
    [InlineData("R&D's 2.0 Größe-x")]
    [InlineData("Mlp")]
    public async Task A_new_solution_passes_its_tests(string name)
    {
        ChildRun run = await strangers.TestNew(name);

        run.ExitCode.ShouldBe(0, run.Output + strangers.Build.Output);
        run.Output.ShouldMatch(@"Passed: +13,");
    }

    [Theory]
    [MemberData(nameof(NewNames))]
    public void A_new_solution_has_the_sources_that_the_tests_of_other_names_compile(string name)
    {
        foreach ((string path, string text) in new TemplateExpansion(new PackageContent(package.Feed, "Mlp.Templates").Files).Sources(name))
        {
            File.ReadAllText(Path.Combine(strangers.NewFolder(name), path)).ShouldBe(text);
        }
    }

    [Fact]
    public async Task Snapshot_tests_find_the_files_that_the_compiler_wrote()
    {
        ChildRun run = await strangers.Test("SnapshotTests");

        run.ExitCode.ShouldBe(0, run.Output + strangers.Build.Output);
        run.Output.ShouldMatch(@"Passed: +2,");
    }

    [Theory]
    [InlineData("CompilerApiVersion=roslyn4.8", "error MLP1001: The C# compiler of this build is Roslyn 4.8, and Mlp needs 4.14 or newer.")]
    [InlineData("LangVersion=10", "error MLP0007: ")]
    public async Task A_host_that_is_too_old_is_told_so(string property, string message)
    {
        ChildRun build = await strangers.BuildWith("BareProject", property);

        build.ExitCode.ShouldNotBe(0);
        build.Output.ShouldContain(message);
    }

    [Fact]
    public async Task A_framework_that_is_too_old_is_told_so()
    {
        ChildRun restore = await strangers.Restore("TooOldFramework");

        restore.ExitCode.ShouldNotBe(0);
        restore.Output.ShouldContain($"error NU1202: Package Mlp {Surroundings.Version} is not compatible with net8.0");
    }
}
