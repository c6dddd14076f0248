using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
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
    public const int Digits = 10;

    /// <summary>Reads the file that the build puts next to the program.</summary>
    public static Dataset Read() => CsvSamples.Read(
        Path.Combine(AppContext.BaseDirectory, "digits.csv"),
        features: [.. Numbers(Side).SelectMany(row => Numbers(Side).Select(column => $"p{row}{column}"))],
        label: "digit",
        classes: [.. Numbers(Digits)]);

    private static IEnumerable<string> Numbers(int count) =>
        Enumerable.Range(0, count).Select(number => number.ToString(CultureInfo.InvariantCulture));
}
