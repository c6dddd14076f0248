using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace Mlp.Package.Tests;

/// <summary>README leads from an empty folder to a first prediction, by hand and by the template: the script takes its examples and does what it says.</summary>
[Collection(PackageCollection.Name)]
public sealed class NewcomerTests(PackedPackage package)
{
    private static readonly string Script = Path.Combine(Repository.Root, "eng", "newcomer.sh");

    [Fact]
    public async Task The_first_predictions_are_what_README_says()
    {
        ChildRun run = await ChildRun.StartProgram("bash", [Script, package.Feed], BuildEnvironment.Variables);

        run.ExitCode.ShouldBe(0, run.Output);
        run.Lines.ShouldContain("by_hand: 2", run.Output);
        Readme.ShouldContain("a flower of class 2");
        run.Lines.ShouldContain(line => line.StartsWith("by_template: virginica, p = 0.8", StringComparison.Ordinal), run.Output);
        Readme.ShouldContain("\ndotnet run --project Flowers -- predict 6.5 3.0 5.5 1.8\n");
        Readme.ShouldContain("virginica, p = 0.88");
    }

    [Fact]
    public void The_script_types_what_README_says()
    {
        string[] typed = [.. File.ReadAllLines(Script).Select(line => line.Trim()).Where(line => line.StartsWith("dotnet ", StringComparison.Ordinal))];

        typed.Length.ShouldBe(8);
        typed.ShouldAllBe(line => Readme.Contains($"\n{line}\n"));
    }

    private static string Readme => File.ReadAllText(Path.Combine(Repository.Root, "README.md")).ReplaceLineEndings("\n");
}
