using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Mlp.Integration.Tests;

/// <summary>Whole suites pass at every vector width that a switch of the runtime can leave.</summary>
/// <remarks>
/// At the width of the machine the suites run by themselves, beside these tests: here they say which width that is, and show their kernels. Under a
/// switch those tests run that meet vectors at all, and what depends on the width of kernels alone runs once at each width. A run compiles the kernels of
/// hundreds of networks, so it shows them at the same time. All runs start with the first test, two at a time; each test waits for its own.
/// </remarks>
public sealed class WidthTests(ITestOutputHelper log)
{
    private const string Behaviour = "Mlp.Behaviour.Tests";
    private const int AtATime = 2;
    private const int FewestTests = 250;

    /// <summary>In every suite: the class of the test that the expected width is active.</summary>
    private static readonly string[] Width = ["+.ActiveWidthTests."];

    /// <summary>What calls the kernels of every network of the suite.</summary>
    private static readonly string[] Kernels = [.. Width, "+.ForwardTests.", "+.TrainingTests."];

    /// <summary>Kernels that a run of the suite compiles, at the least.</summary>
    private const int FewestKernels = 1000;

    /// <summary>The tests of the rooms of the runtime that use vectors, which a law of the suite lists, and those of crowds, which step whole networks.</summary>
    private static readonly string[] Vectors = ["+.Numerics.", "+.Storage.", "+.Validation.", "+.Training.Slices.", "+.Initialization.", "+.Interpretation.", "+.Optimizers.", "+.Evolution.", "+.Crowds."];

    /// <summary>
    /// What is compiled in memory is compiled for a width, whichever switch leaves it, and needs no other kernels: it runs apart. Without vectors there is
    /// nothing to compile. What these tests force may be more than the product ever emits, so their kernels are not shown.
    /// </summary>
    private static readonly string[] Compiled = [.. Width, "+.ForcedPlans.", "+.DrawnStacks."];

    /// <summary>The others, but those that never meet a vector: files, names, lengths. They have run at the width of the machine.</summary>
    private static readonly string[] OfVectors = ["-.ForcedPlans.", "-.DrawnStacks.", "-.LayoutTests.", "-.WeightFileTests.", "-.WrongLengthTests.", "-.DeclarationTests."];

    /// <summary>
    /// Of two switches that leave one width, what the second has of its own is its arithmetic, for one has fused multiply-adds and the other has none. The
    /// kernels, and all that is around them, are those of the first.
    /// </summary>
    private static readonly string[] Arithmetic = [.. Kernels, "+.GradientTests.", "+.InputGradientTests.", "+.OptimizerTests.", "+.ExtremeValueTests.", "+.InitialParameterTests."];

    private static readonly Lazy<Dictionary<(string Suite, VectorSwitch Switch, bool IsCompiled), Task<SuiteRun>>> Runs = new(StartAll);
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

    [Fact]
    public async Task What_is_compiled_in_memory_passes_at_every_width()
    {
        foreach (VectorSwitch vectors in VectorSwitch.Narrowing.Where(IsFirstOfItsWidth))
        {
            await Passed(Behaviour, vectors, isCompiled: true);
        }
    }

    [Theory]
    [MemberData(nameof(Suites))]
    public async Task A_suite_has_the_width_of_the_machine_without_a_switch(string suite) => await Passed(suite, VectorSwitch.None);

    public static IEnumerable<object[]> Widths => VectorSwitch.Narrowing.Prepend(VectorSwitch.None).Where(vectors => vectors.Limit > 0).Select(vectors => new object[] { vectors.Name });

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Kernels_have_their_words_and_tiles_inlined(string vectorSwitch)
    {
        VectorSwitch vectors = VectorSwitch.All.Single(candidate => candidate.Name == vectorSwitch);
        await Passed(Behaviour, vectors);

        KernelCalls found = KernelCalls.In(File.ReadLines(Listing(vectors)));

        found.Calls.ShouldBeEmpty();
        found.Kernels.Count.ShouldBeGreaterThan(FewestKernels);
        File.Delete(Listing(vectors));
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

    private async Task<SuiteRun> Passed(string suite, VectorSwitch vectors, bool isCompiled = false)
    {
        string title = $"{suite} under {vectors.Name}, expecting width {vectors.ExpectedWidth}";

        SuiteRun run = await Runs.Value[(suite, vectors, isCompiled)];

        log.WriteLine($"{title}:\n{run.Tail(8)}");
        run.ExitCode.ShouldBe(0, $"{title}:\n{string.Join('\n', run.Failures)}\n{run.Tail(80)}");
        run.Passed.ShouldBePositive(title);
        return run;
    }

    private static Dictionary<(string Suite, VectorSwitch Switch, bool IsCompiled), Task<SuiteRun>> StartAll()
    {
        var slots = new SemaphoreSlim(AtATime);
        IEnumerable<(string Suite, VectorSwitch Switch, bool IsCompiled)> runs =
        [
            .. BuiltFiles.WidthSuites.SelectMany(suite => VectorSwitch.Narrowing.Append(VectorSwitch.None).Select(vectors => (Name(suite), vectors, false))),
            .. VectorSwitch.Narrowing.Where(IsFirstOfItsWidth).Select(vectors => (Behaviour, vectors, true)),
        ];
        return runs.ToDictionary(run => run, run => Task.Run(() => Queue(slots, run.Suite, run.Switch, run.IsCompiled)));
    }

    private static async Task<SuiteRun> Queue(SemaphoreSlim slots, string suite, VectorSwitch vectors, bool isCompiled)
    {
        string assembly = BuiltFiles.WidthSuites.Single(path => Name(path) == suite);
        bool isMain = suite == Behaviour && !isCompiled;
        string parameters = Path.Combine(Parameters, isMain ? $"{vectors.Name}.txt" : "unread");
        await slots.WaitAsync();
        try
        {
            return await SuiteRun.Start(assembly, vectors, parameters, isMain && vectors.Limit > 0 ? Listing(vectors) : null, FiltersOf(suite, vectors, isCompiled));
        }
        finally
        {
            slots.Release();
        }
    }

    private static string[] FiltersOf(string suite, VectorSwitch vectors, bool isCompiled) => (suite, vectors == VectorSwitch.None, isCompiled) switch
    {
        (_, _, true) => Compiled,
        (Behaviour, true, _) => Kernels,
        (Behaviour, false, _) => vectors.Limit == 0 || IsFirstOfItsWidth(vectors) ? OfVectors : Arithmetic,
        (_, true, _) => Width,
        _ => Vectors,
    };

    /// <summary>Two switches may leave one width.</summary>
    private static bool IsFirstOfItsWidth(VectorSwitch vectors) => vectors.Limit > 0 && VectorSwitch.Narrowing.First(other => other.Limit == vectors.Limit) == vectors;

    private static string Listing(VectorSwitch vectors) => Path.Combine(Parameters, $"{vectors.Name}.asm");

    private static string Name(string suite) => Path.GetFileNameWithoutExtension(suite);
}
