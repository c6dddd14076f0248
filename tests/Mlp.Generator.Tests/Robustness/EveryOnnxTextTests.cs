using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Mlp.Generator.Diagnostics;
using Mlp.Generator.Model;
using Mlp.Generator.Parsing;
using Mlp.Generator.Parsing.Files;
using Mlp.Generator.Parsing.Onnx;
using Mlp.Generator.Planning.Storage;
using Mlp.Generator.Tests.Harness;
using Mlp.SnapshotTesting;

namespace Mlp.Generator.Tests.Robustness;

/// <summary>Whatever becomes of the text of an ONNX file on its way, it is a network with all its numbers, or one diagnostic; nothing throws.</summary>
public sealed class EveryOnnxTextTests
{
    private static readonly string[] Names = ["flowers", "policy", "picture"];

    private static readonly MlpDeclaration Declaration =
        DeclarationParser.Parse(Compiling.Compile("[Mlp.Onnx(\"x.onnx\")] static partial class Net;").GetTypeByMetadataName("Net")!, Compiling.Compile("[Mlp.Onnx(\"x.onnx\")] static partial class Net;"), CancellationToken.None)!;

    public static TheoryData<string> Texts => new(Names);

    [Theory]
    [MemberData(nameof(Texts))]
    public void Every_prefix_and_every_line_left_out_is_survived(string name)
    {
        string text = Text(name);
        string[] lines = text.Split('\n');

        Verify(Enumerable.Range(0, text.Length + 1).Select(length => text[..length]));
        Verify(Enumerable.Range(0, lines.Length).Select(line => string.Join('\n', lines.Where((_, index) => index != line))));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Every_character_replaced_is_survived(string name)
    {
        string text = Text(name);

        Verify("0,-=x \n".SelectMany(character => Enumerable.Range(0, text.Length).Select(place => text[..place] + character + text[(place + 1)..])));
    }

    private static void Verify(IEnumerable<string> texts)
    {
        foreach (string text in texts)
        {
            OnnxSource source = OnnxSourceParser.Parse(new InMemoryText("/obj/x.1" + InMemoryText.OnnxExtension, text), CancellationToken.None) with { Path = "/x.onnx" };
            ValidationResult result = DeclarationValidator.Validate(Declaration, ProjectFiles.None with { Models = new[] { source }.ToEquatableArray() }, CancellationToken.None);
            if (result.Model is null)
            {
                result.Issues.Select(issue => issue.Id).Distinct().Count().ShouldBe(1, text);
                result.Issues[0].Id.ShouldBeOneOf(DiagnosticIds.OnnxNotRead, DiagnosticIds.OnnxNoSuchOutput, DiagnosticIds.OnnxSeveralOutputs, DiagnosticIds.OnnxTooLarge, DiagnosticIds.TooManyCompiledParameters);
                continue;
            }

            StoredWeights.For(result.Weights!).ShouldNotBeNull(text);
        }
    }

    private static string Text(string name) => OnnxFiles.All.Single(file => file.Path.Contains($"/{name}.", StringComparison.Ordinal)).GetText()!.ToString();
}
