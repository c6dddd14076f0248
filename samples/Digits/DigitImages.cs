using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CsvHelper;
using Mlp.Training;

namespace Mlp.Samples;

/// <summary>
/// Images of handwritten digits, 8 × 8 pixels of 0 (paper) to 16 (ink), with the digit that the writer meant: E. Alpaydin and
/// C. Kaynak, 1998, "Optical Recognition of Handwritten Digits", the test part, UCI Machine Learning Repository, CC BY 4.0
/// (https://creativecommons.org/licenses/by/4.0).
/// </summary>
internal static class DigitImages
{
    public const int Side = 8;
    public const float Ink = 16;

    public static Dataset Load(string path)
    {
        var images = new List<float[]>();
        var digits = new List<int>();
        using var csv = CsvReader.FromFile(path);
        while (csv.Read())
        {
            images.Add([.. Enumerable.Range(0, Side * Side).Select(csv.Parse<float>)]);
            digits.Add(csv.Parse<int>("digit"));
        }

        string[] names = [.. Enumerable.Range(0, DigitNet.ClassCount).Select(digit => digit.ToString(CultureInfo.InvariantCulture))];
        return Dataset.FromLabels(images, digits.ToArray(), names);
    }
}
