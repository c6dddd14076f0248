using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

namespace Mlp.Package.Tests;

/// <summary>A source file with five hundred networks of ten shapes, and a method that asks each for one value.</summary>
internal static class FiveHundredNetworks
{
    private const int Count = 500;

    private static readonly string[] Shapes =
    [
        "2, 3, 1", "3, 5, 2", "4, 1", "1, 8, 8, 1", "5, 6, 3", "2, 2", "6, 4, 2, Hidden = \"Tanh\"", "3, 10, 1", "4, 4, 4", "7, 3, Output = \"Softmax\"",
    ];

    public static void WriteTo(string file)
    {
        var text = new StringBuilder("using Mlp;\n\ninternal static partial class Networks\n{\n    public static IEnumerable<float> Outputs() =>\n    [\n");
        foreach (string name in Enumerable.Range(0, Count).Select(Name))
        {
            text.Append(CultureInfo.InvariantCulture, $"        FirstOutput(new {name}(seed: {name[3..]})),\n");
        }

        text.Append("    ];\n}\n");
        for (int index = 0; index < Count; index++)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n[Mlp({Shapes[index % Shapes.Length]})]\ninternal sealed partial class {Name(index)};\n");
        }

        File.WriteAllText(file, text.ToString());
    }

    private static string Name(int index) => "Net" + index.ToString("000", CultureInfo.InvariantCulture);
}
