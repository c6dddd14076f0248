namespace Mlp.Samples;

/// <summary>
/// Where something looks, as a unit vector. It turns by products, sums and a square root alone, which are exact to the last bit on every machine,
/// so that a replay does not drift.
/// </summary>
internal static class Heading
{
    /// <summary>Turns a heading.</summary>
    /// <param name="x">Its x.</param>
    /// <param name="y">Its y.</param>
    /// <param name="tangent">The tangent of half the angle: positive from x to y, which is to the right where y points down, as on screens.</param>
    public static void Turn(ref float x, ref float y, float tangent)
    {
        float square = tangent * tangent;
        float cosine = (1 - square) / (1 + square);
        float sine = 2 * tangent / (1 + square);
        float turnedX = (x * cosine) - (y * sine);
        float turnedY = (x * sine) + (y * cosine);

        // What rounding adds to the length would grow from step to step.
        float length = float.Sqrt((turnedX * turnedX) + (turnedY * turnedY));
        x = turnedX / length;
        y = turnedY / length;
    }
}
