using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using Mlp.Generator.Emission;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;
using Mlp.Generator.Planning;
using Mlp.Generator.Tests.Harness;

namespace Mlp.Generator.Tests.Emission;

/// <summary>What the head of a file and its comments say of the code is read off the code: tiles, chains, what is unrolled.</summary>
public sealed partial class HeadTests
{
    private static readonly Lazy<(NetworkModel Model, VectorWidth Width, string Text)[]> Kernels = new(() => [.. ValidNetworks.All.SelectMany(KernelsOf)]);

    private static readonly string[] Groups = ["One", "Two", "Three", "Four"];

    [Fact]
    public void A_product_has_the_tile_that_its_comment_says()
    {
        int tiles = 0;
        Each((_, text) =>
        {
            foreach (Match comment in Tile().Matches(text))
            {
                (int Rows, string Vectors)[] called = [.. TileCall().Matches(BodyAfter(text, comment.Index)).Select(call => (int.Parse(call.Groups[1].Value), call.Groups[2].Value))];
                int rows = called.Max(call => call.Rows);

                // Fewer samples than a tile have tiles of more vectors: only the largest one has all rows.
                int vectors = called.Where(call => call.Rows == rows).Max(call => Array.IndexOf(Groups, call.Vectors)) + 1;
                (rows, vectors).ShouldBe((int.Parse(comment.Groups[1].Value), int.Parse(comment.Groups[2].Value)), comment.Value);
                tiles++;
            }
        });
        tiles.ShouldBeGreaterThan(5000);
    }

    [Fact]
    public void The_head_names_the_tiles_of_the_forward_pass() => Each((model, text) =>
    {
        string[] heads = [.. HeadTile().Matches(text).Select(match => match.Groups[1].Value)];
        int ofBatches = HeadTile().Matches(text.Split("//   to step a population")[0]).Count;
        string[] comments = [.. ForwardComment().Matches(text).Select(match => match.Groups[1].Value)];

        ofBatches.ShouldBeOneOf(0, model.Layers.Count(layer => layer is DenseLayer));
        heads.Except(comments).ShouldBeEmpty();
    });

    [Fact]
    public void One_sample_has_the_chains_and_the_loops_that_the_head_says() => Each((model, text) =>
    {
        string[] heads = [.. text.Split('\n').SkipWhile(line => line != "//   one sample").Skip(1).TakeWhile(line => line != "//")];
        string[] layers = LayerComment().Split(BodyAfter(text, text.IndexOf("internal static void Forward(", StringComparison.Ordinal))).Skip(1).ToArray();

        heads.Length.ShouldBe(model.Layers.Count);
        for (int index = 0; index < heads.Length; index++)
        {
            Match call = SampleCall().Match(layers[index]);
            string code = call.Success ? BodyAfter(text, text.IndexOf($"    // step {call.Groups[1].Value}\n", StringComparison.Ordinal)) : layers[index];
            int chains = code.Contains("SumTogether") && call.Success ? 1 : Math.Max(1, Chain().Matches(code).Select(match => match.Groups[1].Value).Distinct().Count());
            Match said = SaidChains().Match(heads[index]);

            heads[index].Contains("; looped: ").ShouldBe(call.Success, heads[index]);
            (said.Success ? int.Parse(said.Groups[1].Value) : 1).ShouldBe(chains, heads[index]);
        }
    });

    [Theory]
    [InlineData("784, 128, 10", 16, "looped: 6,272 operations are past the 128 that are unrolled")]
    [InlineData("40, 40, 40, 40, 40, 40", 16, "looped: with the layers unrolled before it, 120 operations are past the 400 of one method")]
    [InlineData("8, 7, 6, 5, 4, 3", 16, "looped: in a network of 5 different layers nothing is unrolled")]
    public void A_loop_has_its_own_reason(string sizes, int lanes, string reason) =>
        PlanDescription.Describe(NetworkPlan.For(ValidNetworks.Model(sizes), (VectorWidth)lanes)).ShouldContain(line => line.Contains(reason));

    /// <summary>The kernels of each width, each with the methods that its steps have for it behind it.</summary>
    private static IEnumerable<(NetworkModel Model, VectorWidth Width, string Text)> KernelsOf(NetworkModel model)
    {
        EmittedShape emitted = NetworkEmitter.EmitShape(model.WithoutType(), CancellationToken.None);
        foreach ((int index, EmittedFile file) in emitted.Files.Skip(1).Index())
        {
            string method = $" V{(int)NetworkPlan.Widths[index] * 32}(";
            IEnumerable<string> steps = StepImport().Matches(file.Text).Select(import =>
            {
                string step = emitted.Steps.Single(step => step.Name == import.Groups[2].Value).Text;
                string[] methods = step.Split("\n    /// <summary>");
                return "    // step " + import.Groups[1].Value + "\n" + string.Join('\n', methods.Skip(1).Where(text => text.Contains(method)).Select(text => "    /// <summary>" + text));
            });
            yield return (model, NetworkPlan.Widths[index], file.Text + string.Join('\n', steps));
        }
    }

    private static string BodyAfter(string text, int start) => text[start..text.IndexOf("\n    }\n", start, StringComparison.Ordinal)];

    private static void Each(Action<NetworkModel, string> check)
    {
        foreach ((NetworkModel model, VectorWidth width, string text) in Kernels.Value)
        {
            try
            {
                check(model, text);
            }
            catch (ShouldAssertException exception)
            {
                throw new ShouldAssertException($"{model.Declaration}, {width}: {exception.Message}", exception);
            }
        }
    }

    [GeneratedRegex(@"^using (\w+) = (\w+_[0-9a-f]{16});$", RegexOptions.Multiline)]
    private static partial Regex StepImport();

    [GeneratedRegex(@"A tile is (\d+) \w+ × (\d+) vectors?, ")]
    private static partial Regex Tile();

    [GeneratedRegex(@"Tiles\.Rows(\d)<([A-Z][a-z]+)(?:OfAgents)?<")]
    private static partial Regex TileCall();

    [GeneratedRegex(@"^//     layer \d.*: tiles of (.*?), ", RegexOptions.Multiline)]
    private static partial Regex HeadTile();

    [GeneratedRegex(@"Forward: W h \+ b(?:, of each agent its own)?\. A tile is (.*?), ")]
    private static partial Regex ForwardComment();

    [GeneratedRegex(@"\n        // (?:z|h[₀-₉]+) = .*")]
    private static partial Regex LayerComment();

    [GeneratedRegex(@"\b(Sample\d+)\.V\d+\(ref ")]
    private static partial Regex SampleCall();

    [GeneratedRegex(@"var (?:\w+S|s)um\d+([a-z]) = ")]
    private static partial Regex Chain();

    [GeneratedRegex(@", (\d+) chains")]
    private static partial Regex SaidChains();
}
