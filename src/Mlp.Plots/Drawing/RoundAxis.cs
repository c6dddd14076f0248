using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Mlp.Plots.Drawing;

/// <summary>One axis of a plot: its range, its ticks at round numbers with their labels, and where a value stands.</summary>
internal sealed class RoundAxis
{
    private const int FewestTicks = 5;
    private const int MostLogarithmicTicks = 8;

    private readonly bool _isLogarithmic;

    private RoundAxis(double low, double high, bool isLogarithmic, List<(double Value, string Label)> ticks)
    {
        _isLogarithmic = isLogarithmic;
        (Low, High) = (Place(low), Place(high));
        Ticks = ticks;
    }

    internal IReadOnlyList<(double Value, string Label)> Ticks { get; }

    /// <summary>The place of the low end.</summary>
    internal double Low { get; }

    /// <summary>The place of the high end.</summary>
    internal double High { get; }

    /// <summary>Where a value stands: itself, or on a logarithmic axis its logarithm.</summary>
    internal double Place(double value) => _isLogarithmic ? Math.Log10(value) : value;

    /// <summary>From a round number to a round number, equal steps of 1, 2 or 5 times a power of ten.</summary>
    internal static RoundAxis Linear(double least, double greatest)
    {
        if (greatest - least <= Math.Max(1e-300, 1e-9 * Math.Max(Math.Abs(least), Math.Abs(greatest))))
        {
            double room = Math.Abs(least) <= 1e-290 ? 1 : 0.1 * Math.Abs(least);
            (least, greatest) = (least - room, least + room);
        }

        return Between(least, greatest, isLogarithmic: false);
    }

    /// <summary>A little more than the range of the values, with ticks at round numbers within it.</summary>
    internal static RoundAxis Close(double least, double greatest)
    {
        RoundAxis round = Linear(least, greatest);
        if (round.Ticks.Count < 3 || greatest - least < 0.1 * (round.High - round.Low))
        {
            return round;
        }

        double room = 0.04 * (greatest - least);
        (double low, double high) = (least - room, greatest + room);
        return new RoundAxis(low, high, false, [.. round.Ticks.Where(tick => tick.Value >= low && tick.Value <= high)]);
    }

    /// <summary>From 1, 2 or 5 times a power of ten to another, with a tick at each or at powers of ten; both ends are positive.</summary>
    internal static RoundAxis Logarithmic(double least, double greatest)
    {
        if (greatest / least <= 1 + 1e-9)
        {
            (least, greatest) = (least / 1.5, least * 1.5);
        }

        if (greatest / least < 2)
        {
            // So narrow that the logarithm is nearly straight: ticks at equal steps.
            return Between(least, greatest, isLogarithmic: true);
        }

        // The ends stay close to the values also where ticks are at powers of ten alone.
        List<(double Value, string Label)> ticks = RoundNumbers(least, greatest, [1, 2, 5]);
        (double low, double high) = (ticks[0].Value, ticks[^1].Value);
        if (ticks.Count > MostLogarithmicTicks)
        {
            ticks = RoundNumbers(low, high, [1]);
            ticks.RemoveAll(tick => tick.Value < low || tick.Value > high);
        }

        int stride = (ticks.Count + MostLogarithmicTicks - 1) / MostLogarithmicTicks;
        return new RoundAxis(low, high, true, [.. EachOf(ticks, stride)]);
    }

    /// <summary>From the first epoch to the last, with ticks at whole numbers.</summary>
    internal static RoundAxis Epochs(long first, long last)
    {
        if (first == last)
        {
            return new RoundAxis(first - 0.5, last + 0.5, false, [(first, Label(first, 0))]);
        }

        (int mantissa, int exponent) = Step((last - first) / 8.0);
        long step = exponent < 0 ? 1 : (long)(mantissa * Math.Pow(10, exponent));
        List<(double Value, string Label)> ticks = [];
        long multiple = (long)Math.Ceiling(first / (double)step) * step;
        if (multiple - first > 0.6 * step)
        {
            ticks.Add((first, Label(first, 0)));
        }

        for (; multiple <= last; multiple += step)
        {
            ticks.Add((multiple, Label(multiple, 0)));
        }

        return new RoundAxis(first, last, false, ticks);
    }

    private static RoundAxis Between(double least, double greatest, bool isLogarithmic)
    {
        (int mantissa, int exponent) = Step((greatest - least) / FewestTicks);
        double step = Times(mantissa, exponent);
        long first = (long)Math.Floor((least / step) + 1e-9);
        long last = (long)Math.Ceiling((greatest / step) - 1e-9);
        List<(double Value, string Label)> ticks = [];
        for (long multiple = first; multiple <= last; multiple++)
        {
            ticks.Add((Times(multiple * mantissa, exponent), Label(multiple * mantissa, exponent)));
        }

        return new RoundAxis(ticks[0].Value, ticks[^1].Value, isLogarithmic, ticks);
    }

    /// <summary>The smallest of 1, 2 and 5 times a power of ten that is not below a number.</summary>
    private static (int Mantissa, int Exponent) Step(double atLeast)
    {
        int exponent = (int)Math.Floor(Math.Log10(atLeast));
        double fraction = Times(1, -exponent) * atLeast;
        return fraction switch
        {
            <= 1 + 1e-9 => (1, exponent),
            <= 2 + 1e-9 => (2, exponent),
            <= 5 + 1e-9 => (5, exponent),
            _ => (1, exponent + 1),
        };
    }

    /// <summary>The powers of ten times the mantissas, from the last one not above the least value to the first one not below the greatest.</summary>
    private static List<(double Value, string Label)> RoundNumbers(double least, double greatest, int[] mantissas)
    {
        List<(double Value, string Label)> numbers = [];
        for (int exponent = (int)Math.Floor(Math.Log10(least)) - 1; ; exponent++)
        {
            foreach (int mantissa in mantissas)
            {
                double value = Times(mantissa, exponent);
                if (value <= least * (1 + 1e-9))
                {
                    numbers.Clear();
                }

                numbers.Add((value, Label(mantissa, exponent)));
                if (value >= greatest * (1 - 1e-9))
                {
                    return numbers;
                }
            }
        }
    }

    private static IEnumerable<(double Value, string Label)> EachOf(List<(double Value, string Label)> ticks, int stride)
    {
        for (int index = 0; index < ticks.Count; index += stride)
        {
            yield return ticks[index];
        }
    }

    // Divided, not multiplied by a power that no double holds: 3 / 10 is the double nearest to 0.3.
    private static double Times(long number, int exponent) =>
        exponent < 0 ? number / Math.Pow(10, -exponent) : number * Math.Pow(10, exponent);

    private static string Label(long number, int exponent)
    {
        double value = Times(number, exponent);
        if (number == 0)
        {
            return "0";
        }

        return exponent >= -4 && Math.Abs(value) < 1e6
            ? value.ToString("F" + Math.Max(0, -exponent).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            : value.ToString("0.#########e-0", CultureInfo.InvariantCulture);
    }
}
