using CsvHelper;

namespace Mlp.Samples;

/// <summary>One row of the iris data: four measurements in centimetres and the species.</summary>
[CsvRecord]
internal sealed partial record Flower(
    [CsvColumn("sepal_length")] float SepalLength,
    [CsvColumn("sepal_width")] float SepalWidth,
    [CsvColumn("petal_length")] float PetalLength,
    [CsvColumn("petal_width")] float PetalWidth,
    [CsvColumn("species")] string Species)
{
    public float[] Measurements => [SepalLength, SepalWidth, PetalLength, PetalWidth];
}
