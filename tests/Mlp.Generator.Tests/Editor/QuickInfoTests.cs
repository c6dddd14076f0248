using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Mlp.Generator.Tests.Editor;

/// <summary>Quick info on a network and on each of its members says shapes, in this network's numbers, and meaning.</summary>
public sealed class QuickInfoTests
{
    private const string Frozen = "[Mlp.Mlp(2, 3, 2, Hidden = \"Tanh\", Output = \"Softmax\", Weights = \"models/spiral.safetensors\", Frozen = true)]";

    private static readonly Dictionary<string, string> Networks = new()
    {
        ["a regression"] = "namespace Demo; [Mlp.Mlp(13, 32, 7)] public sealed partial class Net;",
        ["a classifier"] = "namespace Demo; [Mlp.Mlp(4, 16, 3, Output = \"Softmax\")] public sealed partial class Net;",
        ["a classifier of two"] = "[Mlp.Mlp(4, 1, Output = \"Sigmoid\")] internal sealed partial class Net;",
        ["rates"] = "[Mlp.Mlp(4, 5, Output = \"Exp\", Initializer = \"HeNormal\")] internal sealed partial class Net;",
        ["several probabilities"] = "[Mlp.Mlp(4, 5, Output = \"Sigmoid\", Initializer = \"GlorotUniform\")] internal sealed partial class Net;",
        ["an optimizer with moments"] = "[Mlp.Mlp(5, 3, Output = \"Softmax\", Optimizer = \"AdamW\", Beta1 = 0.95, L1 = 1e-4)] public sealed partial class Net;",
        ["many layers"] = "[Mlp.Mlp(8, 8, 8, 8, 8, 8, 4, Optimizer = \"Momentum\", WeightDecay = 0.1)] public sealed partial class Net;",
        ["weights compiled in"] = "[Mlp.Mlp(2, 3, 2, Weights = \"spiral.safetensors\")] public sealed partial class Net;",
        ["weights of a strange name"] = "[Mlp.Mlp(2, 3, 2, Weights = \"a&b <1>.safetensors\")] public sealed partial class Net;",
        ["a frozen static class"] = Frozen + " public static partial class Net;",
        ["a frozen struct"] = Frozen + " public readonly partial record struct Net;",
        ["a struct"] = "[Mlp.Mlp(3, 2)] public partial struct Net;",
        ["a record"] = "[Mlp.Mlp(3, 2)] public sealed partial record Net;",
        ["a record struct"] = "[Mlp.Mlp(3, 2)] internal partial record struct Net(int Age);",
        ["a nested generic"] = "public partial class Outer<T> { public partial struct Middle { [Mlp.Mlp(3, 2)] public sealed partial class Net<TKey>; } }",
        ["a constructor of the user's"] = "[Mlp.Mlp(3, 2)] public sealed partial class Net { internal Net(int seed) => Initialize((ulong)seed); }",
    };

    public static TheoryData<string> Names => new(Networks.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_type_says_what_it_is_and_shows_its_table(string name)
    {
        EditedNetwork network = EditedNetwork.Of(Undocumented(name));
        XElement documentation = EditedNetwork.Documentation(network.Type);

        string summary = EditedNetwork.Text(documentation.Elements("summary").ShouldHaveSingleItem());
        ShouldSay(summary, network.InputSize, network.OutputSize);
        bool isClassifier = network.Members.Any(member => member.Name == "Classify");
        summary.ShouldStartWith($"A {(name.StartsWith("a frozen", StringComparison.Ordinal) ? "frozen " : "")}{(isClassifier ? "classifier" : "network")} of ");
        XElement remarks = documentation.Elements("remarks").ShouldHaveSingleItem();
        string[] table = [.. remarks.Elements("code").ShouldHaveSingleItem().Value.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];
        table.ShouldBe(network.Head.Where(line => line.StartsWith("//   ", StringComparison.Ordinal)).Select(line => line[5..]));
        EditedNetwork.Text(remarks).ShouldContain("ŷ = ");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_member_says_shapes_and_meaning(string name)
    {
        EditedNetwork network = EditedNetwork.Of(Undocumented(name));

        network.Members.Count.ShouldBeGreaterThan(8);
        foreach (ISymbol member in network.Members)
        {
            VerifyElements(network, member);
            VerifyShapes(network, member);
        }
    }

    [Theory]
    [InlineData("/// <summary>Mine.</summary>\n[A] partial class Net;")]
    [InlineData("/// <summary>Mine.</summary>\n// and a remark\n[A] // another\npublic partial class Net;")]
    [InlineData("/** <summary>Mine.</summary> */ [A] partial class Net;")]
    [InlineData("[A] partial class Net; /// <summary>Mine.</summary>\npartial class Net;")]
    [InlineData("[A] partial class Net;\n/// <summary>\n/// Mine.\n/// </summary>\n[System.Serializable] partial class Net;")]
    public void Where_the_user_has_said_it_the_summary_is_the_users_and_the_table_stays(string source)
    {
        XElement documentation = EditedNetwork.Documentation(EditedNetwork.Of(Annotated(source)).Type);

        EditedNetwork.Text(documentation.Elements("summary").ShouldHaveSingleItem()).ShouldBe("Mine.");
        documentation.Elements("remarks").ShouldHaveSingleItem().Value.ShouldContain("dense 1");
    }

    [Theory]
    [InlineData("[A] partial class Net;")]
    [InlineData("// Mine.\n[A] partial class Net;")]
    [InlineData("//// Mine.\n[A] partial class Net;")]
    [InlineData("/**/[A] /* Mine. */ partial class Net;")]
    public void Where_the_user_has_said_nothing_there_is_a_summary(string source) =>
        EditedNetwork.Text(EditedNetwork.Documentation(EditedNetwork.Of(Annotated(source)).Type).Elements("summary").ShouldHaveSingleItem())
            .ShouldBe("A classifier of 2 dense layers, from 4 values to 3 class probabilities.");

    /// <summary>A build without a documentation file takes doc comments for ordinary ones.</summary>
    [Theory]
    [InlineData("/// <summary>Mine.</summary>\n[A] partial class Net;")]
    [InlineData("/** <summary>Mine.</summary> */ [A] partial class Net;")]
    [InlineData("//// Mine.\n[A] partial class Net;")]
    [InlineData("[A] partial class Net;")]
    public void A_build_without_documentation_emits_the_same(string source) =>
        EditedNetwork.Of(Annotated(source), DocumentationMode.None).Run.Source("Net.g.cs")
            .ShouldBe(EditedNetwork.Of(Annotated(source), DocumentationMode.Parse).Run.Source("Net.g.cs"));

    /// <summary>The network has no doc comment of the user's; public types around it need one (CS1591).</summary>
    private static string Undocumented(string name) => Networks[name]
        .Replace("public partial class Outer", "/// <summary>Around.</summary>\npublic partial class Outer")
        .Replace("public partial struct Middle", "/// <summary>Around.</summary>\npublic partial struct Middle");

    private static string Annotated(string source) => source.Replace("[A]", "[Mlp.Mlp(4, 16, 3, Output = \"Softmax\")]");

    private static void VerifyElements(EditedNetwork network, ISymbol member)
    {
        string shown = member.ToDisplayString();
        XElement documentation = EditedNetwork.Documentation(member);
        documentation.Elements().Select(element => element.Name.LocalName).ShouldBeSubsetOf(["summary", "param", "returns", "exception"], shown);
        documentation.Elements().ShouldAllBe(element => EditedNetwork.Text(element).EndsWith('.'), shown);
        EditedNetwork.Text(documentation.Elements("summary").ShouldHaveSingleItem(shown)).Length.ShouldBeGreaterThan(30, shown);
        if (member is not IMethodSymbol method)
        {
            return;
        }

        documentation.Elements("param").Select(element => element.Attribute("name")?.Value).ShouldBe(method.Parameters.Select(parameter => parameter.Name), shown);
        documentation.Elements("returns").Count().ShouldBe(method.ReturnsVoid ? 0 : 1, shown);
        string[] exceptions = [.. documentation.Elements("exception").Select(element => element.Attribute("cref")!.Value)];
        exceptions.ShouldAllBe(cref => cref.StartsWith("T:", StringComparison.Ordinal), shown);
        exceptions.Contains("T:System.ArgumentException").ShouldBe(method.Parameters.Any(parameter => parameter.Name != "seed"), shown);
        exceptions.Contains("T:System.InvalidOperationException").ShouldBe(network.Type.IsValueType && !member.IsStatic && method.MethodKind != MethodKind.Constructor, shown);
        exceptions.Contains("T:System.IO.IOException").ShouldBe(method.Name is "Save" or "Load", shown);
        exceptions.Contains("T:Mlp.WeightFileException").ShouldBe(method.Name is "Load", shown);
    }

    /// <summary>The summary alone says the shapes, for quick info shows no parameters.</summary>
    private static void VerifyShapes(EditedNetwork network, ISymbol member)
    {
        string summary = EditedNetwork.Text(EditedNetwork.Documentation(member).Element("summary"));
        bool labelled = member is IMethodSymbol method && method.Parameters.Any(parameter => parameter.Name == "labels");
        int[] numbers = member.Name switch
        {
            "InputSize" => [network.InputSize],
            "OutputSize" => [network.OutputSize],
            "ClassCount" => [Math.Max(network.OutputSize, 2) - 1],
            "Forward" or "ForwardBatch" => [network.InputSize, network.OutputSize],
            "ComputeLoss" or "ComputeGradient" or "ComputeInputGradient" or "TrainStep" => labelled ? [network.InputSize] : [network.InputSize, network.OutputSize],
            "Backpropagate" => [network.InputSize, network.OutputSize, network.ParameterCount],
            "Classify" => [network.InputSize, Math.Max(network.OutputSize, 1)],
            "Description" => [network.InputSize, network.OutputSize],
            _ => [network.ParameterCount],
        };
        ShouldSay(summary, numbers);
        if (member.Name is "ComputeLoss" or "ComputeGradient" or "ComputeInputGradient" or "TrainStep")
        {
            summary.ShouldContain(labelled ? "n labels" : $"n × {network.OutputSize} target");
        }
    }

    private static void ShouldSay(string text, params int[] numbers)
    {
        string[] words = text.Split([' ', ',', '.', ':', '(', ')', ';']);
        foreach (int number in numbers)
        {
            words.ShouldContain(number.ToString(CultureInfo.InvariantCulture), text);
        }
    }
}
