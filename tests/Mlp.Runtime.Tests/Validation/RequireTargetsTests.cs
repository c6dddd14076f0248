using System;
using System.Collections.Generic;
using System.Globalization;
using Mlp.CompilerServices;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Validation;

/// <summary>Targets are in the domain of the loss, and the first that is not is found at every position.</summary>
public sealed class RequireTargetsTests
{
    private const int Longest = 70;
    private const int Columns = 3;

    private delegate void Check(ReadOnlySpan<float> targets, int sampleSize, string parameter);

    public static TheoryData<string> Names => [.. Domains.Keys];

    private static Dictionary<string, (Check Check, string Words, float[] Good, float[] Bad)> Domains { get; } = new()
    {
        ["Probabilities"] = (
            Require.Probabilities,
            "a probability, 0 to 1",
            [0, -0f, 1, 0.5f, float.Epsilon, MathF.BitDecrement(1)],
            [-float.Epsilon, -1, MathF.BitIncrement(1), 2, float.MaxValue, float.MinValue, .. NotFinite]),
        ["Counts"] = (
            Require.Counts,
            "a finite number of 0 or more",
            [0, -0f, 1, 0.5f, float.Epsilon, 17, float.MaxValue],
            [-float.Epsilon, -1, float.MinValue, .. NotFinite]),
        ["Finite"] = (
            Require.Finite,
            "a finite number",
            [0, -0f, 1, -1, float.Epsilon, -float.Epsilon, float.MaxValue, float.MinValue],
            NotFinite),
    };

    // A quiet NaN of either sign, one with a payload, a signalling one, and both infinities.
    private static float[] NotFinite =>
    [
        float.NaN, BitConverter.UInt32BitsToSingle(0x7FC00000), BitConverter.UInt32BitsToSingle(0x7FFFFFFF),
        BitConverter.UInt32BitsToSingle(0x7F800001), float.PositiveInfinity, float.NegativeInfinity,
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_domain_passes_with_its_ends(string name)
    {
        (Check check, _, float[] good, _) = Domains[name];
        for (int length = 0; length <= Longest; length++)
        {
            float[] targets = new float[length];
            for (int index = 0; index < length; index++)
            {
                targets[index] = good[(index + length) % good.Length];
            }

            check(targets, 1, "targets");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void One_bad_target_is_found_at_every_position(string name)
    {
        (Check check, string words, float[] good, float[] bad) = Domains[name];
        foreach (float wrong in bad)
        {
            for (int length = 1; length <= Longest; length++)
            {
                float[] targets = new float[length];
                Array.Fill(targets, good[^1]);
                for (int index = 0; index < length; index++)
                {
                    targets[index] = wrong;
                    Message(check, targets).ShouldBe(Expected(wrong, index, words));
                    targets[index] = good[^1];
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_first_of_two_bad_targets_is_named(string name)
    {
        (Check check, string words, _, float[] bad) = Domains[name];
        for (int first = 0; first < Longest; first++)
        {
            for (int second = first + 1; second < Longest; second++)
            {
                float[] targets = new float[Longest];
                targets[first] = bad[0];
                targets[second] = bad[^1];
                Message(check, targets).ShouldBe(Expected(bad[0], first, words));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_beyond_the_span_is_read(string name)
    {
        float[] memory = new float[Longest + 2];
        memory[0] = memory[^1] = float.NaN;
        for (int length = 0; length <= Longest; length++)
        {
            memory[length + 1] = float.NaN;
            Domains[name].Check(memory.AsSpan(1, length), 1, "targets");
            memory[length + 1] = 0;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_parameter_is_named(string name) =>
        Should.Throw<ArgumentException>(() => Domains[name].Check([float.NaN], 1, "targets")).ParamName.ShouldBe("targets");

    private static string Expected(float value, int index, string words) => string.Create(
        CultureInfo.InvariantCulture,
        $"targets has {value} in row {index / Columns}, column {index % Columns} (counted from 0), but must have {words}. (Parameter 'targets')");

    private static string Message(Check check, float[] targets)
    {
        try
        {
            check(targets, Columns, "targets");
            return "";
        }
        catch (ArgumentException exception)
        {
            return exception.Message;
        }
    }
}
