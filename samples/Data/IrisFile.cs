using System;
using System.IO;
using Mlp.Training;

namespace Mlp.Samples;

/// <summary>
/// The iris data: four measurements of a flower in centimetres, and its species. R. A. Fisher, 1936, "Iris", UCI Machine Learning
/// Repository, CC BY 4.0 (https://creativecommons.org/licenses/by/4.0).
/// </summary>
internal static class IrisFile
{
    /// <summary>Reads the file that the build puts next to the program.</summary>
    public static Dataset Read() => CsvSamples.Read(
        Path.Combine(AppContext.BaseDirectory, "iris.csv"),
        features: ["sepal_length", "sepal_width", "petal_length", "petal_width"],
        label: "species",
        classes: ["setosa", "versicolor", "virginica"]);
}
