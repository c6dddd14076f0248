using System;
using System.Collections.Generic;
using System.Linq;
using Orleans;

namespace Mlp.Searching.Space;

/// <summary>A setting and the values that it takes.</summary>
/// <param name="Name">The setting.</param>
/// <param name="Kind">How the values are told.</param>
/// <param name="Numbers">All of them, or both ends.</param>
[GenerateSerializer]
[Immutable]
[Alias("Mlp.Searching.SearchAxis")]
internal sealed record SearchAxis([property: Id(0)] AxisName Name, [property: Id(1)] ValueKind Kind, [property: Id(2)] double[] Numbers)
{
    /// <summary>An axis whose every value is possible.</summary>
    /// <exception cref="ArgumentException">A value is outside the range of its setting, or is no whole number where there must be one.</exception>
    internal static SearchAxis Of(AxisName name, Values values)
    {
        ArgumentNullException.ThrowIfNull(values);
        bool isWhole = name is AxisName.BatchSize or AxisName.Patience;
        if (isWhole && values.Kind is (ValueKind.Uniform or ValueKind.Logarithmic))
        {
            throw new ArgumentException($"{name} is a whole number, but the values are {values}: list them, or draw them with Values.Integers.", nameof(values));
        }

        foreach (double number in values.Numbers)
        {
            Require(name, number, isWhole);
        }

        return new SearchAxis(name, values.Kind, [.. values.Numbers]);
    }

    /// <summary>The number of values; none where they are drawn.</summary>
    internal int? Count => Kind == ValueKind.Listed ? Numbers.Length : null;

    /// <summary>The number of points of a space: the product of networks and listed values.</summary>
    /// <returns>None where values are drawn, or where they are more than a <see cref="long"/> counts.</returns>
    internal static long? Points(int networks, IEnumerable<SearchAxis> axes)
    {
        long points = networks;
        foreach (SearchAxis axis in axes)
        {
            if (axis.Count is not { } count || points > long.MaxValue / count)
            {
                return null;
            }

            points *= count;
        }

        return points;
    }

    /// <inheritdoc/>
    public bool Equals(SearchAxis? other) => other is not null && Name == other.Name && Kind == other.Kind && Numbers.SequenceEqual(other.Numbers);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Kind, Numbers.Length, Numbers[0]);

    private static void Require(AxisName name, double number, bool isWhole)
    {
        string setting = name.ToString();
        if (isWhole && (number != Math.Floor(number) || number > int.MaxValue))
        {
            throw SettingRange.Outside(setting, number, "a whole number");
        }

        _ = name switch
        {
            AxisName.LearningRate => SettingRange.Rate(number, setting),
            AxisName.BatchSize or AxisName.Patience => SettingRange.Between(number, 1, int.MaxValue, setting),
            AxisName.WeightDecay => SettingRange.NotNegative(number, setting),
            AxisName.ClipNorm => SettingRange.Positive(number, setting),
            _ => number,
        };
    }
}
