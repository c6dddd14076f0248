using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace Mlp.Integration.Tests;

/// <summary>An error or a warning of a build.</summary>
/// <param name="File">The name of the source file, or what speaks where there is none.</param>
/// <param name="Line">Its line; 0 for none.</param>
/// <param name="Id">Which it is.</param>
/// <param name="Project">The path of the project; empty where the build does not say it.</param>
internal sealed partial record Complaint(string File, int Line, string Id, string Project)
{
    /// <summary>All of a log, as often as they are said there, in the order of places.</summary>
    public static IReadOnlyList<Complaint> In(string log) =>
    [
        .. Spoken().Matches(log)
            .Select(match => new Complaint(
                Path.GetFileName(match.Groups["file"].Value),
                match.Groups["line"].Success ? int.Parse(match.Groups["line"].ValueSpan, CultureInfo.InvariantCulture) : 0,
                match.Groups["id"].Value,
                match.Groups["project"].Value))
            .OrderBy(complaint => complaint.Place),
    ];

    /// <summary>Where, and which.</summary>
    public (string File, int Line, string Id) Place => (File, Line, Id);

    // "…/Program.cs(11,5): error MLP0010: … […/Wrong.csproj]", and "CSC : warning CS9057: …" of the compiler as a whole
    [GeneratedRegex(@"^\s*(?<file>[^\r\n(]*?)(\((?<line>\d+),\d+\))? ?: (error|warning) (?<id>[A-Z]+\d+)[^\r\n]*?(\[(?<project>[^\r\n\[\]]+proj)\])?\r?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Spoken();
}
