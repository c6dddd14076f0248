namespace Mlp.Onnx.Import.Values;

/// <summary>What is known of a tensor without running the network.</summary>
internal abstract class TensorValue;
