using System;
using System.Linq;
using System.Runtime.InteropServices;
using Mlp.Crowds;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Crowds;

/// <summary>Choices are the largest allowed outputs, draws have the probabilities of a softmax, ranges keep their ends.</summary>
public sealed class ActionBranchesTests
{
    private static readonly ActionBranches Branches = new(3, 2);

    [Fact]
    public void The_coldest_draw_is_the_largest_and_the_hottest_is_any()
    {
        int[] actions = new int[600];
        float[] logits = [.. Enumerable.Range(0, 600).SelectMany(static _ => (float[])[1, 3e38f, 2])];
        var branch = new ActionBranches(3);
        branch.Draw(logits, actions, seed: 1, step: 0, double.Epsilon);
        actions.ShouldAllBe(static action => action == 1);
        branch.Draw(logits, actions, seed: 1, step: 0, double.MaxValue);
        actions.Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public void Memory_that_is_written_and_read_is_refused()
    {
        float[] numbers = [-1, 0, 1, 0];
        var range = new ActionRange(0, 10);
        Should.Throw<ArgumentException>(() => range.Rescale(numbers.AsSpan(0, 3), numbers.AsSpan(1))).Message.ShouldContain("memory of its own");
        range.Rescale(numbers, numbers);
        numbers.ShouldBe([0, 5, 10, 5]);
        range.Rescale([], []);
        Should.Throw<ArgumentException>(() => new ActionBranches(1).Choose(numbers, MemoryMarshal.Cast<float, int>(numbers.AsSpan()))).Message.ShouldContain("memory of its own");
        Should.Throw<ArgumentException>(() => new ActionBranches(int.MaxValue, 2)).Message.ShouldContain("The actions of all branches");
    }

    [Fact]
    public void A_choice_is_the_first_of_the_largest_of_its_branch()
    {
        float[] outputs = [1, 3, 2, 9, 8, /**/ 5, 5, 5, -1, -1, /**/ float.NegativeInfinity, float.NaN, -9, float.NaN, float.NaN];
        int[] actions = [-7, 0, 0, 0, 0, 0, 0, -7];
        Branches.Choose(outputs, actions.AsSpan(1, 6));

        actions.ShouldBe([-7, 1, 0, 0, 0, 2, 0, -7]);
        (Branches.Count, Branches.Outputs, Branches.SizeOf(1)).ShouldBe((2, 5, 2));
        Should.Throw<ArgumentOutOfRangeException>(() => Branches.SizeOf(2)).Message.ShouldStartWith("There is no branch 2: the 2 branches are counted from 0.");
    }

    [Fact]
    public void What_is_forbidden_is_not_chosen()
    {
        float[] outputs = [1, 3, 2, 9, 8, /**/ float.NaN, 3, 2, 9, 8];
        int[] actions = new int[4];
        Branches.Choose(outputs, [0b101, 0b10, 0b1001, 0b11], actions);
        actions.ShouldBe([2, 1, 0, 0]);

        ulong[] masks = new ulong[4];
        Branches.Pack([true, false, true, false, true, /**/ true, false, false, true, true], masks);
        masks.ShouldBe([0b101UL, 0b10UL, 0b1UL, 0b11UL]);
    }

    [Fact]
    public void A_branch_without_an_action_is_refused_before_anything_is_written()
    {
        int[] actions = [7, 7, 7, 7];

        Should.Throw<ArgumentException>(() => Branches.Choose(new float[10], [1, 1, 1, 0b100], actions)).Message.ShouldContain("Agent 1 may take none of the 2 actions of branch 1");
        actions.ShouldBe([7, 7, 7, 7]);
        Should.Throw<ArgumentException>(() => Branches.Choose(new float[9], actions)).Message.ShouldContain("a multiple of 5");
        Should.Throw<ArgumentException>(() => Branches.Choose(new float[10], new int[3])).Message.ShouldContain("length 3, but must have length 4");
        Should.Throw<ArgumentException>(() => Branches.Choose(new float[10], new ulong[3], actions));
        Should.Throw<ArgumentException>(() => new ActionBranches());
        Should.Throw<ArgumentOutOfRangeException>(() => new ActionBranches(3, 0));
        Should.Throw<InvalidOperationException>(() => new ActionBranches(65).Choose(new float[65], new ulong[1], new int[1]));
    }

    [Fact]
    public void A_branch_of_more_actions_than_bits_is_chosen_from_without_a_mask()
    {
        float[] outputs = new float[200];
        outputs[170] = 1;
        int[] actions = new int[1];
        new ActionBranches(200).Choose(outputs, actions);
        actions[0].ShouldBe(170);

        outputs = new float[64];
        outputs[63] = 1;
        new ActionBranches(64).Choose(outputs, [1UL << 63 | 1], actions);
        actions[0].ShouldBe(63);
    }

    [Fact]
    public void Draws_have_the_probabilities_of_a_softmax()
    {
        const int Agents = 20_000;
        float[] row = [0.3f, -1, 1.5f, 0, 2];
        float[] outputs = [.. Enumerable.Range(0, Agents).SelectMany(_ => row)];
        int[] actions = new int[Agents * 2];
        foreach (double temperature in (double[])[1, 0.5])
        {
            Branches.Draw(outputs, actions, seed: 1, step: 0, temperature);
            RequireShares(actions, branch: 0, [0.3, -1, 1.5], temperature);
            RequireShares(actions, branch: 1, [0, 2], temperature);
        }

        ulong[] masks = [.. Enumerable.Range(0, Agents * 2).Select(index => index % 2 == 0 ? 0b011UL : 0b11UL)];
        Branches.Draw(outputs, masks, actions, seed: 1, step: 1);
        RequireShares(actions, branch: 0, [0.3, -1, double.NegativeInfinity], 1);
    }

    [Fact]
    public void A_draw_follows_from_seed_step_agent_and_output_alone()
    {
        float[] outputs = new float[500];
        int[] first = new int[200];
        int[] again = new int[200];
        Branches.Draw(outputs, first, seed: 1, step: 7);
        Branches.Draw(outputs.AsSpan(0, 250), again.AsSpan(0, 100), seed: 1, step: 7);
        again.AsSpan(0, 100).SequenceEqual(first.AsSpan(0, 100)).ShouldBeTrue();

        Branches.Draw(outputs, again, seed: 1, step: 8);
        again.ShouldNotBe(first);
        Branches.Draw(outputs, again, seed: 2, step: 7);
        again.ShouldNotBe(first);

        // These are the same on every platform; another formula would be another game in every replay.
        first[..20].ShouldBe(RecordedDraws);
    }

    [Fact]
    public void Infinities_and_NaN_are_drawn_as_documented()
    {
        int[] actions = new int[2];
        for (int step = 0; step < 50; step++)
        {
            Branches.Draw([float.NaN, float.NegativeInfinity, -1, float.PositiveInfinity, 50], actions, seed: 3, step);
            actions.ShouldBe([2, 0]);
        }

        Should.Throw<ArgumentOutOfRangeException>(() => Branches.Draw(new float[5], actions, 1, 1, temperature: 0));
    }

    [Fact]
    public void A_range_keeps_its_ends()
    {
        var range = new ActionRange(-0.3f, 0.7f);
        float[] actions = new float[7];
        range.Rescale([-1, 1, -5, float.PositiveInfinity, 0, float.NaN, 0.5f], actions);

        actions.ShouldBe([-0.3f, 0.7f, -0.3f, 0.7f, (-0.3f * 0.5f) + (0.7f * 0.5f), float.NaN, (-0.3f * 0.25f) + (0.7f * 0.75f)]);
        new ActionRange(float.MinValue, float.MaxValue).Of(1).ShouldBe(float.MaxValue);
        Should.Throw<ArgumentException>(() => new ActionRange(1, 0)).Message.ShouldContain("goes from 1 to 0");
        Should.Throw<ArgumentException>(() => new ActionRange(0, float.NaN));
        Should.Throw<ArgumentException>(() => range.Rescale(new float[2], new float[3])).Message.ShouldContain("length 3, but must have length 2");
    }

    [Fact]
    public void Choosing_and_drawing_allocate_nothing()
    {
        float[] outputs = new float[500];
        ulong[] masks = new ulong[200];
        Array.Fill(masks, 3UL);
        int[] actions = new int[200];

        Allocations.Of(() =>
        {
            Branches.Choose(outputs, actions);
            Branches.Choose(outputs, masks, actions);
            Branches.Draw(outputs, masks, actions, 1, 2);
            new ActionRange(0, 1).Rescale(outputs, outputs);
        }).ShouldBe(0);
    }

    private static int[] RecordedDraws => [1, 1, 0, 0, 2, 0, 1, 0, 1, 0, 0, 0, 1, 0, 2, 1, 1, 1, 0, 1];

    private static void RequireShares(int[] actions, int branch, double[] logits, double temperature)
    {
        int agents = actions.Length / 2;
        double[] weights = [.. logits.Select(logit => Math.Exp(logit / temperature))];
        for (int action = 0; action < weights.Length; action++)
        {
            double expected = weights[action] / weights.Sum();
            double share = Enumerable.Range(0, agents).Count(agent => actions[(agent * 2) + branch] == action) / (double)agents;

            // Five standard deviations, of which an action without a probability has none.
            share.ShouldBe(expected, 1e-12 + (5 * Math.Sqrt(expected * (1 - expected) / agents)));
        }
    }
}
