using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.CompilerServices;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Optimizers;

/// <summary>A step of each optimizer is its formula, the same at every width, and nothing but the part that it is asked for.</summary>
public sealed class OptimizerKernelsTests
{
    private const int Floats = 192;

    // Drawn, not drawn, drawn, not drawn: as a network of two layers has it.
    private static readonly int[] Turns = [48, 64, 160, Floats];

    public static IEnumerable<object[]> Cases =>
        from kind in OptimizerRun.Kinds
        from weightDecay in new[] { 0, 0.02 }
        from l1 in new[] { 0, 0.003 }
        select new object[] { kind, weightDecay, l1 };

    public static IEnumerable<object[]> Kinds => OptimizerRun.Kinds.Select(kind => new object[] { kind });

    public static IEnumerable<object[]> Remembering => Kinds.Skip(1);

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_step_is_the_formula(string kind, double weightDecay, double l1)
    {
        // Roundings one after the other: of constants, products, sums, a root and a quotient, of a unit of 2⁻²⁴ each.
        const double Bound = 8.0 / (1 << 24);
        var before = new OptimizerRun(Floats);

        OptimizerRun after = before.After(OptimizerRun.Emitted(kind), OptimizerRun.Constants(kind, weightDecay, l1), Turns, 0, Floats);

        for (int index = 0; index < Floats; index++)
        {
            bool isDrawn = Turns.Count(turn => turn <= index) % 2 == 0;
            ExactStep exact = ExactStep.Of(kind, before, index, isDrawn ? weightDecay : 0, isDrawn ? l1 : 0);
            Math.Abs(after.Parameters[index] - exact.Parameter.Value).ShouldBeLessThanOrEqualTo(Bound * exact.Parameter.Magnitude, $"parameter {index}");
            Math.Abs(after.Moments[index] - exact.First.Value).ShouldBeLessThanOrEqualTo(Bound * exact.First.Magnitude, $"first moment {index}");
            Math.Abs(after.Moments[Floats + index] - exact.Second.Value).ShouldBeLessThanOrEqualTo(Bound * exact.Second.Magnitude, $"second moment {index}");
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_width_gives_the_same_bits(string kind, double weightDecay, double l1)
    {
        var before = new OptimizerRun(Floats);
        OptimizerConstants constants = OptimizerRun.Constants(kind, weightDecay, l1);

        int[] emitted = before.After(OptimizerRun.Emitted(kind), constants, Turns, 0, Floats).Bits();

        emitted.ShouldNotBe(before.Bits());
        foreach ((string width, OptimizerRun.Call call) in OptimizerRun.WidthsOf(kind))
        {
            before.After(call, constants, Turns, 0, Floats).Bits().ShouldBe(emitted, width);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Parts_are_the_whole(string kind)
    {
        var before = new OptimizerRun(Floats);
        OptimizerConstants constants = OptimizerRun.Constants(kind, 0.02, 0.003);
        foreach ((string width, OptimizerRun.Call call) in OptimizerRun.WidthsOf(kind))
        {
            int[] whole = before.After(call, constants, Turns, 0, Floats).Bits();
            for (int parts = 2; parts <= 14; parts++)
            {
                OptimizerRun run = before;
                for (int part = 0; part < parts; part++)
                {
                    (int start, int end) = GradientSlice.Part(Floats, part, parts);
                    run = run.After(call, constants, Turns, start, end);
                }

                run.Bits().ShouldBe(whole, $"{width}, {parts} parts");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_is_outside_a_part_is_neither_changed_nor_counts(string kind)
    {
        var before = new OptimizerRun(Floats);
        OptimizerConstants constants = OptimizerRun.Constants(kind, 0.02, 0.003);
        foreach ((string width, OptimizerRun.Call call) in OptimizerRun.WidthsOf(kind))
        {
            foreach ((int start, int end) in new[] { (0, 16), (16, 48), (32, 112), (64, 160), (176, Floats), (48, 48) })
            {
                string part = $"{width} from {start} to {end}";
                OptimizerRun after = before.After(call, constants, Turns, start, end);
                OptimizerRun guarded = Guarded(before, start, end);
                int[] canaries = guarded.Bits();
                float[] gradient = [.. guarded.Gradient];

                call(guarded, in constants, Turns, start, end);

                int[] found = guarded.Bits();
                int[] expected = after.Bits();
                for (int index = 0; index < found.Length; index++)
                {
                    bool isInside = index % Floats >= start && index % Floats < end;
                    found[index].ShouldBe(isInside ? expected[index] : canaries[index], $"{part}, at {index}");
                }

                guarded.Gradient.ShouldBe(gradient, part);
            }
        }
    }

    [Fact]
    public void Biases_may_stand_first()
    {
        var before = new OptimizerRun(32);
        OptimizerConstants constants = OptimizerRun.Constants("SGD", 0.5, 0);
        foreach ((string width, OptimizerRun.Call call) in OptimizerRun.WidthsOf("SGD"))
        {
            OptimizerRun after = before.After(call, constants, [0, 16, 32], 0, 32);
            OptimizerRun drawn = before.After(call, constants, [32], 0, 32);
            OptimizerRun all = before.After(call, constants, [], 0, 32);
            OptimizerRun plain = before.After(call, OptimizerRun.Constants("SGD", 0, 0), [], 0, 32);

            after.Parameters[..16].ShouldBe(plain.Parameters[..16], width);
            after.Parameters[16..].ShouldBe(drawn.Parameters[16..], width);
            after.Parameters[16..].ShouldNotBe(plain.Parameters[16..], width);
            all.Bits().ShouldBe(drawn.Bits(), width);
        }
    }

    [Theory]
    [MemberData(nameof(Remembering))]
    public void A_subnormal_moment_becomes_zero(string kind)
    {
        var before = new OptimizerRun(16);
        before.Gradient.AsSpan().Clear();
        before.Moments.AsSpan().Fill(1.1754944e-38f);
        foreach ((string width, OptimizerRun.Call call) in OptimizerRun.WidthsOf(kind))
        {
            OptimizerRun after = before.After(call, OptimizerRun.Constants(kind, 0, 0), [], 0, 16);

            after.Moments[..16].ShouldAllBe(moment => BitConverter.SingleToInt32Bits(moment) == 0, width);
            after.Moments[16..].ShouldAllBe(moment => kind.StartsWith("Adam", StringComparison.Ordinal) ? moment == 0 : moment == before.Moments[16], width);
        }
    }

    [Fact]
    public void A_number_that_is_0_leaves_no_operation()
    {
        var infinite = new OptimizerRun(16);
        infinite.Parameters.AsSpan().Fill(float.PositiveInfinity);
        var zeros = new OptimizerRun(16);
        zeros.Parameters.AsSpan().Fill(-0f);
        zeros.Gradient.AsSpan().Fill(-0f);
        foreach ((string width, OptimizerRun.Call call) in OptimizerRun.WidthsOf("SGD"))
        {
            // 0 · ∞ would be no number, and is none where a number is there, if only too small for a float.
            infinite.After(call, new OptimizerConstants(), [], 0, 16).Parameters.ShouldAllBe(weight => float.IsPositiveInfinity(weight), width);
            infinite.After(call, new OptimizerConstants(weightDecay: 0.1), [0], 0, 16).Parameters.ShouldAllBe(weight => float.IsNaN(weight), width);
            infinite.After(call, new OptimizerConstants(weightDecay: 1e-60), [], 0, 16).Parameters.ShouldAllBe(weight => float.IsNaN(weight), width);

            // −0 − α (−0) is 0; a gradient of −0 + 0 would leave −0.
            zeros.After(call, new OptimizerConstants(), [], 0, 16).Parameters.ShouldAllBe(weight => !float.IsNegative(weight), width);
            zeros.After(call, new OptimizerConstants(l1: 0.1), [], 0, 16).Parameters.ShouldAllBe(weight => float.IsNegative(weight), width);
        }
    }

    [Fact]
    public void What_is_left_of_one_is_rounded_once()
    {
        // 1 − 0.999f has lost four digits.
        new OptimizerConstants(beta2: 0.999).RestOfBeta2.ShouldBe(0.001f);
        new OptimizerConstants(beta1: 0.9).RestOfBeta1.ShouldBe(0.1f);
        new OptimizerConstants(rho: 0.99).RestOfRho.ShouldBe(0.01f);
    }

    /// <summary>The same inside of a part, and numbers outside of it that would be seen if they went anywhere.</summary>
    private static OptimizerRun Guarded(OptimizerRun run, int start, int end)
    {
        OptimizerRun guarded = run.After((OptimizerRun _, in OptimizerConstants _, int[] _, int _, int _) => { }, default, [], 0, 0);
        for (int index = 0; index < Floats; index++)
        {
            if (index < start || index >= end)
            {
                guarded.Parameters[index] = guarded.Gradient[index] = guarded.Moments[index] = guarded.Moments[Floats + index] = -7777;
            }
        }

        return guarded;
    }
}
