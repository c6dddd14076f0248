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
/// <remarks>All runs start with the first test, two at a time; each test waits for its own.</remarks>
public sealed class WidthTests(ITestOutputHelper log)
{
    private const int AtATime = 2;
    private const int FewestTests = 100;

    private static readonly Lazy<Dictionary<(string Suite, VectorSwitch Switch), Task<SuiteRun>>> Runs = new(StartAll);
    private static readonly string Parameters = Directory.CreateTempSubdirectory("mlp-widths-").FullName;

    public static IEnumerable<object[]> Grid =>
        from suite in BuiltFiles.WidthSuites from vectors in VectorSwitch.All select new object[] { Path.GetFileNameWithoutExtension(suite), vectors.Name };

    [Theory]
    [MemberData(nameof(Grid))]
    public async Task A_suite_passes_under_a_switch(string suite, string vectorSwitch)
    {
        VectorSwitch vectors = VectorSwitch.All.Single(candidate => candidate.Name == vectorSwitch);
        log.WriteLine($"{suite}, {vectors.Name}: expecting width {vectors.ExpectedWidth}.");

        SuiteRun run = await Runs.Value[(suite, vectors)];

        log.WriteLine(run.Tail(8));
        run.ExitCode.ShouldBe(0, run.Tail(80));
        run.Passed.ShouldBeGreaterThan(FewestTests);
    }

    [Fact]
    public async Task Initial_parameters_are_the_same_at_every_width()
    {
        await Task.WhenAll(Runs.Value.Values);
        string[] files = Directory.GetFiles(Parameters);
        string expected = await File.ReadAllTextAsync(files[0]);
        expected.Split('\n').Length.ShouldBeGreaterThan(FewestTests);
        files.Length.ShouldBe(VectorSwitch.All.Count);
        foreach (string file in files)
        {
            (await File.ReadAllTextAsync(file)).ShouldBe(expected, $"{Path.GetFileName(file)} differs from {Path.GetFileName(files[0])}");
        }
    }

    private static Dictionary<(string Suite, VectorSwitch Switch), Task<SuiteRun>> StartAll()
    {
        var slots = new SemaphoreSlim(AtATime);
        return BuiltFiles.WidthSuites
            .SelectMany(suite => VectorSwitch.All.Select(vectors => (suite, vectors)))
            .ToDictionary(
                run => (Path.GetFileNameWithoutExtension(run.suite), run.vectors),
                run => Task.Run(() => Queue(slots, run.suite, run.vectors)));
    }

    private static async Task<SuiteRun> Queue(SemaphoreSlim slots, string suite, VectorSwitch vectors)
    {
        await slots.WaitAsync();
        try
        {
            return await SuiteRun.Start(suite, vectors, Path.Combine(Parameters, $"{vectors.Name}.txt"));
        }
        finally
        {
            slots.Release();
        }
    }
}
