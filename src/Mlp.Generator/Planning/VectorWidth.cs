namespace Mlp.Generator.Planning;

/// <summary>The widths a network is emitted for; the value is the number of floats in a vector. Where hardware has no vectors the runtime interprets.</summary>
internal enum VectorWidth
{
    Vector128 = 4,
    Vector256 = 8,
    Vector512 = 16,
}
