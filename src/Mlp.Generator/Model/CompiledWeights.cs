using System;
using Mlp.Generator.Model.Layers;

namespace Mlp.Generator.Model;

/// <summary>The weights that a network starts from, as they stand in a file. Plain values, equal by value.</summary>
/// <param name="Type">The user's type.</param>
/// <param name="File">The file, as comments name it.</param>
/// <param name="Layers">The sizes of the layers, for storage depends on them.</param>
/// <param name="Values">For each layer its values.</param>
/// <param name="Remarks">What must be known of the weights by who uses them, a sentence each.</param>
internal sealed record CompiledWeights(
    TypeShape Type, string File, EquatableArray<LayerModel> Layers, EquatableArray<LayerValues> Values, EquatableArray<string> Remarks);

/// <summary>The weights and biases of one layer, in digits with white space between them: nobody computes with them here.</summary>
/// <param name="Weights">Row by row: [outputs, inputs].</param>
/// <param name="Transposed">Whether the weights stand as [inputs, outputs] instead.</param>
/// <param name="Biases">One for each output.</param>
internal sealed record LayerValues(string Weights, bool Transposed, string Biases)
{
    private static readonly char[] WhiteSpace = [' ', '\n', '\r'];

    /// <summary>The numbers of a text, each by itself.</summary>
    public static string[] Split(string values) => values.Split(WhiteSpace, StringSplitOptions.RemoveEmptyEntries);
}
