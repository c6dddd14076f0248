using System.IO;
using System.Threading.Tasks;
using Shouldly;
using Xunit;

namespace Mlp.Integration.Tests;

/// <summary>One run of the sample Search with few trials, which several tests look at.</summary>
public sealed class SearchRun : IAsyncLifetime
{
    /// <summary>How many trials a run of these tests has: enough for three rungs.</summary>
    public const int Trials = 9;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlp-search-");

    internal ChildRun Run { get; private set; } = null!;

    /// <summary>The arguments of the same search in a folder.</summary>
    public static string[] In(string folder) => ["--trials", $"{Trials}", "--folder", folder];

    /// <summary>A file that it wrote.</summary>
    public string Written(string file) => Path.Combine(_folder.FullName, $"digits-{Trials}-1", file);

    public async Task InitializeAsync()
    {
        Run = await ChildRun.Start([BuiltFiles.Sample("Search"), .. In(_folder.FullName)]);
        Run.ExitCode.ShouldBe(0, Run.Output);
    }

    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }
}
