using System;
using System.Collections.Generic;
using System.IO;
using Microsoft.CodeAnalysis;
using Mlp.SnapshotTesting;
using Xunit;

namespace Samples;

/// <summary>The emitted code is the one that somebody has looked at, and what the helper shows is what the compiler compiled.</summary>
public sealed class EmittedCodeTests
{
    /// <summary>From bin/Release/net10.0, where the tests run.</summary>
    private static readonly string ProjectFolder = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../.."));

    [Fact]
    public void The_members_of_a_network_are_those_that_were_verified()
    {
        EmittedFiles files = EmittedFiles.Of(Read("LineNet.cs"));

        Assert.Empty(files.Diagnostics);
        Snapshot.Verify(files["Samples.LineNet.g.cs"], Path.Combine(ProjectFolder, "LineNet.verified.cs"));
    }

    [Fact]
    public void The_compiled_weights_are_those_that_were_verified()
    {
        EmittedFiles files = EmittedFiles.Of(Read("FahrenheitNet.cs"), WithWeights());

        Assert.Empty(files.Diagnostics);
        Snapshot.Verify(files["Samples.FahrenheitNet.Weights.g.cs"], Path.Combine(ProjectFolder, "FahrenheitNet.Weights.verified.cs"));
    }

    /// <summary>Without the helper: the compiler's own files, of this very build.</summary>
    [Theory]
    [InlineData("LineNet.cs")]
    [InlineData("FahrenheitNet.cs")]
    public void The_compiler_wrote_the_same_files(string source)
    {
        foreach (SyntaxTree file in EmittedFiles.Of(Read(source), WithWeights()).Driver.GetRunResult().GeneratedTrees)
        {
            Assert.Equal(file.ToString(), Read(Path.Combine("Emitted", file.FilePath)));
        }
    }

    private static EmissionOptions WithWeights() => new()
    {
        WeightFiles = new Dictionary<string, byte[]> { ["fahrenheit.safetensors"] = File.ReadAllBytes(Path.Combine(ProjectFolder, "fahrenheit.safetensors")) },
    };

    private static string Read(string file) => File.ReadAllText(Path.Combine(ProjectFolder, file));
}
