using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Mlp.Onnx.Text;
using Mlp.Serialization;

namespace Mlp.Build;

/// <summary>An ONNX file that is to be converted, with the files of the project that may have its numbers.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="AllowDouble">Whether float64 and integers are read where floats are expected, and rounded.</param>
/// <param name="Others">The full paths of the project's other additional files: no other is opened.</param>
internal sealed record RequestedModel(string Path, bool AllowDouble, IReadOnlySet<string> Others) : RequestedFile(Path, AllowDouble)
{
    private const string Data = "data ";
    private const string Missing = "missing";

    private protected override string Extension => ".mlponnx.txt";

    /// <inheritdoc/>
    internal override bool HasOthersOf(IEnumerable<string> lines) =>
        lines.TakeWhile(line => line.StartsWith(Data, StringComparison.Ordinal)).All(line => line == LineOf(line[(line.IndexOf(' ', Data.Length) + 1)..]));

    /// <inheritdoc/>
    internal override string Text(string identity)
    {
        // Where the file itself could not be read, only the next build knows better.
        var opened = new List<string>();
        return OnnxText.Of(Path, () => identity + string.Concat(opened.Distinct()), () => WeightPath.OpenRead(Path), Open, AllowDouble);

        Stream? Open(string location)
        {
            opened.Add(LineOf(location) + "\n");
            return Others.Contains(Beside(location)) && File.Exists(Beside(location)) ? WeightPath.OpenRead(Beside(location)) : null;
        }
    }

    private string Beside(string location) => System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path) ?? "", location));

    private string LineOf(string location) =>
        Data + (Others.Contains(Beside(location)) ? FileConversion.HashOf(Beside(location)) ?? Missing : Missing) + " " + location.ReplaceLineEndings(" ");
}
