namespace Mlp.Onnx.Import;

/// <summary>What may be wrong with an ONNX file, or with the part of it that is meant. Each is a diagnostic with a page.</summary>
internal enum OnnxFaultCode
{
    /// <summary>The file cannot be read, for the disk or the system says no.</summary>
    Unreadable,

    /// <summary>It is no ONNX file: text, a Git LFS pointer, an archive, another format; or one that is not whole, too deep, too long or has too many parts.</summary>
    NotOnnx,

    /// <summary>The numbers are in another file, which is not there.</summary>
    ExternalData,

    /// <summary>A version of the format or of the operators that is not known, or another domain.</summary>
    Version,

    /// <summary>An operator that is not covered, or one at a place where it is not.</summary>
    Operator,

    /// <summary>Two computed tensors meet, and it is no activation: layers are a chain here.</summary>
    Branch,

    /// <summary>Several inputs reach the output.</summary>
    SeveralInputs,

    /// <summary>A dimension that is known at run time only, other than the batch.</summary>
    DynamicDimension,

    /// <summary>Weights that are computed at run time.</summary>
    ComputedWeights,

    /// <summary>If, Loop, Scan.</summary>
    ControlFlow,

    /// <summary>Quantised weights or values.</summary>
    Quantized,

    /// <summary>The value of a node's attribute is not covered.</summary>
    AttributeValue,

    /// <summary>float64 or integers where floats are expected, without consent.</summary>
    ElementType,

    /// <summary>NaN or an infinity among the numbers.</summary>
    NonFinite,

    /// <summary>Shapes that do not fit each other.</summary>
    Shape,

    /// <summary>An output that no node makes.</summary>
    NoSuchOutput,

    /// <summary>More than is compiled in.</summary>
    TooLarge,
}
