namespace Mlp.Generator.Planning;

/// <summary>The widths a network is emitted for; the value is the number of floats in a vector.</summary>
internal enum VectorWidth
{
    Scalar = 1,
    Vector128 = 4,
    Vector256 = 8,
    Vector512 = 16,
}
