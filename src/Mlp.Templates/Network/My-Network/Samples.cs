namespace My_Network;

using global::System;
using global::System.Collections.Generic;
using global::System.IO;
using global::Mlp.Training;

/// <summary>The file of samples: what its columns are called, and which are read.</summary>
public static class Samples
{
    /// <summary>The name of the file. The build puts it next to the program.</summary>
    public const string FileName = "iris.csv";

    /// <summary>The heading of the column that has the class of a sample.</summary>
    public const string Label = "species";

    /// <summary>The headings of the columns that have its numbers, in the order of the network's inputs.</summary>
    public static IReadOnlyList<string> Features { get; } = ["sepal_length", "sepal_width", "petal_length", "petal_width"];

    /// <summary>The names of the classes, in the order of the network's outputs.</summary>
    public static IReadOnlyList<string> Classes { get; } = ["setosa", "versicolor", "virginica"];

    /// <summary>Reads the file. The same third of each class is held out every time, so that no training has ever seen it.</summary>
    /// <exception cref="InvalidDataException">The file cannot be read; the message says where and why.</exception>
    public static DatasetSplit Read() => Read(Path.Combine(AppContext.BaseDirectory, FileName)).Split(heldOutFraction: 1.0 / 3, seed: 1);

    /// <summary>Reads all samples of any file with such columns.</summary>
    /// <exception cref="InvalidDataException">The file cannot be read; the message says where and why.</exception>
    public static Dataset Read(string path) => CsvSamples.Read(path, Features, Label, Classes);
}
