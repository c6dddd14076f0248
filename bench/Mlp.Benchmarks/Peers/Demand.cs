using System;
using System.Globalization;

namespace Mlp.Benchmarks.Peers;

/// <summary>One number that a floor asks for.</summary>
/// <param name="Bound">The least, or with <paramref name="AtMost"/> the greatest.</param>
/// <param name="Unit">What follows the number.</param>
/// <param name="Reached">What a run reached; null where it could not be measured.</param>
/// <param name="AtMost">Whether less is better.</param>
/// <param name="OfPeak">What part of the peak a run is at; null where the number says nothing of operations.</param>
internal sealed record Demand(double Bound, string Unit, Func<WidthReport, double?> Reached, bool AtMost = false, Func<WidthReport, double?>? OfPeak = null)
{
    /// <summary>The demand in words.</summary>
    public string Wanted => $"{Text(Bound)}{Unit}";

    /// <summary>What was reached, in words.</summary>
    public string Got(WidthReport report) => Reached(report) is { } value ? $"{Text(value)}{Unit}" : $"?{Unit}";

    /// <summary>Whether it was reached; null where it could not be measured.</summary>
    public bool? Holds(WidthReport report) => Reached(report) is { } value ? AtMost ? value <= Bound : value >= Bound : null;

    /// <summary>What part of the peak the bound would be; null where that cannot be told.</summary>
    public double? PeakAtBound(WidthReport report) => OfPeak?.Invoke(report) * Bound / Reached(report);

    /// <summary>A number with three digits that count.</summary>
    public static string Text(double value) => value.ToString(Math.Abs(value) switch { 0 => "0", < 10 => "0.00", < 100 => "0.0", _ => "#,0" }, CultureInfo.InvariantCulture);
}
