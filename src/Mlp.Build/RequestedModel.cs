using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Mlp.Onnx.Import;
using Mlp.Onnx.Reading;
using Mlp.Onnx.Text;
using Mlp.Serialization;

namespace Mlp.Build;

/// <summary>An ONNX file that is to be converted, with the files of the project that may have its numbers.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="AllowDouble">Whether float64 and integers are read where floats are expected, and rounded.</param>
internal sealed record RequestedModel(string Path, bool AllowDouble) : RequestedFile(Path, AllowDouble)
{
    private const string Data = "data ";
    private const string Missing = "missing";

    /// <summary>The full paths of the project's other additional files: no other is opened.</summary>
    internal IReadOnlySet<string> Others { get; init; } = new HashSet<string>();

    private protected override string Extension => ".mlponnx.txt";

    /// <inheritdoc/>
    internal override IEnumerable<string> OthersNow(IReadOnlyList<string> lines) =>
        lines.TakeWhile(line => line.StartsWith(Data, StringComparison.Ordinal)).Select(line => line[Data.Length..].Split(' ', 2)).Where(parts => parts.Length == 2).Select(parts => LineOf(parts[1]));

    /// <inheritdoc/>
    internal override string Text(string identity)
    {
        var others = new List<string>();
        try
        {
            using FileStream stream = WeightPath.OpenRead(Path);
            OnnxContents contents = OnnxImport.Of(OnnxReader.Read(stream, Open), AllowDouble);
            return OnnxText.Of(Path, identity + string.Concat(others), contents);
        }
        catch (OnnxFileException exception)
        {
            return OnnxText.Of(Path, identity + string.Concat(others), exception.Fault);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Only the next build knows better.
            return OnnxText.Of(Path, "", new OnnxFault(OnnxFaultCode.Unreadable, exception.Message));
        }

        Stream? Open(string location)
        {
            string line = LineOf(location) + "\n";
            if (!others.Contains(line))
            {
                others.Add(line);
            }

            return Others.Contains(Beside(location)) && File.Exists(Beside(location)) ? WeightPath.OpenRead(Beside(location)) : null;
        }
    }

    private string Beside(string location) => System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path) ?? "", location));

    private string LineOf(string location) =>
        Data + (Others.Contains(Beside(location)) ? FileConversion.HashOf(Beside(location)) ?? Missing : Missing) + " " + location.ReplaceLineEndings(" ");
}
