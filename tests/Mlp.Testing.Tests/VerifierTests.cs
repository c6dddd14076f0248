using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Shouldly;
using Xunit;
using static Mlp.Testing.Verifier;

namespace Mlp.Testing.Tests;

/// <summary>The stand-in keeps Verify's conventions: names, files, messages and acceptance.</summary>
public sealed class VerifierTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("mlp-verifier-").FullName;

    private string Snapshots => Path.Combine(_directory, "Snapshots");

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task A_new_source_is_received_and_reported()
    {
        VerifyException thrown = await Should.ThrowAsync<VerifyException>(() => Check(("A.g.cs", "class A;")));

        thrown.Message.ShouldStartWith(
            $"Directory: {Snapshots}\nNew:\n  - Received: NetTests.Method#A.g.received.cs\n    Verified: NetTests.Method#A.g.verified.cs\n");
        File.ReadAllBytes(Path.Combine(Snapshots, "NetTests.Method#A.g.received.cs"))
            .ShouldBe([.. Encoding.UTF8.Preamble, .. "//HintName: A.g.cs\nclass A;"u8]);
    }

    [Fact]
    public async Task An_equal_source_passes_and_old_received_files_go()
    {
        Write("NetTests.Method#A.g.verified.cs", "//HintName: A.g.cs\nclass A;");
        Write("NetTests.Method#Old.g.received.cs", "");

        await Check(("A.g.cs", "class A;"));

        Directory.GetFiles(Snapshots).Select(Path.GetFileName).ShouldBe(["NetTests.Method#A.g.verified.cs"]);
    }

    [Fact]
    public async Task Different_and_left_over_files_are_reported_with_the_first_difference()
    {
        Write("NetTests.Method#A.g.verified.cs", "//HintName: A.g.cs\nclass A;\nclass B;");
        Write("NetTests.Method#Gone.g.verified.cs", "//HintName: Gone.g.cs\n");

        VerifyException thrown = await Should.ThrowAsync<VerifyException>(() => Check(("A.g.cs", "class A;\nclass C;")));

        thrown.Message.ShouldBe(
            $"Directory: {Snapshots}\nNotEqual:\n  - Received: NetTests.Method#A.g.received.cs\n    Verified: NetTests.Method#A.g.verified.cs\n"
            + "Delete:\n  - NetTests.Method#Gone.g.verified.cs\n\nNetTests.Method#A.g.verified.cs, line 3:\n- class B;\n+ class C;\n");
    }

    [Fact]
    public async Task Several_sources_are_compared_together()
    {
        Write("NetTests.Method#A.g.verified.cs", "//HintName: A.g.cs\nclass A;");
        Write("NetTests.Method#A.V512.g.verified.cs", "//HintName: A.V512.g.cs\nclass V;");

        await Check(("A.V512.g.cs", "class V;"), ("A.g.cs", "class A;"));
    }

    [Fact]
    public async Task The_version_of_the_generator_is_scrubbed()
    {
        Write("NetTests.Method#A.g.verified.cs", "//HintName: A.g.cs\n[System.CodeDom.Compiler.GeneratedCode(\"Mlp\", \"{Scrubbed}\")] class A;");

        await Check(("A.g.cs", "[System.CodeDom.Compiler.GeneratedCode(\"Mlp\", \"1.2.3\")] class A;"));
    }

    [Fact]
    public async Task Parameters_are_part_of_the_name()
    {
        string hidden = "ReLU";
        int size = 3;
        Write("NetTests.Method_hidden=ReLU_size=3#A.g.verified.cs", "//HintName: A.g.cs\nclass A;");

        await Verify(Run(("A.g.cs", "class A;")), SourceFile, "Method").UseParameters(hidden, size);
    }

    [Fact]
    public async Task A_prefix_is_used_once()
    {
        Write("NetTests.Method#A.g.verified.cs", "//HintName: A.g.cs\nclass A;");
        await Check(("A.g.cs", "class A;"));

        (await Should.ThrowAsync<VerifyException>(() => Check(("A.g.cs", "class A;")))).Message.ShouldContain("already been used");
    }

    [Fact]
    public async Task Code_that_does_not_compile_is_no_snapshot()
    {
        InvalidOperationException thrown = await Should.ThrowAsync<InvalidOperationException>(() => Check(("A.g.cs", "class A { int x = y; }")));

        thrown.Message.ShouldContain("CS0103");
        Directory.Exists(Snapshots).ShouldBeFalse();
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("true", false)]
    public async Task Accepting_writes_and_deletes_verified_files_but_never_in_ci(string ci, bool accepted)
    {
        string? before = Environment.GetEnvironmentVariable("CI");
        Write("NetTests.Method#Gone.g.verified.cs", "");
        Environment.SetEnvironmentVariable("CI", ci);
        Environment.SetEnvironmentVariable("MLP_ACCEPT_SNAPSHOTS", "1");
        try
        {
            (await Record.ExceptionAsync(() => Check(("A.g.cs", "class A;"))) is null).ShouldBe(accepted);
        }
        finally
        {
            Environment.SetEnvironmentVariable("CI", before);
            Environment.SetEnvironmentVariable("MLP_ACCEPT_SNAPSHOTS", null);
        }

        Directory.GetFiles(Snapshots).Select(Path.GetFileName).ShouldBe(
            [accepted ? "NetTests.Method#A.g.verified.cs" : "NetTests.Method#Gone.g.verified.cs"]);
    }

    private string SourceFile => Path.Combine(_directory, "NetTests.cs");

    private static GeneratorDriver Run(params (string Hint, string Text)[] files)
    {
        Dictionary<string, string> sources = files.ToDictionary(file => file.Hint, file => file.Text);
        return GeneratorHarness.Run(new StubGenerator(sources), HarnessOptions.Default, "").Driver;
    }

    private async Task Check(params (string Hint, string Text)[] files) => await Verify(Run(files), SourceFile, "Method");

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Snapshots);
        File.WriteAllText(Path.Combine(Snapshots, name), text, new UTF8Encoding(true));
    }
}
