namespace Mlp.Onnx.Import.Values;

/// <summary>What a tensor is to a classifier, behind which nothing is computed any more.</summary>
/// <param name="IsClass">Whether it is the class, or the probabilities by the names of classes: the network has the probabilities. Else it is probabilities itself.</param>
/// <param name="Probabilities">The tensor that has them.</param>
/// <param name="IsPair">Whether these are 1 − p and p of two classes, of which the network has the second.</param>
internal sealed record ClassifierHead(bool IsClass, string Probabilities, bool IsPair);
