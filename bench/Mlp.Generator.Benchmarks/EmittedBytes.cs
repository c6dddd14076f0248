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
/// <param name="Widths">The kernels of each vector width, widest first, under the name that their file has.</param>
/// <param name="Rest">The members of the type, and the choice of a width.</param>
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
        ILookup<string, int> bytes = files.ToLookup(
            file => WidthOf().Match(file.HintName).Groups["width"].Value,
            file => Encoding.UTF8.GetByteCount(file.SourceText.ToString()));
        return new EmittedBytes(
            shape,
            [
                .. bytes.Where(width => width.Key != "")
                    .Select(width => KeyValuePair.Create(width.Key, width.Sum()))
                    .OrderByDescending(width => width.Key, StringComparer.Ordinal),
            ],
            bytes[""].Sum());
    }

    // Mlp.Generated.Net4_Dense16ReLU_Dense3_Softmax_CrossEntropy.V512.g.cs
    [GeneratedRegex(@"\.(?<width>V\d+)\.g\.cs$", RegexOptions.ExplicitCapture)]
    private static partial Regex WidthOf();
}
