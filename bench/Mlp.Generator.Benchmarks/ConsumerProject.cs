using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;

namespace Mlp.Generator.Benchmarks;

/// <summary>A user's project with twenty networks, in a temporary folder.</summary>
public sealed class ConsumerProject : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlp-build-");
    private int _edits;

    /// <summary>Writes and restores the project.</summary>
    public ConsumerProject(ConsumerKind kind)
    {
        string analyzer = kind == ConsumerKind.WithoutGenerator ? "" : $"<Analyzer Include=\"{typeof(MlpGenerator).Assembly.Location}\" />";
        string networks = kind == ConsumerKind.Apart ? "Networks" : "";
        if (kind == ConsumerKind.Apart)
        {
            Directory.CreateDirectory(Path.Combine(_folder.FullName, networks));
            WriteProject(Path.Combine(networks, "Networks.csproj"), analyzer);
            WriteProject("Consumer.csproj", "<ProjectReference Include=\"Networks/Networks.csproj\" /><Compile Remove=\"Networks/**\" />");
        }
        else
        {
            WriteProject("Consumer.csproj", analyzer);
        }

        foreach (string shared in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
        {
            // Whatever stands above the temporary folder is none of this project's business.
            Write(shared, "<Project />");
        }

        for (int index = 0; index < KnownShapes.Twenty.Length; index++)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"Net{index}");
            Write(Path.Combine(networks, name + ".cs"), KnownShapes.Twenty[index].Declare(name, trains: kind != ConsumerKind.Predicting));
        }

        Edit();
        Dotnet.Run(["restore", Path.Combine(_folder.FullName, "Consumer.csproj")]);
    }

    /// <summary>How many bytes the built assembly has.</summary>
    public long AssemblyBytes => new FileInfo(Path.Combine(_folder.FullName, "bin", "Release", "net10.0", "Consumer.dll")).Length;

    /// <summary>Changes a file that has nothing to do with networks, and builds; the answer is the build's time alone.</summary>
    /// <param name="sharesCompiler">Whether the compiler may be a server that has compiled before, as it is by default.</param>
    public TimeSpan Build(bool sharesCompiler)
    {
        Edit();
        List<string> arguments = ["build", Path.Combine(_folder.FullName, "Consumer.csproj"), "--no-restore", "-c", "Release", "-nologo", "-v:quiet", "-tl:off"];
        if (!sharesCompiler)
        {
            arguments.Add("-p:UseSharedCompilation=false");
        }

        return Dotnet.Run(arguments);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Edit() => Write("Edited.cs", string.Create(
        CultureInfo.InvariantCulture, $"namespace Networks; public static class Edited {{ public const int Count = {_edits++}; }}"));

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder.FullName, file), text);

    private void WriteProject(string file, string items) => Write(file, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <RestoreSources>$(MSBuildThisFileDirectory)</RestoreSources>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{typeof(MlpAttribute).Assembly.Location}" />
                {items}
              </ItemGroup>
            </Project>
            """);
}
