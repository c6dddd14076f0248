using System;
using System.Globalization;
using System.Text;

namespace Mlp.Training;

/// <summary>Draws one <see cref="LossCurve"/>.</summary>
internal sealed class LossCurveDrawing
{
    private const double Top = 76;
    private const double RightMargin = 24;
    private const double BottomMargin = 52;
    private const double CharacterWidth = 7;

    private readonly LossCurve _curve;
    private readonly StringBuilder _svg = new();
    private readonly Axis? _losses;
    private readonly Axis _epochs;
    private readonly double _left;
    private readonly double _right;
    private readonly double _bottom;
    private readonly int _best;

    internal LossCurveDrawing(LossCurve curve)
    {
        _curve = curve;
        _losses = LossAxis(curve);
        int count = Math.Max(curve.Training.Length, curve.Validation.Length);
        _epochs = Axis.Epochs(curve.FirstEpoch, (long)curve.FirstEpoch + Math.Max(1, count) - 1);
        int longestLabel = 1;
        foreach ((_, string label) in _losses?.Ticks ?? [])
        {
            longestLabel = Math.Max(longestLabel, label.Length);
        }

        _left = 48 + (longestLabel * CharacterWidth);
        _right = curve.Width - RightMargin;
        _bottom = curve.Height - BottomMargin;
        _best = _losses is null ? -1 : curve.IndexOfBest();
    }

    internal string Draw()
    {
        string size = Invariant($"width=\"{_curve.Width}\" height=\"{_curve.Height}\" viewBox=\"0 0 {_curve.Width} {_curve.Height}\"");
        Line($"<svg xmlns=\"http://www.w3.org/2000/svg\" {size} role=\"img\" font-family=\"system-ui, -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif\" font-size=\"13\">");
        Line($"  <title>{SvgText.Escape(_curve.Title)}</title>");
        Line($"  <desc>{Description()}</desc>");
        Line(LossCurvePalette.StyleSheet);
        int titleRoom = (int)((_curve.Width - 48) / 9.5);
        Line($"  <text {LossCurvePalette.Text} x=\"24\" y=\"30\" font-size=\"17\" font-weight=\"600\">{SvgText.Escape(SvgText.Shorten(_curve.Title, titleRoom))}</text>");
        if (_losses is null)
        {
            Frame();
            Line($"  <text {LossCurvePalette.Muted} x=\"{N((_left + _right) / 2)}\" y=\"{N((Top + _bottom) / 2)}\" text-anchor=\"middle\">no losses to draw</text>");
        }
        else
        {
            LossGrid(_losses);
            Frame();
            Legend();
            BestLine();
            Curve(LossCurvePalette.Training, _curve.Training, _losses);
            Curve(LossCurvePalette.Validation, _curve.Validation, _losses);
            BestDot(_losses);
        }

        Line("</svg>");
        return _svg.ToString();
    }

    private static Axis? LossAxis(LossCurve curve)
    {
        double least = double.PositiveInfinity;
        double greatest = double.NegativeInfinity;
        Widen(curve.Training);
        Widen(curve.Validation);
        if (least > greatest)
        {
            return null;
        }

        return curve.Scale == LossScale.Logarithmic ? Axis.Logarithmic(least, greatest) : Axis.Linear(least, greatest);

        void Widen(ReadOnlySpan<double> losses)
        {
            foreach (double loss in losses)
            {
                if (curve.IsVisible(loss))
                {
                    least = Math.Min(least, loss);
                    greatest = Math.Max(greatest, loss);
                }
            }
        }
    }

    private void LossGrid(Axis losses)
    {
        foreach ((double value, string label) in losses.Ticks)
        {
            string y = N(Y(losses, value));
            Line($"  <path {LossCurvePalette.Grid} d=\"M{N(_left)} {y}H{N(_right)}\"/>");
            Line($"  <text {LossCurvePalette.Muted} x=\"{N(_left - 8)}\" y=\"{y}\" dy=\"0.35em\" text-anchor=\"end\">{label}</text>");
        }
    }

    /// <summary>The axis of epochs, and what both axes show.</summary>
    private void Frame()
    {
        Line($"  <path {LossCurvePalette.Best} d=\"M{N(_left)} {N(_bottom)}H{N(_right)}\"/>");
        if (_losses is not null)
        {
            foreach ((double value, string label) in _epochs.Ticks)
            {
                string x = N(X(value));
                Line($"  <path {LossCurvePalette.Best} d=\"M{x} {N(_bottom)}v5\"/>");
                Line($"  <text {LossCurvePalette.Muted} x=\"{x}\" y=\"{N(_bottom + 20)}\" text-anchor=\"middle\">{label}</text>");
            }
        }

        double middle = (Top + _bottom) / 2;
        string scale = _curve.Scale == LossScale.Logarithmic ? "loss (logarithmic)" : "loss";
        Line($"  <text {LossCurvePalette.Muted} x=\"{N((_left + _right) / 2)}\" y=\"{N(_bottom + 40)}\" text-anchor=\"middle\">epoch</text>");
        Line($"  <text {LossCurvePalette.Muted} transform=\"translate(28 {N(middle)}) rotate(-90)\" text-anchor=\"middle\">{scale}</text>");
    }

    private void Legend()
    {
        double x = 24;
        LegendLine(LossCurvePalette.Training, _curve.Training, ref x);
        LegendLine(LossCurvePalette.Validation, _curve.Validation, ref x);
        if (_best >= 0)
        {
            Line($"  <path {LossCurvePalette.Best} stroke-dasharray=\"3 3\" d=\"M{N(x + 4)} 44v16\"/>");
            Line($"  <text {LossCurvePalette.Muted} x=\"{N(x + 14)}\" y=\"56\">{BestText()}</text>");
        }
    }

    private void LegendLine(LossCurveSeries series, ReadOnlySpan<double> losses, ref double x)
    {
        if (losses.IsEmpty)
        {
            return;
        }

        Line($"  <path {series.Stroke} stroke-width=\"3\" d=\"M{N(x)} 52h22\"/>");
        Line($"  <text {LossCurvePalette.Muted} x=\"{N(x + 28)}\" y=\"56\">{series.Name}</text>");
        x += 28 + (series.Name.Length * CharacterWidth) + 20;
    }

    private void BestLine()
    {
        if (_best >= 0)
        {
            Line($"  <path {LossCurvePalette.Best} stroke-dasharray=\"3 3\" d=\"M{N(X(_curve.FirstEpoch + (double)_best))} {N(Top)}V{N(_bottom)}\"/>");
        }
    }

    private void BestDot(Axis losses)
    {
        if (_best >= 0 && _curve.IsVisible(_curve.Monitored[_best]))
        {
            LossCurveSeries series = _curve.Validation.IsEmpty ? LossCurvePalette.Training : LossCurvePalette.Validation;
            Dot(series, _best, _curve.Monitored[_best], losses, radius: 4.5);
        }
    }

    /// <summary>One path for each run of losses without a gap; a loss alone between gaps is a dot.</summary>
    private void Curve(LossCurveSeries series, ReadOnlySpan<double> history, Axis losses)
    {
        int index = 0;
        while (index < history.Length)
        {
            int start = index;
            while (index < history.Length && _curve.IsVisible(history[index]))
            {
                index++;
            }

            if (index == start + 1)
            {
                Dot(series, start, history[start], losses, radius: 3);
            }
            else if (index > start)
            {
                Polyline(series, start, history[start..index], losses);
            }

            index++;
        }
    }

    private void Polyline(LossCurveSeries series, int start, ReadOnlySpan<double> history, Axis losses)
    {
        _svg.Append(CultureInfo.InvariantCulture, $"  <path {series.Stroke} fill=\"none\" stroke-width=\"2\" stroke-linejoin=\"round\" stroke-linecap=\"round\" d=\"");
        for (int index = 0; index < history.Length; index++)
        {
            _svg.Append(index == 0 ? 'M' : 'L')
                .Append(N(X(_curve.FirstEpoch + (double)(start + index))))
                .Append(' ')
                .Append(N(Y(losses, history[index])));
        }

        Line("\"/>");
    }

    private void Dot(LossCurveSeries series, int index, double loss, Axis losses, double radius) =>
        Line($"  <circle {series.Fill} cx=\"{N(X(_curve.FirstEpoch + (double)index))}\" cy=\"{N(Y(losses, loss))}\" r=\"{N(radius)}\"/>");

    private string Description()
    {
        string what = _curve.Validation.IsEmpty ? "Training loss" : "Training and validation loss";
        int epochs = Math.Max(_curve.Training.Length, _curve.Validation.Length);
        string best = _best >= 0 ? $"; {BestText()}" : "";
        return Invariant($"{what} over {epochs} {(epochs == 1 ? "epoch" : "epochs")}{best}");
    }

    private string BestText() => Invariant($"best epoch {(long)_curve.FirstEpoch + _best}: {SvgText.Loss(_curve.Monitored[_best])}");

    private double X(double epoch) => _left + (_epochs.Position(epoch) * (_right - _left));

    private double Y(Axis losses, double loss) => _bottom - (losses.Position(loss) * (_bottom - Top));

    private void Line(string text) => _svg.Append(text).Append('\n');

    private static string N(double coordinate) => SvgText.Coordinate(coordinate);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
