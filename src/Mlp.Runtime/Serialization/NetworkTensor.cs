using System.Text;
using Mlp.Text;

namespace Mlp.Serialization;

/// <summary>One tensor of a network: a layer's weights or its biases, or what an optimizer remembers of them.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Outputs">The fan-out of the layer.</param>
/// <param name="Inputs">The fan-in of the layer; 1 for biases.</param>
/// <param name="IsBias">Whether it has one dimension.</param>
/// <param name="Offset">Where it starts in the canonical order; behind all parameters for what an optimizer remembers.</param>
/// <param name="Transposed">Whether it stands as [inputs, outputs] in the file.</param>
/// <param name="Moment">Which moment of an optimizer it is; none for parameters.</param>
/// <param name="IsAbsent">Whether the layout has no such tensor, and its values are 0.</param>
internal sealed record NetworkTensor(
    string Name, int Outputs, int Inputs, bool IsBias, int Offset, bool Transposed, string? Moment = null, bool IsAbsent = false)
{
    /// <summary>The name in UTF-8.</summary>
    internal byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(Name);

    /// <summary>The number of values.</summary>
    internal int Count => Outputs * Inputs;

    /// <summary>The first dimension in the file.</summary>
    internal int Rows => Transposed ? Inputs : Outputs;

    /// <summary>The second dimension in the file; 1 where there is none.</summary>
    internal int Columns => Transposed ? Outputs : Inputs;

    /// <summary>The dimensions in the file, as a message shows them.</summary>
    internal string Shape => IsBias ? $"[{Outputs}]" : $"[{Rows}, {Columns}]";

    /// <summary>The name as a message shows it.</summary>
    internal string Quoted => QuotedText.Of(Utf8Name);

    /// <summary>Where a value of the file stands in the canonical order.</summary>
    /// <param name="index">Its number in the tensor, row by row.</param>
    internal int CanonicalIndex(int index) => Offset + (Transposed ? ((index % Outputs) * Inputs) + (index / Outputs) : index);
}
