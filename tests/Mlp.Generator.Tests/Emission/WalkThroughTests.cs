using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Mlp.Generator.Emission;
using Mlp.Generator.Tests.Harness;

namespace Mlp.Generator.Tests.Emission;

/// <summary>What docs/generated-code.md shows is what is emitted today.</summary>
public sealed class WalkThroughTests
{
    private const string Source = "namespace Demo; [Mlp.Mlp(4, 16, 3, Hidden = \"ReLU\", Output = \"Softmax\")] public sealed partial class IrisNet;";
    private const string Fence = "```";

    [Fact]
    public void Every_excerpt_stands_in_an_emitted_file()
    {
        // The kernels that most excerpts are from, what stands between them and the members, and the steps.
        string[] hints = ["Mlp.Generated.Net4_Dense16ReLU_Dense3_Softmax_CrossEntropy.V512.g.cs", "Mlp.Generated.Net4_Dense16ReLU_Dense3_Softmax_CrossEntropy.g.cs"];
        string[] emitted = [.. NetworkEmitter.Emit(Parsed.Network(Source), CancellationToken.None)
            .Where(file => hints.Contains(file.HintName) || Hints.IsOfSteps(file.HintName))
            .SelectMany(file => file.Text.Split('\n'))];
        List<string[]> excerpts = Excerpts();

        excerpts.Count.ShouldBeGreaterThan(10);
        excerpts.Where(excerpt => !StandsIn(emitted, excerpt)).Select(excerpt => string.Join('\n', excerpt)).ShouldBeEmpty();
    }

    [Fact]
    public void A_changed_line_is_noticed()
    {
        string[] emitted = ["{", "    int a = 1;", "", "    int b = 2;", "}"];

        StandsIn(emitted, ["int a = 1;", "", "int b = 2;"]).ShouldBeTrue();
        StandsIn(emitted, ["int a = 1;", "int b = 2;"]).ShouldBeFalse();
        StandsIn(emitted, ["int b = 2;", "int a = 1;"]).ShouldBeFalse();
        StandsIn(emitted, ["int a = 1;", "", "    int b = 2;"]).ShouldBeFalse();
        StandsIn(emitted, ["a = 1;"]).ShouldBeFalse();
    }

    private static List<string[]> Excerpts()
    {
        List<string[]> excerpts = [];
        string[] lines = Repository.Read("docs", "generated-code.md").ReplaceLineEndings("\n").Split('\n');
        for (int start = Array.IndexOf(lines, Fence + "csharp"); start >= 0; start = Array.IndexOf(lines, Fence + "csharp", start + 1))
        {
            int end = Array.IndexOf(lines, Fence, start);
            excerpts.Add(lines[(start + 1)..end]);
        }

        return excerpts;
    }

    /// <summary>Whether the lines stand one after another, all indented by the same blanks.</summary>
    private static bool StandsIn(string[] emitted, string[] excerpt) =>
        Enumerable.Range(0, Math.Max(0, emitted.Length - excerpt.Length + 1)).Any(start =>
        {
            string blanks = emitted[start][..(emitted[start].Length - emitted[start].TrimStart(' ').Length)];
            return excerpt.Index().All(line => emitted[start + line.Index] == (line.Item.Length == 0 ? "" : blanks + line.Item));
        });
}
