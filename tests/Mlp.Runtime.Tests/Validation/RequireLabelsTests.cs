using System;
using System.Linq;
using Mlp.CompilerServices;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Validation;

/// <summary>Labels are classes, and the first that is none is found at every position.</summary>
public sealed class RequireLabelsTests
{
    private const int Longest = 70;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4096)]
    [InlineData(int.MaxValue)]
    public void Every_class_passes(int classCount)
    {
        for (int length = 0; length <= Longest; length++)
        {
            int[] labels = [.. Enumerable.Range(0, length).Select(row => row % 2 == 0 ? 0 : classCount - 1)];
            Require.Labels(labels, classCount, "labels");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(int.MaxValue)]
    public void One_bad_label_is_found_at_every_position(int classCount)
    {
        foreach (int wrong in new[] { -1, classCount, int.MaxValue, int.MinValue })
        {
            for (int length = 1; length <= Longest; length++)
            {
                int[] labels = new int[length];
                for (int row = 0; row < length; row++)
                {
                    labels[row] = wrong;
                    Message(labels, classCount).ShouldBe(Expected(wrong, row, classCount));
                    labels[row] = 0;
                }
            }
        }
    }

    [Fact]
    public void The_first_of_two_bad_labels_is_named()
    {
        for (int first = 0; first < Longest; first++)
        {
            for (int second = first + 1; second < Longest; second++)
            {
                int[] labels = new int[Longest];
                labels[first] = -1;
                labels[second] = 9;
                Message(labels, 3).ShouldBe(Expected(-1, first, 3));
            }
        }
    }

    [Fact]
    public void Nothing_beyond_the_span_is_read()
    {
        int[] memory = new int[Longest + 2];
        memory[0] = memory[^1] = -1;
        for (int length = 0; length <= Longest; length++)
        {
            memory[length + 1] = -1;
            Require.Labels(memory.AsSpan(1, length), 3, "labels");
            memory[length + 1] = 0;
        }
    }

    [Fact]
    public void The_parameter_is_named() =>
        Should.Throw<ArgumentException>(() => Require.Labels([3], 3, "labels")).ParamName.ShouldBe("labels");

    private static string Expected(int value, int row, int classCount) =>
        $"labels has {value} in row {row} (counted from 0), but must have a class, 0 to {classCount - 1}. (Parameter 'labels')";

    private static string Message(int[] labels, int classCount)
    {
        try
        {
            Require.Labels(labels, classCount, "labels");
            return "";
        }
        catch (ArgumentException exception)
        {
            return exception.Message;
        }
    }
}
