namespace Mlp.Onnx.Import.Values;

/// <summary>A number that is known but for the size of the batch.</summary>
/// <param name="Factor">The number, or what the batch is multiplied by.</param>
/// <param name="HasBatch">Whether it is a multiple of the batch.</param>
internal readonly record struct SymbolicInteger(long Factor, bool HasBatch = false);
