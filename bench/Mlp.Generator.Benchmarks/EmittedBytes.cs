using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Mlp.Generator.Benchmarks;

/// <summary>The emitted text of a network that is alone in its compilation, in bytes of UTF-8.</summary>
/// <param name="Shape">The network.</param>
/// <param name="Widths">The kernels of each vector width and the methods that steps have for it, widest first, under the name that their file has.</param>
/// <param name="Rest">The members of the type, the choice of a width, and the heads of steps.</param>
public sealed partial record EmittedBytes(NetworkShape Shape, ImmutableArray<KeyValuePair<string, int>> Widths, int Rest)
{
    /// <summary>All files together.</summary>
    public int Sum => Rest + Widths.Sum(width => width.Value);

    /// <summary>The width with the most text.</summary>
    public KeyValuePair<string, int> Largest => Widths.MaxBy(width => width.Value);

    /// <summary>Runs the driver and counts.</summary>
    public static EmittedBytes Of(NetworkShape shape)
    {
        ImmutableArray<GeneratedSourceResult> files = DriverState.Cold([shape.Declare("Net")]).Run().Files;
        ILookup<string, int> bytes = files.SelectMany(PartsOf).ToLookup(part => part.Width, part => Encoding.UTF8.GetByteCount(part.Text));
        return new EmittedBytes(
            shape,
            [
                .. bytes.Where(width => width.Key != "")
                    .Select(width => KeyValuePair.Create(width.Key, width.Sum()))
                    .OrderByDescending(width => width.Key, StringComparer.Ordinal),
            ],
            bytes[""].Sum());
    }

    /// <summary>A file as it is, or in the methods of each width and what stands around them.</summary>
    private static IEnumerable<(string Width, string Text)> PartsOf(GeneratedSourceResult file)
    {
        string text = file.SourceText.ToString();
        if (WidthOf().Match(file.HintName) is { Success: true } ofWidth)
        {
            return [(ofWidth.Groups["width"].Value, text)];
        }

        return StepMethod().Split(text).Select(part => (WidthOfMethod().Match(part).Groups["width"].Value, part));
    }

    // Steps, and the methods of a step, begin with their doc comments.
    [GeneratedRegex(@"(?<=\n)(?=(?:    )?/// <summary>)")]
    private static partial Regex StepMethod();

    [GeneratedRegex(@"^    (?:internal|private) static \w+ (?<width>V\d+)(?:Rest)?\(", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex WidthOfMethod();

    // Mlp.Generated.Net4_Dense16ReLU_Dense3_Softmax_CrossEntropy.V512.g.cs
    [GeneratedRegex(@"\.(?<width>V\d+)\.g\.cs$", RegexOptions.ExplicitCapture)]
    private static partial Regex WidthOf();
}
