using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Shouldly;
using Xunit;

namespace Mlp.Integration.Tests;

/// <summary>What the pages show compiles in the project that a user would make.</summary>
public sealed class DocumentationTests
{
    [Fact]
    public async Task Every_example_compiles()
    {
        using var consumer = new Consumer("Documentation");
        string[] layers = [.. Directory.EnumerateFiles(BuiltFiles.Beside("Pages", "layers")).Select(Path.GetFileName).Order(StringComparer.Ordinal).Select(page => "layers/" + page)];
        layers.Length.ShouldBeGreaterThan(5);
        string[] pages = ["README.md", "common-tasks.md", "weights.md", "initial-parameters.md", "from-scikit-learn.md", "from-keras.md", "layers.md", "in-a-game.md", "searches.md", .. layers];
        Example[] examples = [.. pages.SelectMany(page => Example.On(page))];
        examples.Select(example => example.Page).Distinct().ShouldBe(pages);
        examples.Count(example => example.Page == "README.md").ShouldBeGreaterThan(1);
        examples.Count(example => example.Page == "common-tasks.md").ShouldBeGreaterThan(1);
        foreach (Example example in examples)
        {
            consumer.Write(example.FileName, example.ToSourceFile());
        }

        ChildRun build = await consumer.Build(
            "-p:CsvHelper=" + BuiltFiles.Beside("CsvHelper.dll"), "-p:MlpPlots=" + BuiltFiles.Product("Mlp.Plots"), "-p:SearchFolder=" + Path.GetDirectoryName(BuiltFiles.Sample("Search")));

        // An example may define what it does not call.
        Consumer.Complaints(build).Where(complaint => complaint.Id is not "CS8321").ShouldBeEmpty(build.Output);
        build.ExitCode.ShouldBe(0, build.Output);
    }

    [Fact]
    public void The_numbers_of_README_are_those_of_the_measurements()
    {
        string[] measured = File.ReadAllLines(BuiltFiles.Beside("Pages", "performance.md"));
        string[][] shown =
        [
            .. File.ReadAllLines(BuiltFiles.Beside("Pages", "README.md"))
                .SkipWhile(line => line != "## Beside others")
                .Skip(1)
                .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
                .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && line[2] != '|')
                .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)),
        ];

        shown.Length.ShouldBeGreaterThan(3);
        foreach (string[] row in shown)
        {
            // The widest vectors stand first on the page, and ratios in brackets behind the times.
            string[] times = [.. measured.First(line => line.StartsWith($"| {row[0]} | ", StringComparison.Ordinal) && line.Contains('×'))
                .Split('|', StringSplitOptions.TrimEntries).Select(cell => cell.Split(' ')[0])];
            row[1..].Where(time => time is not "–").ShouldBeSubsetOf(times, row[0]);
        }
    }

    /// <summary>The scripts made, or checked, the weight files that other tests load: what the page says is what was run.</summary>
    [Fact]
    public void Every_recipe_in_Python_is_part_of_a_script()
    {
        string[] scripts = [.. Directory.EnumerateFiles(BuiltFiles.Beside("Scripts"), "*.py", SearchOption.AllDirectories).Select(File.ReadAllText)];
        Example[] recipes = [.. Example.On("weights.md", "python")];

        recipes.Length.ShouldBeGreaterThan(4);
        recipes.Where(recipe => !scripts.Any(recipe.IsPartOf)).Select(recipe => recipe.Code).ShouldBeEmpty();
    }
}
