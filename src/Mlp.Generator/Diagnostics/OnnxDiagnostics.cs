namespace Mlp.Generator.Diagnostics;

/// <summary>Which diagnostic says what the program that reads ONNX files has found wrong.</summary>
internal static class OnnxDiagnostics
{
    /// <summary>The id for a code of that program.</summary>
    public static string IdOf(string code) => code switch
    {
        "ExternalData" => DiagnosticIds.OnnxExternalData,
        "Version" => DiagnosticIds.OnnxVersion,
        "Operator" => DiagnosticIds.OnnxOperator,
        "Branch" => DiagnosticIds.OnnxBranch,
        "SeveralInputs" => DiagnosticIds.OnnxSeveralInputs,
        "DynamicDimension" => DiagnosticIds.OnnxDynamicDimension,
        "ComputedWeights" => DiagnosticIds.OnnxComputedWeights,
        "ControlFlow" => DiagnosticIds.OnnxControlFlow,
        "Quantized" => DiagnosticIds.OnnxQuantized,
        "AttributeValue" => DiagnosticIds.OnnxAttributeValue,
        "ElementType" => DiagnosticIds.OnnxElementType,
        "NonFinite" => DiagnosticIds.OnnxNonFinite,
        "Shape" => DiagnosticIds.OnnxShape,
        "NoSuchOutput" => DiagnosticIds.OnnxNoSuchOutput,
        "TooLarge" => DiagnosticIds.OnnxTooLarge,
        _ => DiagnosticIds.OnnxNotRead,
    };
}
