using Microsoft.CodeAnalysis;

namespace Mlp.Generator.Diagnostics;

/// <summary>The diagnostics about ONNX files. What is wrong in most of them is said by the program that reads the file.</summary>
internal static class OnnxDescriptors
{
    private const string Said = "'{0}': {1}";

    public static readonly DiagnosticDescriptor OnnxNotRead = Error(DiagnosticIds.OnnxNotRead, "The ONNX file cannot be read", Said);

    public static readonly DiagnosticDescriptor OnnxExternalData = Error(DiagnosticIds.OnnxExternalData, "The numbers of the ONNX file are in another file", Said);

    public static readonly DiagnosticDescriptor OnnxVersion = Error(DiagnosticIds.OnnxVersion, "The ONNX file is of a version that is not known", Said);

    public static readonly DiagnosticDescriptor OnnxOperator = Error(DiagnosticIds.OnnxOperator, "An operator of the ONNX file is not covered", Said);

    public static readonly DiagnosticDescriptor OnnxBranch = Error(DiagnosticIds.OnnxBranch, "The graph of the ONNX file is no chain", Said);

    public static readonly DiagnosticDescriptor OnnxSeveralOutputs = Error(
        DiagnosticIds.OnnxSeveralOutputs, "The ONNX file has several outputs", "'{0}' has {1} outputs: {2}; choose one, as in Output = \"{3}\"");

    public static readonly DiagnosticDescriptor OnnxSeveralInputs = Error(DiagnosticIds.OnnxSeveralInputs, "Several inputs reach the output", Said);

    public static readonly DiagnosticDescriptor OnnxDynamicDimension = Error(DiagnosticIds.OnnxDynamicDimension, "A dimension is known at run time only", Said);

    public static readonly DiagnosticDescriptor OnnxComputedWeights = Error(DiagnosticIds.OnnxComputedWeights, "Weights are computed at run time", Said);

    public static readonly DiagnosticDescriptor OnnxControlFlow = Error(DiagnosticIds.OnnxControlFlow, "The ONNX file has control flow", Said);

    public static readonly DiagnosticDescriptor OnnxQuantized = Error(DiagnosticIds.OnnxQuantized, "The ONNX file is quantised", Said);

    public static readonly DiagnosticDescriptor OnnxAttributeValue = Error(DiagnosticIds.OnnxAttributeValue, "The value of an attribute of an operator is not covered", Said);

    public static readonly DiagnosticDescriptor OnnxElementType = Error(DiagnosticIds.OnnxElementType, "The ONNX file has numbers that are not float32", Said);

    public static readonly DiagnosticDescriptor OnnxNonFinite = Error(DiagnosticIds.OnnxNonFinite, "The ONNX file has numbers that are not finite", Said);

    public static readonly DiagnosticDescriptor OnnxShape = Error(DiagnosticIds.OnnxShape, "Shapes in the ONNX file do not fit", Said);

    public static readonly DiagnosticDescriptor OnnxNoSuchOutput = Error(DiagnosticIds.OnnxNoSuchOutput, "The ONNX file computes no such tensor", Said);

    public static readonly DiagnosticDescriptor OnnxTooLarge = Error(DiagnosticIds.OnnxTooLarge, "The network in the ONNX file is too large", Said);

    public static readonly DiagnosticDescriptor OnnxOutputActivation = Error(
        DiagnosticIds.OnnxOutputActivation, "The ONNX file ends in an activation already", "The output of '{0}' has gone through {1} already; leave OutputActivation out, or choose the tensor before it as the Output");

    private static DiagnosticDescriptor Error(string id, string title, string format) => new(
        id, title, format, DiagnosticCategory.Network, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Base + id + HelpLink.Extension);
}
