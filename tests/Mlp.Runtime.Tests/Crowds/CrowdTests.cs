using System;
using System.Linq;
using System.Threading.Tasks;
using Mlp.Crowds;
using Mlp.Evolution;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Crowds;

/// <summary>A step of a crowd is what a plain loop over its agents does, bit for bit.</summary>
public sealed class CrowdTests
{
    private static CrowdOutputs<Creature> Acts { get; } = new CrowdOutputs<Creature>()
        .Add((ref Creature c) => ref c.Turn, scale: 3, offset: 1)
        .Add((ref Creature c) => ref c.Effort, new ActionRange(0, 2))
        .AddChoice((ref Creature c) => ref c.Move, 3, (ref Creature c) => ref c.Allowed)
        .AddDraw((ref Creature c) => ref c.Shout, 2, seed: 5);

    private static readonly ActionBranches Branches = new(3, 2);

    [Theory]
    [InlineData(1)]
    [InlineData(300)]
    public void One_network_for_all_is_its_predictions(int count)
    {
        var network = new CrowdBrain(seed: 3);
        Creature[] creatures = Creature.Some(count);
        Creature[] expected = [.. creatures];
        new Crowd<Creature>(CrowdInputsTests.Senses, Acts).Step(network, creatures.AsSpan(), step: 9);

        float[] outputs = new float[7];
        for (int index = 0; index < count; index++)
        {
            network.ForwardBatch(CrowdInputsTests.Expected(expected[index]), outputs);
            Act(ref expected[index], index, outputs, step: 9, count);
        }

        RequireSame(creatures, expected);
    }

    [Fact]
    public void A_network_of_its_own_for_each_is_that_of_the_population()
    {
        using var population = new Population<CrowdBrain>(40, seed: 8);
        Creature[] creatures = Creature.Some(40);
        Creature[] expected = [.. creatures];
        var crowd = new Crowd<Creature>(CrowdInputsTests.Senses, Acts);
        crowd.Step(population, creatures.AsSpan(), step: 1);

        float[] outputs = new float[7];
        for (int index = 0; index < 40; index++)
        {
            population.ToNetwork(index).ForwardBatch(CrowdInputsTests.Expected(expected[index]), outputs);
            Act(ref expected[index], index, outputs, step: 1, 40);
        }

        RequireSame(creatures, expected);

        Creature[] some = Creature.Some(40);
        crowd.Step(population, some.AsSpan(), [39, 3, 17], step: 1);
        foreach (int index in Enumerable.Range(0, 40))
        {
            some[index].Told.ShouldBe(index is 39 or 3 or 17 ? expected[index].Told : Creature.Some(40)[index].Told);
        }
    }

    [Fact]
    public void Some_agents_act_as_they_do_among_all_in_whatever_order()
    {
        var network = new CrowdBrain(seed: 3);
        var crowd = new Crowd<Creature>(CrowdInputsTests.Senses, Acts);
        Creature[] all = Creature.Some(600);
        crowd.Step(network, all.AsSpan(), step: 4);

        int[] odd = [.. Enumerable.Range(0, 300).Select(index => 599 - (2 * index))];
        Creature[] some = Creature.Some(600);
        crowd.Step(network, some.AsSpan(), odd, step: 4);
        Creature[] before = Creature.Some(600);
        for (int index = 0; index < 600; index++)
        {
            some[index].Told.ShouldBe(index % 2 == 1 ? all[index].Told : before[index].Told);
        }
    }

    [Fact]
    public void Threads_that_share_the_agents_do_not_show()
    {
        var network = new CrowdBrain(seed: 3);
        Creature[] all = Creature.Some(600);
        new Crowd<Creature>(CrowdInputsTests.Senses, Acts).Step(network, all.AsSpan(), step: 4);

        Creature[] shared = Creature.Some(600);
        Parallel.For(0, 3, part =>
        {
            int[] indices = [.. Enumerable.Range(0, 200).Select(index => (index * 3) + part)];
            new Crowd<Creature>(CrowdInputsTests.Senses, Acts).Step(network, shared.AsSpan(), indices, step: 4);
        });

        RequireSame(shared, all);
    }

    [Fact]
    public void Nobody_acts_where_somebody_cannot()
    {
        var network = new CrowdBrain(seed: 3);
        var crowd = new Crowd<Creature>(CrowdInputsTests.Senses, Acts);
        Creature[] creatures = Creature.Some(600);
        creatures[599].Allowed = 8;
        Creature[] before = [.. creatures];

        Should.Throw<ArgumentException>(() => crowd.Step(network, creatures.AsSpan(), step: 0)).Message.ShouldContain("Agent 599 may take none of the 3 actions of branch 0");
        RequireSame(creatures, before);
        creatures[599].Allowed = 1;
        before[599].Allowed = 1;
        creatures[599].Kind = before[599].Kind = (Kind)200;
        Should.Throw<ArgumentException>(() => crowd.Step(network, creatures.AsSpan(), step: 0)).Message.ShouldContain("Agent 599 has 200");
        RequireSame(creatures, before);
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        var network = new CrowdBrain(seed: 3);
        using var population = new Population<CrowdBrain>(3);
        var crowd = new Crowd<Creature>(CrowdInputsTests.Senses, Acts);
        Creature[] creatures = Creature.Some(4);
        var fewerInputs = new Crowd<Creature>(new CrowdInputs<Creature>().AddConstant(1), Acts);
        var fewerOutputs = new Crowd<Creature>(CrowdInputsTests.Senses, new CrowdOutputs<Creature>().Skip(6));

        Should.Throw<ArgumentException>(() => fewerInputs.Step(network, creatures.AsSpan(), step: 0)).Message.ShouldContain("gathers 1 inputs, but CrowdBrain has 8");
        Should.Throw<ArgumentException>(() => fewerOutputs.Step(network, creatures.AsSpan())).Message.ShouldContain("scatters 6 outputs, but CrowdBrain has 7");
        Should.Throw<ArgumentException>(() => crowd.Step(population, creatures.AsSpan(), step: 0)).Message.ShouldContain("length 4, but the population has 3 agents");
        Should.Throw<InvalidOperationException>(() => crowd.Step(network, creatures.AsSpan())).Message.ShouldContain("say which step");
        Should.Throw<ArgumentException>(() => Acts.Scatter(new float[27], creatures, step: 0)).Message.ShouldContain("length 27, but must have length 28");
        Should.Throw<ArgumentOutOfRangeException>(() => new CrowdOutputs<Creature>().AddChoice((ref Creature c) => ref c.Age, 257)).Message.ShouldContain("has 256 numbers");
        Should.Throw<ArgumentOutOfRangeException>(() => new CrowdOutputs<Creature>().AddChoice((ref Creature c) => ref c.Move, 33, (ref Creature c) => ref c.Allowed)).Message.ShouldContain("has 32 bits");
    }

    [Fact]
    public void A_step_allocates_nothing_after_the_first()
    {
        var network = new CrowdBrain(seed: 3);
        using var population = new Population<CrowdBrain>(300);
        var crowd = new Crowd<Creature>(CrowdInputsTests.Senses, Acts);
        Creature[] creatures = Creature.Some(300);
        int[] indices = [1, 5, 299];

        Allocations.Of(() =>
        {
            crowd.Step(network, creatures.AsSpan(), step: 1);
            crowd.Step(network, creatures.AsSpan(), indices, step: 2);
            crowd.Step(population, creatures.AsSpan(), step: 3);
            crowd.Step(population, creatures.AsSpan(), indices, step: 4);
        }).ShouldBe(0);
    }

    private static void RequireSame(Creature[] creatures, Creature[] expected) =>
        creatures.Select(creature => creature.Told).ShouldBe(expected.Select(creature => creature.Told));

    /// <summary>What outputs mean to one agent, written down once more.</summary>
    private static void Act(ref Creature creature, int index, float[] outputs, long step, int count)
    {
        creature.Turn = (outputs[0] * 3) + 1;
        creature.Effort = new ActionRange(0, 2).Of(outputs[1]);
        int[] actions = new int[2];
        Branches.Choose(outputs.AsSpan(2, 5), [creature.Allowed, ulong.MaxValue], actions);
        creature.Move = (short)actions[0];

        // Draws know the agent by its place and the output by its number.
        float[] logits = new float[count * 7];
        outputs.AsSpan(5, 2).CopyTo(logits.AsSpan((index * 7) + 5));
        int[] drawn = new int[count];
        ulong[] masks = new ulong[count];
        Array.Fill(masks, 0b1100000UL);
        new ActionBranches(7).Draw(logits, masks, drawn, seed: 5, step);
        creature.Shout = drawn[index] - 5;
    }
}
