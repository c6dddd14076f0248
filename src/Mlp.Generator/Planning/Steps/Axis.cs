namespace Mlp.Generator.Planning.Steps;

/// <summary>One direction in which the elements of a product are gone through.</summary>
/// <param name="Count">How many there are; 0 where it is the samples of the chunk.</param>
/// <param name="Left">Floats between neighbours in the left operand.</param>
/// <param name="Right">Floats between neighbours in the right operand.</param>
/// <param name="Result">Floats between neighbours in the result.</param>
/// <param name="Biases">Floats between neighbours in the biases that sums start from.</param>
internal sealed record Axis(int Count, int Left = 0, int Right = 0, int Result = 0, int Biases = 0)
{
    /// <summary>Whether its length is the samples of the chunk.</summary>
    public bool IsSamples => Count == 0;
}
