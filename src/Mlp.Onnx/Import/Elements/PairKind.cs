namespace Mlp.Onnx.Import.Elements;

/// <summary>How two values meet.</summary>
internal enum PairKind
{
    Product,
    Sum,
    Maximum,
}
