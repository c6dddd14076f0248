namespace Mlp.Generator.Model;

/// <summary>What is known of the ONNX file that a network was found in.</summary>
/// <param name="Tensor">The tensor that the network ends in, as comments name it.</param>
/// <param name="Writer">Who wrote the file, and in which version of ONNX.</param>
/// <param name="ClassNames">The names of the classes; none where the file has none.</param>
/// <param name="Notes">What became of nodes that are no layers of their own, and what a caller must know; a sentence each.</param>
internal sealed record OnnxOrigin(string Tensor, string Writer, EquatableArray<string> ClassNames, EquatableArray<string> Notes);
