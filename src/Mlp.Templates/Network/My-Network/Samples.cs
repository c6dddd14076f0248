using System.Globalization;
using Mlp.Training;

namespace My_Network;

/// <summary>The samples: a line of headings, then one sample a line, its numbers first and its class last.</summary>
public static class Samples
{
    /// <summary>The name of the file. The build puts it next to the program.</summary>
    public const string FileName = "iris.csv";

    /// <summary>Reads the file. The same third of each class is held out every time, so that no training has ever seen it.</summary>
    public static DatasetSplit Read()
    {
        string path = Path.Combine(AppContext.BaseDirectory, FileName);
        string[][] rows = [.. File.ReadLines(path).Skip(1).Select(line => line.Split(','))];
        float[][] features = [.. rows.Select(row => row[..^1].Select(number => float.Parse(number, CultureInfo.InvariantCulture)).ToArray())];
        string[] classes = [.. rows.Select(row => row[^1])];
        return Dataset.FromLabels(features, classes).Split(heldOutFraction: 1.0 / 3, seed: 1);
    }
}
