using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Mlp.Generator.Planning;
using Mlp.Generator.Tests.Harness;

namespace Mlp.Generator.Tests.Planning;

/// <summary>
/// What is planned for a table of shapes, in words. The expected texts stand in <c>Plans</c>, one file for each shape, and
/// are written anew with <c>MLP_ACCEPT_SNAPSHOTS=1</c>.
/// </summary>
public sealed class PlanTextTests
{
    [Theory]
    [InlineData("4-16-3", "4, 16, 3, Output = \"Softmax\"")]
    [InlineData("64-32-10", "64, 32, 10, Output = \"Softmax\"")]
    [InlineData("784-128-10", "784, 128, 10, Output = \"Softmax\"")]
    [InlineData("784-512-512-10", "784, 512, 512, 10, Output = \"Softmax\"")]
    [InlineData("8-32-32-4 tanh", "8, 32, 32, 4, Hidden = \"Tanh\"")]
    [InlineData("4-1", "4, 1, Output = \"Sigmoid\"")]
    [InlineData("3-3", "3, 3")]
    [InlineData("32 layers", ValidNetworks.ThirtyTwoLayers)]
    public void A_plan_reads_as_expected(string shape, string arguments)
    {
        var model = ValidNetworks.Model(arguments);
        IEnumerable<string> lines = NetworkPlan.Widths.SelectMany(width =>
            PlanDescription.Describe(NetworkPlan.For(model, width)).Prepend($"== {width} ==").Append(""));
        string text = model.Declaration + "\n\n" + string.Join("\n", lines);
        string file = Path.Combine(Folder(), shape + ".txt");
        if (IsAccepting)
        {
            File.WriteAllText(file, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }

        File.Exists(file).ShouldBeTrue(file);
        text.ShouldBe(File.ReadAllText(file).ReplaceLineEndings("\n"));
    }

    /// <summary>Where a change is accepted; refused on a build server, which would accept anything.</summary>
    private static bool IsAccepting =>
        Environment.GetEnvironmentVariable("MLP_ACCEPT_SNAPSHOTS") == "1" && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"));

    private static string Folder() => Path.Combine(Repository.Root, "tests", "Mlp.Generator.Tests", "Planning", "Plans");
}
