using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Shouldly;
using Xunit;

namespace Mlp.Testing.Tests;

/// <summary>The harness compiles, runs a generator, tells what was said, and loads the result.</summary>
public sealed class GeneratorHarnessTests
{
    [Fact]
    public void A_generated_member_can_be_loaded_and_called()
    {
        GeneratorRun run = Run("partial class A { public static int Answer() => 42; }", HarnessOptions.Strict);

        using LoadedAssembly loaded = run.AssertClean().Load();

        loaded.Type("A").GetMethod("Answer")!.Invoke(null, null).ShouldBe(42);
    }

    [Fact]
    public void References_include_the_runtime_and_no_test_framework()
    {
        string[] names = [.. GeneratorHarness.References.Select(reference => reference.Display!)];
        names.ShouldContain(name => name.EndsWith("Mlp.Runtime.dll", StringComparison.Ordinal));
        names.ShouldContain(name => name.EndsWith("System.Runtime.dll", StringComparison.Ordinal));
        names.ShouldNotContain(name => name.Contains("xunit", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_warning_in_generated_code_is_a_complaint()
    {
        GeneratorRun run = Run("partial class A { private int _unused; }", HarnessOptions.Default);

        run.Complaints.ShouldHaveSingleItem().Severity.ShouldBe(DiagnosticSeverity.Warning);
        Should.Throw<InvalidOperationException>(() => run.AssertClean()).Message.ShouldContain("_unused");
    }

    [Fact]
    public void Options_reach_the_compiler()
    {
        const string Overflow = "partial class A { public static int Next(int i) => i + 1; }";
        using LoadedAssembly loaded = Run(Overflow, HarnessOptions.Strict).Load();

        Exception? thrown = Record.Exception(() => loaded.Type("A").GetMethod("Next")!.Invoke(null, [int.MaxValue]));

        thrown!.InnerException.ShouldBeOfType<OverflowException>();
    }

    [Fact]
    public void A_run_is_found_by_its_driver()
    {
        GeneratorRun run = Run("partial class A;", HarnessOptions.Default);
        GeneratorRun.Of(run.Driver).ShouldBeSameAs(run);
        run.Source("A.g.cs").ShouldBe("partial class A;");
    }

    private static GeneratorRun Run(string generated, HarnessOptions options) => GeneratorHarness.Run(
        new StubGenerator(new Dictionary<string, string> { ["A.g.cs"] = generated }),
        options,
        "public partial class A;");
}
