using System.Threading;
using Microsoft.CodeAnalysis;

namespace Mlp.Generator.Parsing.Onnx;

/// <summary>Which network of which ONNX file a declaration means.</summary>
/// <param name="File">The file, as the user named it.</param>
/// <param name="Output">The tensor that the network ends in; omitted for the file's only output.</param>
internal sealed record OnnxReference(NameArgument File, NameArgument Output)
{
    /// <summary>What the attribute calls the activation of the output, for its <c>Output</c> is a tensor.</summary>
    public const string OutputActivation = nameof(OutputActivation);

    /// <summary>The file as a place for issues.</summary>
    public static IssueTarget FileTarget { get; } = IssueTarget.LayerSize(0);

    /// <summary>The tensor as a place for issues; the file where none is named.</summary>
    public IssueTarget OutputTarget => Output.State == NameArgumentState.Given ? IssueTarget.NamedArgument(nameof(Output)) : FileTarget;

    /// <summary>Reads the attribute.</summary>
    public static OnnxReference Of(AttributeData attribute, CancellationToken cancellationToken) => new(
        NameArgumentsParser.ParsePositional(attribute, AttributeReader.PositionalExpressions(attribute, cancellationToken)),
        NameArgumentsParser.Parse(attribute, nameof(Output), cancellationToken));
}
