using System;
using System.Linq;
using Mlp.Plots.Drawing;
using Mlp.Training;
using ScottPlot;

namespace Mlp.Plots;

/// <summary>Predicted against actual values: a mark for each sample, and the line on which every prediction would be right.</summary>
/// <remarks>Of more than 10,000 samples that many are drawn, evenly chosen in their order; measures are of all, and the plot says so.</remarks>
/// <example><code>PredictionPlot.Of(model, test).SaveSvg("predictions.svg");</code></example>
public sealed record PredictionPlot : NetworkPlot
{
    private readonly float[] _actual;
    private readonly float[] _predicted;

    private PredictionPlot(float[] actual, float[] predicted)
        : base("Predicted against actual")
    {
        _actual = actual;
        _predicted = predicted;
    }

    /// <summary>What is predicted, with its unit: "price in €". Empty for none.</summary>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    public string Quantity
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Quantity));
            field = value;
        }
    }

    = "";

    /// <summary>The predictions of a network, in the units that the targets had before a scaler, where the data knows one.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="data">Samples with as many targets as the network has outputs.</param>
    /// <param name="target">Which target, 0 or more.</param>
    /// <exception cref="ArgumentNullException">There is no network, or there are no samples.</exception>
    /// <exception cref="ArgumentException">The samples do not fit the network or have labels, or a prediction is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such target.</exception>
    public static PredictionPlot Of<TNetwork>(TNetwork network, Dataset data, int target = 0)
        where TNetwork : IPredictor<TNetwork>
    {
        ArgumentNullException.ThrowIfNull(network);
        RequireTargets(data, TNetwork.OutputSize, target);
        float[] actual = data.Targets();
        float[] predicted = network.Predict(data);
        data.TargetScaler?.InverseTransform(actual, actual);
        data.TargetScaler?.InverseTransform(predicted, predicted);
        return Of(Column(actual, TNetwork.OutputSize, target), Column(predicted, TNetwork.OutputSize, target));
    }

    /// <summary>The predictions of a pipeline, in the units of the targets.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="model">Scalers and network.</param>
    /// <param name="data">Samples as they were measured.</param>
    /// <param name="target">Which target, 0 or more.</param>
    /// <exception cref="ArgumentNullException">There is no pipeline, or there are no samples.</exception>
    /// <exception cref="ArgumentException">The samples do not fit the network or have labels, or a prediction is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such target.</exception>
    public static PredictionPlot Of<TNetwork>(Pipeline<TNetwork> model, Dataset data, int target = 0)
        where TNetwork : INetwork<TNetwork>
    {
        ArgumentNullException.ThrowIfNull(model);
        RequireTargets(data, TNetwork.OutputSize, target);
        return Of(Column(data.Targets(), TNetwork.OutputSize, target), Column(model.Predict(data), TNetwork.OutputSize, target));
    }

    /// <summary>Values of any origin.</summary>
    /// <param name="actual">n values, n is 1 or more.</param>
    /// <param name="predicted">n values.</param>
    /// <exception cref="ArgumentException">There are no values, their numbers differ, or one is not finite.</exception>
    public static PredictionPlot Of(ReadOnlySpan<float> actual, ReadOnlySpan<float> predicted)
    {
        if (actual.IsEmpty)
        {
            throw new ArgumentException("There are no values to draw: actual is empty.", nameof(actual));
        }

        if (actual.Length != predicted.Length)
        {
            throw new ArgumentException(PlotText.Invariant($"There are {actual.Length} actual values and {predicted.Length} predicted ones, but there must be as many."), nameof(predicted));
        }

        RequireFinite(actual, nameof(actual));
        RequireFinite(predicted, nameof(predicted));
        return new PredictionPlot([.. actual], [.. predicted]);
    }

    internal override string Description => $"{Name("Predicted")} against {Name("actual")} values: {Measures}";

    private protected override (int Width, int Height) NaturalSize => (560, 560);

    private string Measures
    {
        get
        {
            RegressionReport report = RegressionReport.Of(_actual, _predicted);
            string r2 = double.IsNaN(report.R2) ? "" : PlotText.Invariant($", R² {report.R2:F3}");
            return $"RMSE {PlotText.Number(report.RootMeanSquaredError)}{r2}, {PlotText.Count(_actual.Length, "sample")}";
        }
    }

    internal override void Draw(Sheet sheet)
    {
        int[] drawn = Thinning.Of(_actual.Length);
        string thinned = drawn.Length < _actual.Length ? $", {PlotText.Count(drawn.Length)} of them drawn" : "";
        sheet.Note = Measures + thinned;
        RoundAxis values = RoundAxis.Close(Math.Min(_actual.Min(), _predicted.Min()), Math.Max(_actual.Max(), _predicted.Max()));
        sheet.SetAxes(values, Name("actual"), values, Name("predicted"));
        double[] actual = [.. drawn.Select(index => (double)_actual[index])];
        double[] predicted = [.. drawn.Select(index => (double)_predicted[index])];
        Color colour = sheet.Palette.First.WithAlpha(drawn.Length > 1000 ? 0.35 : 0.7);
        ScottPlot.Plottables.Markers marks = sheet.Plot.Add.Markers(actual, predicted, MarkerShape.FilledCircle, drawn.Length > 1000 ? 5 : 7, colour);
        marks.LegendText = "samples";
        ScottPlot.Plottables.LinePlot line = sheet.Plot.Add.Line(values.Low, values.Low, values.High, values.High);
        line.LineStyle = new LineStyle(2, sheet.Palette.Second, Sheet.Dashes);
        line.LegendText = "predicted = actual";
        sheet.Plot.ShowLegend(Alignment.UpperLeft);
    }

    private string Name(string which) => Quantity.Length == 0 ? which : $"{which} {Quantity}";

    private static void RequireTargets(Dataset data, int outputs, int target)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.HasLabels)
        {
            throw new ArgumentException("The samples have labels, which are no numbers to compare: draw a ConfusionPlot of EvaluateClassifier.", nameof(data));
        }

        if (data.TargetCount != outputs)
        {
            throw new ArgumentException(PlotText.Invariant($"The samples have {data.TargetCount} targets, but the network has {outputs} outputs."), nameof(data));
        }

        if (target < 0 || target >= outputs)
        {
            throw new ArgumentOutOfRangeException(nameof(target), PlotText.Invariant($"target is {target}, but must be 0 to {outputs - 1}."));
        }
    }

    private static float[] Column(float[] values, int count, int column) => [.. Enumerable.Range(0, values.Length / count).Select(row => values[(row * count) + column])];

    private static void RequireFinite(ReadOnlySpan<float> values, string name)
    {
        for (int index = 0; index < values.Length; index++)
        {
            if (!float.IsFinite(values[index]))
            {
                throw new ArgumentException(PlotText.Invariant($"{name}[{index}] is {values[index]}, which has no place in a plot: only finite numbers have."), name);
            }
        }
    }
}
