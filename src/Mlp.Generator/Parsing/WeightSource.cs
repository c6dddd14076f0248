using Mlp.Generator.Model;
using Mlp.Generator.Parsing.Files;

namespace Mlp.Generator.Parsing;

/// <summary>A weight file of the project, as the step before the compilation wrote it down. Plain values, equal by value.</summary>
/// <param name="Path">The path of the weight file, with forward slashes.</param>
/// <param name="RealPath">The path of the file behind the links of that path; the path itself where there are none.</param>
/// <param name="Fault">Why the file could not be read; null where it could.</param>
/// <param name="Network">The network that the file says it is from, quoted; null where it does not say.</param>
/// <param name="Tensors">The tensors in the order of the file.</param>
/// <param name="HasZeroBiases">Whether biases that are not in the file are 0.</param>
/// <param name="Sizes">What must be as many as the network has.</param>
/// <param name="Remarks">What must be known of the weights by who uses them.</param>
internal sealed record WeightSource(
    string Path,
    string RealPath,
    FileFault? Fault,
    string? Network,
    EquatableArray<SourceTensor> Tensors,
    bool HasZeroBiases = false,
    EquatableArray<SourceSize> Sizes = default,
    EquatableArray<string> Remarks = default) : IProjectFile;

/// <summary>Something in a weight file that must be as many as the network has.</summary>
/// <param name="Of">Of what: <c>classes</c>, <c>inputs</c> or <c>outputs</c>.</param>
/// <param name="Count">How many.</param>
/// <param name="Words">What it is, in a message.</param>
internal sealed record SourceSize(string Of, string Count, string Words);

/// <summary>One tensor of a weight file.</summary>
/// <param name="Name">Its name, quoted.</param>
/// <param name="Shape">Its shape, as a message shows it: <c>[16, 4]</c>.</param>
/// <param name="Values">Its values, row by row, in digits with white space between them.</param>
/// <param name="Fault">Why its values were not read; null where they were.</param>
internal sealed record SourceTensor(string Name, string Shape, string Values, FileFault? Fault = null);
