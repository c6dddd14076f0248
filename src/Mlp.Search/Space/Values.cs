using System;
using System.Collections.Immutable;
using System.Globalization;
using Mlp.Searching.Space;

namespace Mlp.Searching;

/// <summary>The values that a search takes for one setting: a list, or a range that they are drawn from. Immutable.</summary>
/// <example><code>space.LearningRate(Values.Logarithmic(1e-4, 1e-1))</code></example>
public sealed class Values
{
    private Values(ValueKind kind, ImmutableArray<double> numbers) => (Kind, Numbers) = (kind, numbers);

    /// <summary>How they are told.</summary>
    internal ValueKind Kind { get; }

    /// <summary>All of them, or both ends.</summary>
    internal ImmutableArray<double> Numbers { get; }

    /// <summary>Numbers that are tried as they are.</summary>
    /// <param name="values">One number or more, each once.</param>
    /// <exception cref="ArgumentException">There is no number, one is not finite, or one comes twice.</exception>
    public static Values Of(params ReadOnlySpan<double> values)
    {
        if (values.IsEmpty)
        {
            throw new ArgumentException("values is empty, but must have one number or more.", nameof(values));
        }

        for (int index = 0; index < values.Length; index++)
        {
            RequireFinite(values[index], nameof(values));
            if (values[..index].Contains(values[index]))
            {
                throw new ArgumentException(SettingRange.Invariant($"values has {values[index]} twice, but must have each number once."), nameof(values));
            }
        }

        return new Values(ValueKind.Listed, ImmutableArray.Create(values));
    }

    /// <summary>Numbers whose logarithms are drawn uniformly: every order of magnitude is as likely as another. For learning rates and decays.</summary>
    /// <param name="low">The smallest, finite and above 0.</param>
    /// <param name="high">The largest, finite and above <paramref name="low"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An end is outside its range.</exception>
    public static Values Logarithmic(double low, double high) => Range(ValueKind.Logarithmic, SettingRange.Positive(low, nameof(low)), high);

    /// <summary>Numbers that are drawn uniformly.</summary>
    /// <param name="low">The smallest, finite.</param>
    /// <param name="high">The largest, finite and above <paramref name="low"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An end is outside its range.</exception>
    public static Values Uniform(double low, double high) => Range(ValueKind.Uniform, low, high);

    /// <summary>Whole numbers that are drawn, each as likely as another.</summary>
    /// <param name="low">The smallest.</param>
    /// <param name="high">The largest, above <paramref name="low"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ends are not in order.</exception>
    public static Values Integers(int low, int high) => Range(ValueKind.Integers, low, high);

    /// <summary>Such as <c>logarithmic 0.0001 to 0.1</c>, the same under every culture.</summary>
    public override string ToString() => Kind == ValueKind.Listed
        ? string.Join(", ", Array.ConvertAll([.. Numbers], static number => number.ToString("R", CultureInfo.InvariantCulture)))
        : SettingRange.Invariant($"{Kind.ToString().ToLowerInvariant()} {Numbers[0]:R} to {Numbers[1]:R}");

    private static Values Range(ValueKind kind, double low, double high)
    {
        RequireFinite(low, nameof(low));
        RequireFinite(high, nameof(high));
        if (!(low < high) || !double.IsFinite(high - low))
        {
            throw SettingRange.Outside(nameof(high), high, SettingRange.Invariant($"above low, which is {low}"));
        }

        return new Values(kind, [low, high]);
    }

    private static void RequireFinite(double value, string name)
    {
        if (!double.IsFinite(value))
        {
            throw SettingRange.Outside(name, value, "finite");
        }
    }
}
