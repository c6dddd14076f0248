namespace Mlp.Benchmarks.Peers;

/// <summary>Cells that terminal and document spell alike.</summary>
internal static class Cells
{
    /// <summary>A time and its ratio to ours; a star where the function is another, loud words where it should be the same.</summary>
    public static string Time(Measurement measurement, string contender)
    {
        Answer answer = measurement.Answers[contender];
        if (answer.Nanoseconds is not { } time)
        {
            return "–";
        }

        if (measurement.Disagrees(answer))
        {
            return "DISAGREES";
        }

        string star = answer.Result is null ? "*" : "";
        return contender == "Mlp" ? Demand.Text(time) : $"{Demand.Text(time)}{star} ({Demand.Text(measurement.Ratio(contender)!.Value)}×)";
    }

    /// <summary>Whether a floor was reached.</summary>
    public static string Verdict(bool? holds) => holds switch
    {
        true => "reached",
        false => "under",
        null => "not measured",
    };
}
