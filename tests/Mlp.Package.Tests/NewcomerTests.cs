using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace Mlp.Package.Tests;

/// <summary>README leads from an empty folder to a first prediction: the script takes its examples and does what it says.</summary>
[Collection(PackageCollection.Name)]
public sealed class NewcomerTests(PackedPackage package)
{
    private static readonly string Script = Path.Combine(Surroundings.Repository, "eng", "newcomer.sh");

    [Fact]
    public async Task The_first_prediction_is_what_README_says()
    {
        ChildRun run = await ChildRun.StartProgram("bash", [Script, package.Feed], BuildEnvironment.Variables);

        run.ExitCode.ShouldBe(0, run.Output);
        run.Lines.ShouldContain("prediction: 2", run.Output);
        Readme.ShouldContain("a flower of class 2");
    }

    [Fact]
    public void The_script_types_what_README_says()
    {
        string[] typed = [.. File.ReadAllLines(Script).Where(line => line.StartsWith("dotnet ", StringComparison.Ordinal))];

        typed.ShouldBe(["dotnet new console -o Flowers", "dotnet add package Mlp --source \"$feed\""]);
        Readme.ShouldContain("\ndotnet new console -o Flowers\n");
        Readme.ShouldContain("\ndotnet add package Mlp --source ");
    }

    private static string Readme => File.ReadAllText(Path.Combine(Surroundings.Repository, "README.md")).ReplaceLineEndings("\n");
}
