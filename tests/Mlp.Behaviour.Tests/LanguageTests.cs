using System.Collections.Generic;
using System.Linq;
using Mlp.Testing;
using Shouldly;
using Xunit;

namespace Mlp.Behaviour.Tests;

/// <summary>What is public can be called from other languages too, from Visual Basic above all.</summary>
public sealed class LanguageTests
{
    [Fact]
    public void No_two_public_types_differ_by_case_alone() =>
        PublicSurface.Confusions(PublicSurface.Of(typeof(MlpAttribute).Assembly)).ShouldBeEmpty();

    [Fact]
    public void No_two_public_members_differ_by_case_and_no_two_overloads_by_ref_alone() =>
        PublicSurface.Of(typeof(MlpAttribute).Assembly).SelectMany(PublicSurface.Confusions).ShouldBeEmpty();

    [Fact]
    public void Nor_do_two_emitted_members() =>
        NetworkCatalogue.AnnotatedTypes.SelectMany(PublicSurface.Confusions).ShouldBeEmpty();

    [Fact]
    public void The_rules_find_what_they_look_for()
    {
        IReadOnlyList<string> found = PublicSurface.Confusions(typeof(Confusing));
        found.Count.ShouldBe(3);
        found[0].ShouldEndWith("Value and value differ by case alone");
        found[1].ShouldContain("differ by ref, in or out alone");
        found[2].ShouldContain("Pair");
        PublicSurface.Confusions([typeof(Confusing), typeof(CONFUSING)]).Count.ShouldBe(1);
    }

    /// <summary>All that is not to be.</summary>
    private sealed class Confusing
    {
        public static int Value => 1;

        public static int value() => 1;

        public static void Call(int number) => _ = number;

        public static void Call(ref int number) => number++;

        public static void Call(string number) => _ = number;

        public static void Pair(int a, int A) => _ = a + A;
    }

    /// <summary>The same name but for case.</summary>
    private static class CONFUSING;
}
