namespace Mlp.Testing.Reference.Layers;

/// <summary>The oracle of an activation as a layer of its own: its sums are what arrives, and what every layer does to its sums is all that it does.</summary>
public sealed class ReferenceActivation(LayerDescription layer, int offset) : ReferenceUnlearned(layer, offset)
{
    protected override double[] Values(double[] h) => [.. h];

    protected override double[] Errors(double[] h, double[] delta) => [.. delta];

    protected override double[] ValueBounds(double[] h, double[] eH) => [.. eH];

    protected override double[] ErrorBounds((double[] Value, double[] Bound) h, (double[] Value, double[] Bound) delta) => [.. delta.Bound];
}
