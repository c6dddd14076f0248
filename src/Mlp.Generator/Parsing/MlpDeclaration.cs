using Mlp.Generator.Model;
using Mlp.Generator.Parsing.Layers;
using Mlp.Generator.Parsing.Onnx;

namespace Mlp.Generator.Parsing;

/// <summary>The attribute and the type it is on, read but not judged. Plain values, equal by value.</summary>
/// <param name="Type">The annotated type.</param>
/// <param name="Sizes">The positional arguments: the sizes of dense layers, or the shape of a sample.</param>
/// <param name="Layers">The layers that have attributes of their own; null where the sizes are all there is.</param>
/// <param name="Onnx">The ONNX file that has the layers; null where they are declared.</param>
/// <param name="IdleLayers">The kinds of the layers that have attributes and no part in the network, whose layers are sizes.</param>
/// <param name="Names">The named arguments that are names.</param>
/// <param name="Numbers">The named arguments that are numbers, those that are given.</param>
/// <param name="Use">What the network is for.</param>
/// <param name="AttributeCount">How often the attribute is on the type; all else is read from the first.</param>
/// <param name="LanguageVersion">The C# version in hundreds: 1100 is C# 11.</param>
/// <param name="HasVectors">Whether the target runtime has 512-bit vectors.</param>
internal sealed record MlpDeclaration(
    DeclaredType Type,
    LayerSizes Sizes,
    DeclaredLayers? Layers,
    OnnxReference? Onnx,
    EquatableArray<string> IdleLayers,
    NameArguments Names,
    EquatableArray<NumberArgument> Numbers,
    NetworkUse Use,
    int AttributeCount,
    int LanguageVersion,
    bool HasVectors)
{
    /// <summary>Whether results are to be the same bits on every hardware.</summary>
    public bool IsDeterministic { get; init; }

    /// <summary>Whether there are to be kernels for many networks at once.</summary>
    public bool IsPopulation { get; init; }
}

/// <summary>The named arguments of the attribute that are names, the last one that of a file.</summary>
internal sealed record NameArguments(
    NameArgument Hidden,
    NameArgument Output,
    NameArgument Loss,
    NameArgument Optimizer,
    NameArgument Initializer,
    NameArgument Math,
    NameArgument Weights);
