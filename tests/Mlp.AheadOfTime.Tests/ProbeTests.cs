using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using System.Threading.Tasks;

namespace Mlp.AheadOfTime.Tests;

/// <summary>Networks of every kind of layer, trained and frozen, compute the same bits ahead of time as under the JIT with the same instructions.</summary>
public sealed class ProbeTests
{
    private const string WithAvx2 = "x86-64-v3";
    private const string Recorded = "lockstep: ";
    private const string Crowd = "crowd, ";

    private static readonly ProgramProject Probe = new("Mlp.PlatformProbe");

    private static bool IsX64 => RuntimeInformation.ProcessArchitecture == Architecture.X64;

    /// <summary>Instruction sets of a publication, each with the switch that leaves the JIT the same, and what the program then says of itself.</summary>
    public static TheoryData<string, string, string> InstructionSets
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            if (Avx2.IsSupported)
            {
                data.Add(WithAvx2, "DOTNET_EnableAVX512", "vectors: 256 bits, fused");
            }

            data.Add("", IsX64 ? "DOTNET_EnableAVX2" : "", IsX64 ? "vectors: 128 bits, not fused" : "vectors: 128 bits, fused");
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(InstructionSets))]
    public async Task Every_bit_is_that_of_the_JIT_with_the_same_instructions(string instructionSet, string withoutThis, string vectors)
    {
        PublishedProgram program = await Probe.Publish(instructionSet);
        ChildRun ahead = await program.Run();
        ChildRun justInTime = await Probe.RunJustInTime(withoutThis.Length == 0 ? new Dictionary<string, string?>() : new() { [withoutThis] = "0" });

        ahead.ExitCode.ShouldBe(0, ahead.Output);
        ahead.Lines[0].ShouldBe(vectors);
        ahead.Lines.Count.ShouldBeGreaterThan(70);
        ahead.Lines.ShouldBe(justInTime.Lines);
        ahead.Lines.Where(line => line.StartsWith(Recorded, StringComparison.Ordinal)).Select(line => line[Recorded.Length..])
            .ShouldBe(await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "hashes.txt")), "deterministic networks have the bits that were recorded");
        program.BuildOutput.Contains("warning MLP1003", StringComparison.Ordinal).ShouldBe(IsX64 && instructionSet.Length == 0, program.BuildOutput);
        program.BuildOutput.Split('\n').Where(line => line.Contains("warning", StringComparison.Ordinal) && !line.Contains("MLP1003", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_has_every_kind_of_layer_trained_and_frozen()
    {
        ChildRun run = await Probe.RunJustInTime(new Dictionary<string, string?>());

        // Flatten hands values on as they are and is no layer; slopes that are learned are an activation to write, and a layer.
        string[] kinds =
        [
            .. typeof(LayerAttribute).Assembly.GetExportedTypes()
                .Where(type => type.IsSubclassOf(typeof(LayerAttribute)) && !type.IsAbstract && type != typeof(FlattenAttribute))
                .Select(type => type.Name.Replace("Attribute", "", StringComparison.Ordinal))
                .Append("PReLU")
                .Order(StringComparer.Ordinal),
        ];
        kinds.Length.ShouldBeGreaterThan(9);
        run.Lines.ShouldContain("kinds: " + string.Join(' ', kinds));
        run.Lines.ShouldContain("frozen kinds: " + string.Join(' ', kinds));
    }

    /// <summary>The program prints hashes, so that two that differ in a bit differ in a line: it must not print the same whatever it computes.</summary>
    [Fact]
    public async Task Other_instructions_give_other_bits()
    {
        ChildRun fused = await Probe.RunJustInTime(new Dictionary<string, string?>());
        ChildRun scalar = await Probe.RunJustInTime(new Dictionary<string, string?> { ["DOTNET_EnableHWIntrinsic"] = "0" });

        fused.Lines.Count.ShouldBe(scalar.Lines.Count);
        fused.Lines.Zip(scalar.Lines).Count(pair => pair.First != pair.Second).ShouldBeGreaterThan(20);
        string[] crowd = [.. fused.Lines.Where(line => line.StartsWith(Crowd, StringComparison.Ordinal))];
        crowd.Length.ShouldBe(7);
        scalar.Lines.Where(line => line.StartsWith(Crowd, StringComparison.Ordinal)).ShouldBe(crowd, "a crowd with a deterministic network does the same everywhere");
    }
}
