namespace Mlp.Generator.Parsing;

/// <summary>One tensor that a network must find in a weight file.</summary>
/// <param name="Name">Its name, quoted.</param>
/// <param name="Shape">Its shape in the file.</param>
/// <param name="Transpose">The shape it would have in the other layouts; null for biases.</param>
/// <param name="Columns">The second dimension in the file; 0 for biases.</param>
internal sealed record LayerTensor(string Name, string Shape, string? Transpose, int Columns)
{
    /// <summary>Whether it is a layer's biases.</summary>
    public bool IsBias => Transpose is null;
}
