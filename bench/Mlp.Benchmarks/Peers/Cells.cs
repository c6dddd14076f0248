using System.Linq;

namespace Mlp.Benchmarks.Peers;

/// <summary>Cells that terminal and document spell alike.</summary>
internal static class Cells
{
    /// <summary>
    /// A time and its ratio to ours; a star where the function is another, a dagger where vectors are wider than ours, loud words
    /// where the function should be the same.
    /// </summary>
    public static string Time(Measurement measurement, Introduction contender)
    {
        Outcome outcome = measurement.Outcomes[contender.Name];
        if (outcome.Nanoseconds is not { } time)
        {
            return "–";
        }

        if (outcome.Disagrees)
        {
            return "DISAGREES";
        }

        string star = outcome.Difference is null ? "*" : "";
        string dagger = contender.KeepsToWidth ? "" : "†";
        return contender.Name == PeerNames.Mlp
            ? Demand.Text(time)
            : $"{Demand.Text(time)}{star}{dagger} ({Demand.Text(measurement.Ratio(contender.Name)!.Value)}×)";
    }

    /// <summary>Heap bytes of a call, by way where there are several.</summary>
    public static string HeapBytes(Measurement measurement, string contender) =>
        measurement.Outcomes[contender].HeapBytes is { } ways
            ? string.Join(", ", ways.Select(way => way.Key.Length == 0 ? Demand.Text(way.Value) : $"{way.Key} {Demand.Text(way.Value)}"))
            : "–";

    /// <summary>Whether a floor was reached, and where nothing could reach it, that.</summary>
    public static string Verdict(Floor floor, WidthReport report) => floor.Holds(report) switch
    {
        true => "reached",
        false => floor.PastThePeak(report) is { } part ? $"under: it would be {Demand.Text(part)} of the peak" : "under",
        null => "not measured",
    };
}
