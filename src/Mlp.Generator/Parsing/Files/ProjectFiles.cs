using Mlp.Generator.Model;
using Mlp.Generator.Parsing.Onnx;

namespace Mlp.Generator.Parsing.Files;

/// <summary>The files of a project that declarations may name. Plain values, equal by value.</summary>
/// <param name="Weights">The weight files, for networks whose layers are declared.</param>
/// <param name="Models">The ONNX files, for networks whose layers are in one.</param>
internal sealed record ProjectFiles(EquatableArray<WeightSource> Weights, EquatableArray<OnnxSource> Models)
{
    /// <summary>No files.</summary>
    public static ProjectFiles None { get; } = new(EquatableArray<WeightSource>.Empty, EquatableArray<OnnxSource>.Empty);
}
