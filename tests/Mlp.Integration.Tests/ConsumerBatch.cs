using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security;
using System.Threading.Tasks;

namespace Mlp.Integration.Tests;

/// <summary>Copies of one consumer, each with settings of its own, all built in one run of the SDK: a run for each takes three times as long.</summary>
internal sealed class ConsumerBatch : IDisposable
{
    private readonly string _name;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlp-consumers-");
    private readonly List<(Consumer Consumer, string[] Properties)> _members = [];

    /// <param name="name">The consumer.</param>
    public ConsumerBatch(string name) => _name = name;

    /// <summary>What the run printed, for who wants to know why something was not said.</summary>
    public string Output { get; private set; } = "";

    /// <summary>Adds a copy.</summary>
    /// <param name="properties">What the command line would set with -p:, without it.</param>
    /// <returns>The copy, whose files may be changed before the build.</returns>
    public Consumer Add(params string[] properties)
    {
        var consumer = new Consumer(_name);
        _members.Add((consumer, properties));
        return consumer;
    }

    /// <summary>Builds all of them, whether one fails or not.</summary>
    /// <returns>What was said of each, as often as it was said.</returns>
    public async Task<IReadOnlyDictionary<Consumer, IReadOnlyList<Complaint>>> Build()
    {
        string project = Path.Combine(_folder.FullName, "All.proj");
        string log = Path.Combine(_folder.FullName, "said.txt");
        await File.WriteAllTextAsync(project, Project());

        // The log, not the console: that repeats at the end what it said.
        ChildRun run = await Consumer.Build(project, $"-flp:LogFile={log};NoSummary;Verbosity=quiet");
        Output = run.Output;
        ILookup<string, Complaint> said = Complaint.In(File.Exists(log) ? await File.ReadAllTextAsync(log) : "").ToLookup(complaint => complaint.Project);
        return _members.ToDictionary(
            member => member.Consumer,
            member => (IReadOnlyList<Complaint>)[.. said[member.Consumer.Project]]);
    }

    public void Dispose()
    {
        _members.ForEach(member => member.Consumer.Dispose());
        _folder.Delete(recursive: true);
    }

    private string Project() =>
        $"""
        <Project>
          <ItemGroup>
        {string.Join('\n', _members.Select(member => $"    <Consumer Include=\"{member.Consumer.Project}\" AdditionalProperties=\"{SecurityElement.Escape(string.Join(';', member.Properties))}\" />"))}
          </ItemGroup>
          <Target Name="Build">
            <MSBuild Projects="@(Consumer)" Targets="Restore" Properties="MSBuildRestoreSessionId=restore" />
            <MSBuild Projects="@(Consumer)" Targets="Build" ContinueOnError="true" />
          </Target>
        </Project>
        """;
}
