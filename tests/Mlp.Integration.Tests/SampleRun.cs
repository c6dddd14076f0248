using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;
using Shouldly;

namespace Mlp.Integration.Tests;

/// <summary>A sample that ran to its end, and the pictures it wrote, which are deleted with it.</summary>
internal sealed class SampleRun : IDisposable
{
    private readonly DirectoryInfo _folder;

    private SampleRun(ChildRun run, DirectoryInfo folder)
    {
        Output = run.Output;
        Lines = run.Lines;
        _folder = folder;
    }

    /// <summary>All that it printed.</summary>
    public string Output { get; }

    /// <summary>What it printed, line by line, without empty lines at the end.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>Runs a sample with a seed, and with a folder for those that draw.</summary>
    public static async Task<SampleRun> Of(string sample, int seed = 0, IReadOnlyDictionary<string, string?>? environment = null)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("mlp-sample-");
        ChildRun run = await ChildRun.Start([BuiltFiles.Sample(sample), seed.ToString(CultureInfo.InvariantCulture), folder.FullName], environment);
        run.ExitCode.ShouldBe(0, run.Output);
        return new SampleRun(run, folder);
    }

    /// <summary>The number in the last line, which is "name: number".</summary>
    public double LastNumber(string name)
    {
        Lines[^1].ShouldStartWith(name + ": ", Case.Sensitive, Output);
        return double.Parse(Lines[^1].AsSpan(name.Length + 2), CultureInfo.InvariantCulture);
    }

    /// <summary>The numbers of a table's row that begins with a name.</summary>
    public double[] Row(string name)
    {
        string[] cells = [.. Lines.Select(Cells).Single(cells => cells.Length > 1 && cells[0] == name)];
        return [.. cells.Skip(1).Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))];
    }

    /// <summary>A picture that it wrote.</summary>
    public XElement Picture(string file) => XElement.Load(Path.Combine(_folder.FullName, file));

    /// <summary>The same output wherever it ran and however long it took.</summary>
    public IEnumerable<string> LinesWithout(string part) =>
        Lines.Where(line => !line.Contains(part, StringComparison.Ordinal)).Select(line => line.Replace(_folder.FullName, "", StringComparison.Ordinal));

    public void Dispose() => _folder.Delete(recursive: true);

    private static string[] Cells(string line) => line.Split('│', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
