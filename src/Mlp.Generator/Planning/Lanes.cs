namespace Mlp.Generator.Planning;

/// <summary>Arithmetic of lanes: how many vectors hold so many floats.</summary>
internal static class Lanes
{
    public static int Vectors(int floats, int lanes) => (floats + lanes - 1) / lanes;

    public static int Pad(int floats, int lanes) => Vectors(floats, lanes) * lanes;

    /// <summary>The floats in the last, incomplete vector; 0 where every vector is full.</summary>
    public static int Tail(int floats, int lanes) => floats % lanes;
}
