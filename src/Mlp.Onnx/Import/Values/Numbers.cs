using System;
using System.Linq;

namespace Mlp.Onnx.Import.Values;

/// <summary>A number for each value of a sample, in the order of its memory, or one for all.</summary>
/// <param name="values">The numbers.</param>
internal sealed class Numbers(double[] values)
{
    /// <summary>0 for all.</summary>
    public static readonly Numbers Zero = new([0]);

    /// <summary>1 for all.</summary>
    public static readonly Numbers One = new([1]);

    /// <summary>The numbers.</summary>
    public double[] Values => values;

    /// <summary>Whether one stands for all.</summary>
    public bool IsOne => values.Length == 1;

    /// <summary>The number of a value.</summary>
    public double this[int index] => values[values.Length == 1 ? 0 : index];

    /// <summary>Whether all are the same number.</summary>
    public bool AreAll(double number) => Array.TrueForAll(values, value => value == number);

    /// <summary>Whether all are floats.</summary>
    public bool AreFloats => Array.TrueForAll(values, static value => float.IsFinite((float)value));

    /// <summary>Whether numbers that stand for all values of a sample are the same for all values of a channel.</summary>
    /// <param name="channels">How many channels there are.</param>
    public bool AreByChannel(int channels) => values.AsSpan(int.Min(channels, values.Length)).SequenceEqual(values.AsSpan(0, int.Max(values.Length - channels, 0)));

    /// <summary>Each by a function.</summary>
    public Numbers Map(Func<double, double> function) => new([.. values.Select(function)]);

    /// <summary>Two of each by a function.</summary>
    public static Numbers Zip(Numbers left, Numbers right, Func<double, double, double> function)
    {
        double[] results = new double[int.Max(left.Values.Length, right.Values.Length)];
        for (int index = 0; index < results.Length; index++)
        {
            results[index] = function(left[index], right[index]);
        }

        return new Numbers(results);
    }

    /// <summary>Each at the place where another order has it.</summary>
    /// <param name="sources">Of each place, where its number stands now.</param>
    public Numbers Permuted(int[] sources) => IsOne ? this : new Numbers([.. sources.Select(source => values[source])]);

    /// <summary>Whether they are the same but for rounding.</summary>
    public bool IsNear(Numbers other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        for (int index = 0; index < int.Max(values.Length, other.Values.Length); index++)
        {
            if (!Near(this[index], other[index]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether two numbers are the same but for the rounding of a few operations in single precision.</summary>
    public static bool Near(double left, double right) =>
        left == right || (double.IsFinite(left) && double.IsFinite(right) && Math.Abs(left - right) <= 1e-6 * Math.Max(Math.Abs(left), Math.Abs(right)));
}
