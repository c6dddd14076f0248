using System;
using System.Linq;

namespace Mlp.Searching.Space;

/// <summary>
/// Which point of the space each trial has, and its seed: functions of the definition and the trial's index alone, so that every host knows them.
/// </summary>
internal sealed class SearchPlan
{
    // Of more points a draw of each value by itself repeats none either.
    private const long MostOrdered = 1L << 60;

    private readonly SearchDefinition _definition;

    // None where values are drawn one by one.
    private readonly long? _points;

    /// <summary>The plan of a search.</summary>
    internal SearchPlan(SearchDefinition definition)
    {
        _definition = definition;
        _points = SearchAxis.Points(definition.Networks.Length, definition.Axes) is { } points && points <= MostOrdered ? points : null;
    }

    /// <summary>The network of a trial, as a place in the definition's list.</summary>
    internal int NetworkOf(int index) => PointOf(index) is { } point
        ? (int)(point / (_points!.Value / _definition.Networks.Length))
        : (int)CounterDraws.Below(CounterDraws.Bits(_definition.Seed, DrawPurpose.Network, (ulong)index), _definition.Networks.Length);

    /// <summary>The seed of one fold of a trial: initial parameters and the order of samples follow from it.</summary>
    internal ulong SeedOf(int index, int fold) => CounterDraws.Mix(CounterDraws.Bits(_definition.Seed, DrawPurpose.Trial, (ulong)index) ^ (ulong)fold);

    /// <summary>The settings of a trial.</summary>
    internal TrialSettings SettingsOf(int index)
    {
        BaseTraining training = _definition.Training;
        return new TrialSettings
        {
            LearningRate = ValueOf(AxisName.LearningRate, index) ?? training.LearningRate,
            BatchSize = (int?)ValueOf(AxisName.BatchSize, index) ?? training.BatchSize,
            WeightDecay = ValueOf(AxisName.WeightDecay, index) ?? training.WeightDecay,
            Patience = (int?)ValueOf(AxisName.Patience, index) ?? training.Patience,
            ClipNorm = ValueOf(AxisName.ClipNorm, index) ?? training.ClipNorm,
            Schedule = ValueOf(AxisName.Schedule, index) is { } place ? _definition.Schedules[(int)place] : RateSchedule.Constant,
        };
    }

    private double? ValueOf(AxisName name, int index)
    {
        int place = Array.FindIndex(_definition.Axes, axis => axis.Name == name);
        if (place < 0)
        {
            return null;
        }

        SearchAxis axis = _definition.Axes[place];
        if (PointOf(index) is { } point)
        {
            // The last axis changes fastest, networks slowest.
            long below = _definition.Axes.Skip(place + 1).Aggregate(1L, static (product, inner) => product * inner.Count!.Value);
            return axis.Numbers[point / below % axis.Numbers.Length];
        }

        return Draw(axis, CounterDraws.Bits(_definition.Seed, (ulong)name, (ulong)index));
    }

    /// <summary>The point of a space that is wholly listed; none where values are drawn.</summary>
    private long? PointOf(int index)
    {
        if (_points is not { } points)
        {
            return null;
        }

        if (_definition.Strategy == SearchStrategy.Grid)
        {
            return index;
        }

        // Once all points were tried, the next round has another order.
        (long round, long place) = Math.DivRem(index, points);
        return PointOrder.At(place, points, CounterDraws.Bits(_definition.Seed, DrawPurpose.Order, (ulong)round));
    }

    private static double Draw(SearchAxis axis, ulong bits)
    {
        double[] numbers = axis.Numbers;
        return axis.Kind switch
        {
            ValueKind.Listed => numbers[CounterDraws.Below(bits, numbers.Length)],
            ValueKind.Integers => numbers[0] + CounterDraws.Below(bits, (long)(numbers[1] - numbers[0]) + 1),
            ValueKind.Uniform => Math.Min(numbers[0] + ((numbers[1] - numbers[0]) * CounterDraws.Uniform(bits)), numbers[1]),
            _ => GeometricMean.Of(numbers[0], numbers[1], bits),
        };
    }
}
