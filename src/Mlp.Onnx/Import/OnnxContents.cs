using System.Collections.Generic;

namespace Mlp.Onnx.Import;

/// <summary>What an ONNX file is to a compiler of networks.</summary>
/// <param name="Producer">Who wrote it; empty where it is not said.</param>
/// <param name="Opset">The version of its operators.</param>
/// <param name="Outputs">Every tensor that could be taken as the output: those that the file calls so first, in its order, then the others in the order of computation. Constants are left out.</param>
internal sealed record OnnxContents(string Producer, long Opset, IReadOnlyList<OnnxOutput> Outputs);

/// <summary>A tensor of an ONNX file as the output of a network.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsFinal">Whether the file calls it an output.</param>
/// <param name="Shape">Its shape without the batch, as the file has it: <c>[16, 8, 8]</c>; <c>?</c> where it is not known.</param>
/// <param name="Network">The network; null where there is a fault.</param>
/// <param name="Fault">Why it is none; null where it is one.</param>
internal sealed record OnnxOutput(string Name, bool IsFinal, string Shape, ImportedNetwork? Network, OnnxFault? Fault);

/// <summary>A network that was found in an ONNX file.</summary>
/// <param name="Description">Its layers: shapes have channels last, and the activation of the last layer is that of the output. Loss, optimizer and initializer mean nothing.</param>
/// <param name="Tensors">The values of the tensors of all layers, in canonical order: one array for each. Networks of one file share the arrays that are equal.</param>
/// <param name="ClassNames">The names of the classes; null where the file has none, or the network is no classifier.</param>
/// <param name="Notes">
/// What became of nodes that are no layers of their own, a sentence each: <c>BatchNormalization "bn1" is folded into layer 1, Dense.</c>; and what whoever calls
/// must know: <c>Inputs have channels last: 28 × 28 × 3.</c>
/// </param>
/// <param name="Input">How the file has its inputs.</param>
/// <param name="Output">How the file has its outputs.</param>
internal sealed record ImportedNetwork(
    NetworkDescription Description, IReadOnlyList<float[]> Tensors, IReadOnlyList<string>? ClassNames, IReadOnlyList<string> Notes, ImportedInput Input, ImportedOutput Output);

/// <summary>The input of a file that a network starts at.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">The shape of a sample in the file.</param>
/// <param name="HasBatch">Whether a dimension for the batch is in front of it.</param>
/// <param name="IsMoved">Whether the first dimension of the shape is the channels, which the network has last.</param>
internal sealed record ImportedInput(string Name, IReadOnlyList<int> Shape, bool HasBatch, bool IsMoved);

/// <summary>Where a file has the numbers that a network puts out.</summary>
/// <param name="Tensor">The tensor: of a class the one with the probabilities, else that which was asked for.</param>
/// <param name="MovedChannels">How many channels the file has in front, where the network has them last; null for the same order.</param>
/// <param name="IsPair">Whether the file has 1 − p in front of each p of the network.</param>
internal sealed record ImportedOutput(string Tensor, int? MovedChannels, bool IsPair);
