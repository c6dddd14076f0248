using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Mlp.Integration.Tests;

/// <summary>Whole suites pass at every vector width that a switch of the runtime can leave.</summary>
/// <remarks>
/// At the width of the machine the suites run by themselves, beside these tests: here they only say which width that is. Under a
/// switch those tests run that meet vectors at all, and what depends on the width of kernels alone runs once at each width. All runs
/// start with the first test, two at a time; each test waits for its own.
/// </remarks>
public sealed partial class WidthTests(ITestOutputHelper log)
{
    private const int AtATime = 2;
    private const int FewestTests = 250;

    /// <summary>In every suite: the class of the test that the expected width is active.</summary>
    private static readonly string[] Width = ["+.ActiveWidthTests."];

    /// <summary>What calls the kernels of every network of the suite. What tests force may be more than the product ever emits.</summary>
    private static readonly string[] Kernels = [.. Width, "+.ForwardTests.", "+.TrainingTests."];

    /// <summary>Kernels that a run of the suite compiles, at the least.</summary>
    private const int FewestKernels = 1000;

    /// <summary>The tests of the rooms of the runtime that use vectors; a law of the suite says which rooms these are.</summary>
    private static readonly string[] Vectors = ["+.Numerics.", "+.Storage.", "+.Validation.", "+.Training.Slices.", "+.Initialization.", "+.Interpretation.", "+.Optimizers.", "+.Evolution."];

    /// <summary>
    /// What is compiled in memory is compiled for a width, whichever switch leaves it, and takes as long as all other tests. Without vectors there is nothing
    /// to compile.
    /// </summary>
    private static readonly string[] NotCompiled = ["-.ForcedPlans.", "-.DrawnStacks."];

    /// <summary>What never meets a vector: files, names, lengths. It has run at the width of the machine.</summary>
    private static readonly string[] NotOfVectors = ["-.LayoutTests.", "-.WeightFileTests.", "-.WrongLengthTests.", "-.DeclarationTests."];

    private static readonly Lazy<Dictionary<(string Suite, VectorSwitch Switch), Task<SuiteRun>>> Runs = new(StartAll);
    private static readonly string Parameters = Directory.CreateTempSubdirectory("mlp-widths-").FullName;

    public static IEnumerable<object[]> Suites => BuiltFiles.WidthSuites.Select(suite => new object[] { Name(suite) });

    public static IEnumerable<object[]> Grid =>
        from suite in BuiltFiles.WidthSuites from vectors in VectorSwitch.Narrowing select new object[] { Name(suite), vectors.Name };

    [Theory]
    [MemberData(nameof(Grid))]
    public async Task A_suite_passes_under_a_switch(string suite, string vectorSwitch)
    {
        SuiteRun run = await Passed(suite, VectorSwitch.All.Single(candidate => candidate.Name == vectorSwitch));

        run.Passed.ShouldBeGreaterThan(FewestTests);
    }

    [Theory]
    [MemberData(nameof(Suites))]
    public async Task A_suite_has_the_width_of_the_machine_without_a_switch(string suite) => await Passed(suite, VectorSwitch.None);

    public static IEnumerable<object[]> Widths => VectorSwitch.Narrowing.Prepend(VectorSwitch.None).Where(vectors => vectors.Limit > 0).Select(vectors => new object[] { vectors.Name });

    /// <summary>
    /// Words and tiles are methods that the JIT must compile into their kernel. It stops where a method has too many variables; from
    /// there on each word is a call, and the kernel is ten times slower.
    /// </summary>
    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Kernels_have_their_words_and_tiles_inlined(string vectorSwitch)
    {
        VectorSwitch vectors = VectorSwitch.All.Single(candidate => candidate.Name == vectorSwitch);
        string behaviour = BuiltFiles.WidthSuites.Single(suite => Name(suite) == "Mlp.Behaviour.Tests");
        string listing = Path.Combine(Parameters, $"{vectors.Name}.asm");
        SuiteRun run = await SuiteRun.Start(behaviour, vectors, Path.Combine(Parameters, "unread"), listing, Kernels);
        run.ExitCode.ShouldBe(0, run.Tail(80));

        string kernel = "";
        int kernels = 0;
        var calls = new SortedSet<string>(StringComparer.Ordinal);
        foreach (string line in File.ReadLines(listing))
        {
            if (Kernel().Match(line) is { Success: true } begun)
            {
                kernel = begun.Groups[1].Value;
                kernels++;
            }
            else if (Call().Match(line) is { Success: true } call)
            {
                calls.Add($"{kernel} calls {call.Groups[1].Value}");
            }
        }

        calls.ShouldBeEmpty();
        kernels.ShouldBeGreaterThan(FewestKernels);
    }

    [Fact]
    public async Task Initial_parameters_are_the_same_at_every_width()
    {
        await Task.WhenAll(Runs.Value.Values);
        string[] files = Directory.GetFiles(Parameters, "*.txt");
        string expected = await File.ReadAllTextAsync(files[0]);
        expected.Split('\n').Length.ShouldBeGreaterThan(100);
        files.Length.ShouldBe(1 + VectorSwitch.Narrowing.Count());
        foreach (string file in files)
        {
            (await File.ReadAllTextAsync(file)).ShouldBe(expected, $"{Path.GetFileName(file)} differs from {Path.GetFileName(files[0])}");
        }
    }

    private async Task<SuiteRun> Passed(string suite, VectorSwitch vectors)
    {
        string title = $"{suite} under {vectors.Name}, expecting width {vectors.ExpectedWidth}";

        SuiteRun run = await Runs.Value[(suite, vectors)];

        log.WriteLine($"{title}:\n{run.Tail(8)}");
        run.ExitCode.ShouldBe(0, $"{title}:\n{string.Join('\n', run.Failures)}\n{run.Tail(80)}");
        run.Passed.ShouldBePositive(title);
        return run;
    }

    private static Dictionary<(string Suite, VectorSwitch Switch), Task<SuiteRun>> StartAll()
    {
        var slots = new SemaphoreSlim(AtATime);
        return BuiltFiles.WidthSuites
            .SelectMany(suite => VectorSwitch.Narrowing.Prepend(VectorSwitch.None).Select(vectors => (suite, vectors)))
            .ToDictionary(
                run => (Name(run.suite), run.vectors),
                run => Task.Run(() => Queue(slots, run.suite, run.vectors)));
    }

    private static async Task<SuiteRun> Queue(SemaphoreSlim slots, string suite, VectorSwitch vectors)
    {
        await slots.WaitAsync();
        try
        {
            string parameters = Path.Combine(Parameters, $"{vectors.Name}.txt");
            return await SuiteRun.Start(suite, vectors, parameters, listing: null, FiltersOf(Name(suite), vectors));
        }
        finally
        {
            slots.Release();
        }
    }

    private static string[] FiltersOf(string suite, VectorSwitch vectors) =>
        vectors == VectorSwitch.None ? Width
        : suite == "Mlp.Runtime.Tests" ? Vectors
        : vectors.Limit > 0 && VectorSwitch.Narrowing.First(other => other.Limit == vectors.Limit) == vectors ? NotOfVectors
        : [.. NotOfVectors, .. NotCompiled];

    private static string Name(string suite) => Path.GetFileNameWithoutExtension(suite);

    // Emitted classes of kernels are called after their vectors, and are optimised at once.
    [GeneratedRegex(@"^; Assembly listing for method (Mlp\.Generated\.\w+(?:_Vector\d+(?:\+\w+)?|_[0-9a-f]{16}):\w+)")]
    private static partial Regex Kernel();

    [GeneratedRegex(@"^ +call +\[Mlp\.CompilerServices\.((Vectors|VectorMath|FastVectorMath|VectorLanes|Lanes|Floats|Tiles|LaneDots|One|Two|Three|Four|Forward|Error|Update|PlainError)\b?[^\]]*)\]")]
    private static partial Regex Call();
}
