using System;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Mlp.Generator.Parsing.Files;

/// <summary>The text that the step before the compilation makes of a binary file: a version, the file, and what was found in it or why it was refused.</summary>
internal sealed class ConvertedText
{
    private const string NotConverted = nameof(NotConverted);
    private const string OtherVersion = "The text of the file is of another version of the package Mlp, or damaged: build anew.";

    private const int LinesBefore = 2;

    private ConvertedText(SourceText? text, string path, string realPath, FileFault? fault)
    {
        Text = text;
        Path = Normal(path);
        RealPath = Normal(realPath);
        Fault = fault;
    }

    /// <summary>The text; null where there is a fault.</summary>
    public SourceText? Text { get; }

    /// <summary>The path of the file, with forward slashes.</summary>
    public string Path { get; }

    /// <summary>The path of the file behind the links of that path.</summary>
    public string RealPath { get; }

    /// <summary>Why the file could not be read; null where it could.</summary>
    public FileFault? Fault { get; }

    /// <summary>Reads the lines that every text begins with. The text of a binary file is never asked for: the compiler would refuse to give it.</summary>
    /// <param name="file">An additional file.</param>
    /// <param name="extension">The extension of the binary file.</param>
    /// <param name="version">The first line of the text.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static ConvertedText Read(AdditionalText file, string extension, string version, CancellationToken cancellationToken)
    {
        if (file.Path.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
        {
            return Refused(file.Path, NotConverted, "The compiler got the file itself, and not the text that the MSBuild targets of the package Mlp make of it: import these targets.");
        }

        if (file.GetText(cancellationToken) is not { } text)
        {
            return Refused(file.Path, "Unreadable", "The file cannot be read.");
        }

        TextLineCollection lines = text.Lines;
        if (lines.Count < LinesBefore || lines[0].ToString() != version || After("file ", lines[1].ToString()) is not { } path)
        {
            return Refused(file.Path, NotConverted, OtherVersion);
        }

        string real = path;
        for (int line = LinesBefore; line < lines.Count; line++)
        {
            string words = lines[line].ToString();
            real = line == LinesBefore ? After("real ", words) ?? real : real;
            if (FaultOf("fault ", words) is { } fault)
            {
                return new ConvertedText(null, path, real, fault);
            }

            if (!IsBeforeContent(words))
            {
                break;
            }
        }

        return new ConvertedText(text, path, real, null);
    }

    /// <summary>The same file, whose text this version of the generator does not understand.</summary>
    public ConvertedText AsOfOtherVersion() => new(null, Path, RealPath, new FileFault(NotConverted, OtherVersion));

    /// <summary>What stands behind a word at the beginning of a line; null where the line begins otherwise.</summary>
    public static string? After(string word, string line) => line.StartsWith(word, StringComparison.Ordinal) ? line.Substring(word.Length) : null;

    /// <summary>A code and a message behind a word; null where there is none.</summary>
    public static FileFault? FaultOf(string word, string line)
    {
        int space = After(word, line)?.IndexOf(' ') ?? -1;
        return space < 0 ? null : new FileFault(line.Substring(word.Length, space), line.Substring(word.Length + space + 1).TrimEnd());
    }

    private static bool IsBeforeContent(string line) => line.StartsWith("real ", StringComparison.Ordinal) || line.StartsWith("content ", StringComparison.Ordinal) || line.StartsWith("data ", StringComparison.Ordinal);

    private static ConvertedText Refused(string path, string code, string message) => new(null, path, path, new FileFault(code, message));

    private static string Normal(string path) => path.Replace('\\', '/');
}
