namespace Mlp.Onnx.Graph;

/// <summary>What an attribute of a node holds.</summary>
internal enum OnnxAttributeKind
{
    Float,
    Integer,
    String,
    Tensor,
    Floats,
    Integers,
    Strings,

    /// <summary>A graph, as nodes of control flow have; its content is not read.</summary>
    Graph,

    /// <summary>Anything else.</summary>
    Other,
}
