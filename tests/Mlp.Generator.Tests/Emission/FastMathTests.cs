using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using System;
using Mlp.CompilerServices;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Model;
using Mlp.Generator.Planning;
using Mlp.Generator.Tests.Harness;
using Mlp.Testing;

namespace Mlp.Generator.Tests.Emission;

/// <summary>A fast network has the kernels of the default one, but for the class of the functions that are faster.</summary>
public sealed partial class FastMathTests
{
    public static TheoryData<string> Networks => new(
    [
        "8, 32, 32, 4, Hidden = \"Tanh\"",
        "4, 16, 3, Hidden = \"GELU\", Output = \"Softmax\"",
        "4, 16, 3, Hidden = \"ArcTan\", Output = \"Softmax\", Loss = \"SquaredError\"",
        "5, 7, 40, Hidden = \"ELU\", Output = \"Softmax\"",
        "33, 129, 1, Hidden = \"Softplus\", Output = \"Sigmoid\"",
        "65, 40, 9, Hidden = \"SiLU\", Output = \"Exp\"",
        "4, 16, 3, Hidden = \"LeakyReLU\", Output = \"Tanh\", Trains = false",
        "4, 16, 16, 3, Hidden = \"Mish, SELU\", Output = \"ELU(0.5)\"",
    ]);

    [Theory]
    [MemberData(nameof(Networks))]
    public void Its_text_differs_in_nothing_else(string arguments)
    {
        string[] fast = Texts(arguments + ", Math = \"Fast\"");
        string[] usual = Texts(arguments);

        fast.Select(text => WithoutHashes(text.Replace("FastVectorMath.", "VectorMath.").Replace("_Fast", "").Replace(", Math = \"Fast\"", ""))).ShouldBe(usual.Select(WithoutHashes), ignoreOrder: true);
        usual.ShouldAllBe(text => !text.Contains("FastVectorMath"));
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void It_calls_every_function_that_the_fast_class_has_from_there(string arguments)
    {
        (string Class, string Function)[] calls =
            [.. Texts(arguments + ", Math = \"Fast\"").SelectMany(text => Call().Matches(text)).Select(call => (call.Groups[1].Value, call.Groups[2].Value)).Distinct()];

        calls.ShouldNotBeEmpty();
        calls.ShouldAllBe(call => call.Class == (Functions(typeof(FastVectorMath)).Contains(call.Function) ? "FastVectorMath" : "VectorMath"));
    }

    [Fact]
    public void The_fast_functions_are_functions_of_the_other_class_with_the_same_overloads()
    {
        IEnumerable<string> Signatures(Type type) => type.GetMethods(BindingFlags.Public | BindingFlags.Static).Select(method => method.ToString()!);

        Signatures(typeof(FastVectorMath)).Except(Signatures(typeof(VectorMath))).ShouldBeEmpty();
        var dialect = new VectorDialect(VectorWidth.Vector256, MathKind.Fast);
        Functions(typeof(VectorMath)).Where(function => dialect.Function(function, "z").StartsWith("Fast", StringComparison.Ordinal))
            .ShouldBe(Functions(typeof(FastVectorMath)), ignoreOrder: true);
    }

    private static string[] Functions(Type type) =>
        [.. type.GetMethods(BindingFlags.Public | BindingFlags.Static).Select(method => method.Name).Distinct()];

    /// <summary>What is emitted of the shape.</summary>
    private static string[] Texts(string arguments) =>
    [
        .. GeneratorHarness.Run($"[Mlp.Mlp({arguments})] public sealed partial class Net;").AssertClean().Sources
            .Where(source => Hints.IsShared(source.HintName))
            .Select(source => source.SourceText.ToString()),
    ];

    /// <summary>The classes of steps have a hash of their text in their names.</summary>
    private static string WithoutHashes(string text) => Hash().Replace(text, "");

    [GeneratedRegex("_[0-9a-f]{16}")]
    private static partial Regex Hash();

    [GeneratedRegex(@"\b(FastVectorMath|VectorMath)\.(\w+)\(")]
    private static partial Regex Call();
}
