using System;
using System.Linq;
using Mlp.Crowds;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Crowds;

/// <summary>Gathered rows are what a plain loop writes.</summary>
public sealed class CrowdInputsTests
{
    internal static CrowdInputs<Creature> Senses { get; } = new CrowdInputs<Creature>()
        .Add((ref Creature c) => ref c.Position.X, scale: 2, offset: -0.5f)
        .AddOneHot((ref Creature c) => ref c.Kind, 3)
        .Add((ref Creature c) => ref c.Food, scale: 0.1f)
        .Add((ref Creature c) => ref c.IsHurt)
        .AddConstant(1)
        .Add((ref Creature c) => ref c.Age, scale: 1f / 255);

    internal static float[] Expected(in Creature c) =>
    [
        (c.Position.X * 2) + -0.5f,
        c.Kind == Kind.Plant ? 1 : 0,
        c.Kind == Kind.Prey ? 1 : 0,
        c.Kind == Kind.Predator ? 1 : 0,
        (c.Food * 0.1f) + 0,
        c.IsHurt ? 1 : 0,
        1,
        (c.Age * (1f / 255)) + 0,
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(600)]
    public void Rows_are_those_of_a_plain_loop(int count)
    {
        Creature[] creatures = Creature.Some(count);
        float[] rows = new float[(count * 8) + 2];
        rows[0] = rows[^1] = -99;
        Senses.Gather(creatures, rows.AsSpan(1, count * 8));

        Senses.Count.ShouldBe(8);
        rows[1..^1].ShouldBe(creatures.SelectMany(creature => Expected(creature)));
        rows[0].ShouldBe(-99);
        rows[^1].ShouldBe(-99);
    }

    [Fact]
    public void Rows_of_some_agents_are_theirs_in_the_order_of_the_indices()
    {
        Creature[] creatures = Creature.Some(600);
        int[] indices = [.. Enumerable.Range(0, 300).Select(index => (index * 7) % 600), 599, 599];
        float[] rows = new float[indices.Length * 8];
        Senses.Gather(creatures, indices, rows);

        rows.ShouldBe(indices.SelectMany(index => Expected(creatures[index])));
    }

    [Fact]
    public void What_does_not_fit_is_refused_before_anything_is_written()
    {
        Creature[] creatures = Creature.Some(4);
        float[] rows = new float[32];

        Should.Throw<ArgumentException>(() => Senses.Gather(creatures, new float[31])).Message.ShouldContain("length 31, but must have length 32");
        Should.Throw<ArgumentException>(() => Senses.Gather(creatures, [0, 4], new float[16])).Message.ShouldContain("has 4 at index 1 (counted from 0), but there are 4 agents");
        Should.Throw<ArgumentException>(() => Senses.Gather(creatures, [-1], new float[8]));
        creatures[3].Kind = (Kind)3;
        Should.Throw<ArgumentException>(() => Senses.Gather(creatures, rows)).Message.ShouldContain("Agent 3 has 3 in a field that is gathered as one of 3");
        rows.ShouldAllBe(value => value == 0);
    }

    [Fact]
    public void A_field_that_is_no_integer_has_no_one_hot()
    {
        Should.Throw<ArgumentException>(() => new CrowdInputs<Creature>().AddOneHot((ref Creature c) => ref c.Turn, 3)).Message.ShouldContain("is a Single, but must be an integer of 32 bits at most");
        Should.Throw<ArgumentOutOfRangeException>(() => new CrowdInputs<Creature>().AddOneHot((ref Creature c) => ref c.Kind, 0));
    }

    [Fact]
    public void Gathering_allocates_nothing()
    {
        Creature[] creatures = Creature.Some(100);
        int[] indices = [1, 5, 99];
        float[] rows = new float[800];

        Allocations.Of(() =>
        {
            Senses.Gather(creatures, rows);
            Senses.Gather(creatures, indices, rows.AsSpan(0, 24));
        }).ShouldBe(0);
    }
}
