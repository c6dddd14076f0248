using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;
using Mlp.Generator.Parsing.Files;

namespace Mlp.Generator.Parsing.Onnx;

/// <summary>An ONNX file of the project, as the step before the compilation wrote it down. Plain values, equal by value.</summary>
/// <param name="Path">The path of the file, with forward slashes.</param>
/// <param name="RealPath">The path of the file behind the links of that path; the path itself where there are none.</param>
/// <param name="Fault">Why the file could not be read; null where it could.</param>
/// <param name="Writer">Who wrote it, and in which version of ONNX.</param>
/// <param name="Tensors">The values of all networks' tensors.</param>
/// <param name="Outputs">Each tensor that could be the output: those that the file calls so first.</param>
internal sealed record OnnxSource(
    string Path, string RealPath, FileFault? Fault, string Writer, EquatableArray<TensorValues> Tensors, EquatableArray<OnnxSourceOutput> Outputs) : IProjectFile;

/// <summary>A tensor of an ONNX file as the output of a network.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsFinal">Whether the file calls it an output.</param>
/// <param name="Shape">Its shape without the batch, as the file has it: <c>[16, 8, 8]</c>.</param>
/// <param name="Network">The network; null where there is a fault.</param>
/// <param name="Fault">Why it is none; null where it is one.</param>
internal sealed record OnnxSourceOutput(string Name, bool IsFinal, string Shape, OnnxSourceNetwork? Network, FileFault? Fault);

/// <summary>A network that was found in an ONNX file.</summary>
/// <param name="Layers">Its layers.</param>
/// <param name="Output">The activation of its output.</param>
/// <param name="Tensors">For each tensor of the layers its number among those of the file.</param>
/// <param name="ClassNames">The names of the classes; none where the file has none.</param>
/// <param name="Notes">What became of nodes that are no layers of their own, and what a caller must know; a sentence each.</param>
internal sealed record OnnxSourceNetwork(
    EquatableArray<LayerModel> Layers, ActivationModel Output, EquatableArray<int> Tensors, EquatableArray<string> ClassNames, EquatableArray<string> Notes);
