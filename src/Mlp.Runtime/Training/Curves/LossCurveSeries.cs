namespace Mlp.Training;

/// <summary>A line of a <see cref="LossCurve"/>: what it is called, and its colour where there is no style sheet.</summary>
internal sealed record LossCurveSeries(string Name, string Colour)
{
    internal string Stroke => $"class=\"lc-{Name}\" stroke=\"{Colour}\"";

    internal string Fill => $"class=\"lc-{Name}-dot\" fill=\"{Colour}\"";
}
