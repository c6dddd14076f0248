using CsvHelper.Configuration.Attributes;

namespace Mlp.Samples;

/// <summary>One row of the iris data: four measurements in centimetres and the species.</summary>
internal sealed record Flower(
    [property: Name("sepal_length")] float SepalLength,
    [property: Name("sepal_width")] float SepalWidth,
    [property: Name("petal_length")] float PetalLength,
    [property: Name("petal_width")] float PetalWidth,
    [property: Name("species")] string Species)
{
    public float[] Measurements => [SepalLength, SepalWidth, PetalLength, PetalWidth];
}
