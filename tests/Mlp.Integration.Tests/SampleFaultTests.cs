using System;
using System.IO;
using System.Threading.Tasks;
using Shouldly;
using Xunit;

namespace Mlp.Integration.Tests;

/// <summary>Samples say in a line what is wrong with their arguments or their data, and fail.</summary>
public sealed class SampleFaultTests
{
    [Theory]
    [InlineData("CartPole")]
    [InlineData("Counts")]
    [InlineData("Digits")]
    [InlineData("Iris")]
    [InlineData("MackeyGlass")]
    [InlineData("UniversalApproximation")]
    public async Task A_seed_is_a_whole_number(string sample)
    {
        ChildRun run = await ChildRun.Start([BuiltFiles.Sample(sample), "-1"]);

        run.ExitCode.ShouldBe(2, run.Output);
        run.Lines.ShouldBe(["\"-1\" is no seed: write a whole number, 0 or more."]);
    }

    [Theory]
    [InlineData("Iris", "iris.csv", "petal_width")]
    [InlineData("Digits", "digits.csv", "p07")]
    public async Task A_value_that_is_missing_is_named_by_line_and_column(string sample, string file, string column)
    {
        string program = BuiltFiles.Sample(sample);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("mlp-sample-");
        foreach (string part in Directory.GetFiles(Path.GetDirectoryName(program)!))
        {
            File.Copy(part, Path.Combine(folder.FullName, Path.GetFileName(part)));
        }

        string data = Path.Combine(folder.FullName, file);
        string[] lines = await File.ReadAllLinesAsync(data);
        string[] headings = lines[0].Split(',');
        string[] values = lines[10].Split(',');
        values[Array.IndexOf(headings, column)] = "NA";
        lines[10] = string.Join(',', values);
        await File.WriteAllLinesAsync(data, lines);

        ChildRun run = await ChildRun.Start([Path.Combine(folder.FullName, Path.GetFileName(program)), "0", folder.FullName]);

        folder.Delete(recursive: true);
        run.ExitCode.ShouldBe(1, run.Output);
        run.Lines.ShouldHaveSingleItem().ShouldStartWith($"{file}, line 11, column {column}: \"NA\" is no number");
    }
}
