using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Xunit;

namespace Mlp.Integration.Tests;

/// <summary>A consumer whose declarations are wrong, built with whatever analyzers can be switched off by.</summary>
public sealed partial class VoiceBuilds : IAsyncLifetime
{
    private const string Global = ".globalconfig";
    private const string Editor = ".editorconfig";

    private readonly ConsumerBatch _batch = new("Wrong");
    private readonly Dictionary<string, Consumer> _consumers = [];

    private IReadOnlyDictionary<Consumer, IReadOnlyList<Complaint>> _said = null!;

    /// <summary>Properties of the command line, the file that has severities, and the severities; both empty for none.</summary>
    internal static IReadOnlyList<(string Properties, string File, string Severities)> Switches { get; } =
    [
        ("", "", ""),
        ("RunAnalyzers=false", "", ""),
        ("RunAnalyzers=true RunAnalyzersDuringBuild=false", "", ""),
        ("RunAnalyzersDuringBuild=false", "", ""),
        ("IsImplicitlyTriggeredBuild=true TreatWarningsAsErrors=false", "", ""),
        ("RunAnalyzersDuringLiveAnalysis=false", "", ""),
        .. InEitherFile("", "dotnet_analyzer_diagnostic.severity = none"),
        .. InEitherFile("", "dotnet_analyzer_diagnostic.severity = silent"),
        .. InEitherFile("", "dotnet_analyzer_diagnostic.severity = suggestion"),
        .. InEitherFile("", "dotnet_analyzer_diagnostic.severity = warning"),
        .. InEitherFile("", "dotnet_analyzer_diagnostic.category-Mlp.Network.severity = none"),
        .. InEitherFile("", "dotnet_analyzer_diagnostic.severity = none\ndotnet_analyzer_diagnostic.category-Mlp.Network.severity = error"),
        .. InEitherFile("", "dotnet_analyzer_diagnostic.severity = none\ndotnet_diagnostic.MLP0014.severity = error\ndotnet_diagnostic.MLP0010.severity = warning"),
        .. InEitherFile("RunAnalyzers=false", "dotnet_analyzer_diagnostic.severity = none"),
    ];

    /// <summary>Who may speak where the user has a word of his own about some diagnostics.</summary>
    internal static IReadOnlyList<string> SwitchesOfOwnWords { get; } = ["", "RunAnalyzers=false"];

    /// <summary>Where a declaration is wrong, and what is to be said of it: the source says so.</summary>
    internal IReadOnlyList<(string File, int Line, string Id)> Expected =>
    [
        .. from line in File.ReadAllLines(Path.Combine(_consumers[""].Folder, "Program.cs")).Index()
           let id = Id().Match(line.Item)
           where id.Success
           select ("Program.cs", line.Index + 1, id.Groups[1].Value),
    ];

    /// <summary>What the run of all builds printed.</summary>
    internal string Output => _batch.Output;

    /// <summary>What was said under a switch.</summary>
    internal IReadOnlyList<(string File, int Line, string Id)> Said(string properties, string file, string severities) => Places(properties + file + severities);

    /// <summary>What was said beside the user's own words.</summary>
    internal IReadOnlyList<(string File, int Line, string Id)> SaidBesideOwnWords(string properties) => Places("own" + properties);

    public async Task InitializeAsync()
    {
        foreach ((string properties, string file, string severities) in Switches)
        {
            Consumer consumer = _consumers[properties + file + severities] = _batch.Add(properties.Split(' '));
            if (file.Length > 0)
            {
                consumer.Write(file, (file == Global ? "is_global = true\n" : "root = true\n[*.cs]\n") + severities);
            }
        }

        foreach (string properties in SwitchesOfOwnWords)
        {
            Consumer consumer = _consumers["own" + properties] = _batch.Add(["NoWarn=MLP0021", .. properties.Split(' ')]);
            consumer.Write(Editor, "root = true\n[*.cs]\ndotnet_diagnostic.MLP0014.severity = none\ndotnet_diagnostic.MLP0010.severity = warning");
            string program = await File.ReadAllTextAsync(Path.Combine(consumer.Folder, "Program.cs"));
            consumer.Write("Program.cs", program.Replace("internal sealed class Closed; // MLP0001", "#pragma warning disable MLP0001\ninternal sealed class Closed;"));
        }

        _said = await _batch.Build();
    }

    public Task DisposeAsync()
    {
        _batch.Dispose();
        return Task.CompletedTask;
    }

    private static IEnumerable<(string Properties, string File, string Severities)> InEitherFile(string properties, string severities) =>
        [(properties, Global, severities), (properties, Editor, severities)];

    private IReadOnlyList<(string File, int Line, string Id)> Places(string consumer) => [.. _said[_consumers[consumer]].Select(complaint => complaint.Place)];

    [GeneratedRegex(@"// (MLP\d{4})$")]
    private static partial Regex Id();
}
