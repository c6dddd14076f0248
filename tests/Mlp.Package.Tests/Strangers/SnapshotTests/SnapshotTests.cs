using Microsoft.CodeAnalysis;
using Mlp.SnapshotTesting;
using Xunit;

public sealed class SnapshotTests
{
    private static readonly string ProjectFolder = Path.Combine(AppContext.BaseDirectory, "../../..");

    private static readonly EmittedFiles Files = EmittedFiles.Of(File.ReadAllText(Path.Combine(ProjectFolder, "FahrenheitNet.cs")), new()
    {
        WeightFiles = new Dictionary<string, byte[]> { ["fahrenheit.safetensors"] = File.ReadAllBytes(Path.Combine(ProjectFolder, "fahrenheit.safetensors")) },
    });

    [Fact]
    public void The_weights_are_those_of_the_snapshot()
    {
        Assert.Empty(Files.Diagnostics);
        Assert.Equal(File.ReadAllText(Path.Combine(ProjectFolder, "FahrenheitNet.Weights.txt")).ReplaceLineEndings("\n"), Files["FahrenheitNet.Weights.g.cs"]);
    }

    [Fact]
    public void The_compiler_wrote_the_same_files()
    {
        Assert.Equal(6, Files.Count);
        foreach (SyntaxTree file in Files.Driver.GetRunResult().GeneratedTrees)
        {
            Assert.Equal(File.ReadAllText(Path.Combine(ProjectFolder, "Emitted", file.FilePath)), file.ToString());
        }
    }
}
