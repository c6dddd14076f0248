using System.Threading.Tasks;

namespace Mlp.Package.Tests;

/// <summary>Projects that know the packages alone are built without a warning and do what they should, or are told why not.</summary>
[Collection(PackageCollection.Name)]
public sealed class StrangerTests(StrangerSolution strangers) : IClassFixture<StrangerSolution>
{
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
    [InlineData("FiveHundred", "500 networks, each its own")]
    public async Task A_program_computes_what_it_should(string project, string expected)
    {
        ChildRun run = await strangers.Run(project);

        run.ExitCode.ShouldBe(0, run.Output + strangers.Build.Output);
        run.Lines.ShouldBe([expected]);
    }

    [Fact]
    public async Task Tests_of_a_library_find_its_network_and_their_own()
    {
        ChildRun run = await strangers.Test("UnitTests");

        run.ExitCode.ShouldBe(0, run.Output + strangers.Build.Output);
        run.Output.ShouldMatch(@"Passed: +3,");
    }

    [Fact]
    public async Task A_new_solution_predicts_with_the_network_that_comes_with_it()
    {
        ChildRun run = await strangers.RunNew("predict", "6.5", "3.0", "5.5", "1.8");

        run.ExitCode.ShouldBe(0, run.Output + strangers.Build.Output);
        run.Lines.ShouldHaveSingleItem().ShouldMatch(@"^virginica, p = 0\.8\d\d$");
    }

    [Theory]
    [InlineData("usage: train | predict <number> ...")]
    [InlineData("There must be 4 numbers, not 2.", "predict", "6.5", "3.0")]
    [InlineData("3,0 is no number: write one such as 5.1.", "predict", "6.5", "3,0", "5.5", "1.8")]
    public async Task A_new_solution_says_what_it_does_not_understand(string message, params string[] arguments)
    {
        ChildRun run = await strangers.RunNew(arguments);

        run.ExitCode.ShouldBe(1, run.Output + strangers.Build.Output);
        run.Lines.ShouldBe([message]);
    }

    [Fact]
    public async Task A_new_solution_passes_its_tests()
    {
        ChildRun run = await strangers.TestNew();

        run.ExitCode.ShouldBe(0, run.Output + strangers.Build.Output);
        run.Output.ShouldMatch(@"Passed: +8,");
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
