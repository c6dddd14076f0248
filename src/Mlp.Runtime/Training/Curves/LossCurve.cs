using System;
using System.Collections.Generic;
using Mlp.Validation;

namespace Mlp.Training;

/// <summary>
/// A picture of a training as SVG: the losses after each epoch, with axes, a legend and a mark at the best epoch. It has no
/// background and takes its colours from the reader's light or dark scheme; where a viewer knows no schemes, the colours
/// can be read on both.
/// </summary>
/// <remarks>
/// Same losses, same text, on every platform and under every culture. A loss that is NaN, infinite or beyond ±1e300 leaves a
/// gap; so does one of 0 or less on a logarithmic scale.
/// </remarks>
/// <example><code>File.WriteAllText("loss.svg", new LossCurve(training, validation) { Title = "Digits" }.ToSvg());</code></example>
public sealed class LossCurve
{
    private readonly double[] _training;
    private readonly double[] _validation;

    /// <summary>A picture of one or two histories.</summary>
    /// <param name="training">The training loss after each epoch; may be empty.</param>
    /// <param name="validation">The validation loss after each epoch, if there is one; it may have another length.</param>
    /// <exception cref="ArgumentNullException">There are no training losses.</exception>
    public LossCurve(IReadOnlyList<double> training, IReadOnlyList<double>? validation = null)
    {
        ArgumentNullException.ThrowIfNull(training);
        _training = [.. training];
        _validation = [.. validation ?? []];
    }

    /// <summary>The title above the curves; any text, shortened where it does not fit.</summary>
    public string Title { get; init; } = "Loss";

    /// <summary>How losses are spaced.</summary>
    public LossScale Scale { get; init; }

    /// <summary>The number of the epoch that the first losses belong to.</summary>
    public int FirstEpoch { get; init; } = 1;

    /// <summary>
    /// The epoch to mark. If not set, the first epoch of the smallest validation loss, or of the smallest training loss where
    /// there is no validation. An epoch that is not in the picture has no mark.
    /// </summary>
    public int? BestEpoch { get; init; }

    /// <summary>The width of the picture in pixels, 480 or more.</summary>
    public int Width
    {
        get;
        init => field = Hyperparameter.AtLeast(value, 480, nameof(Width));
    }

    = 720;

    /// <summary>The height of the picture in pixels, 240 or more.</summary>
    public int Height
    {
        get;
        init => field = Hyperparameter.AtLeast(value, 240, nameof(Height));
    }

    = 400;

    /// <summary>The picture: an SVG 1.1 document, lines end with a line feed.</summary>
    public string ToSvg() => new LossCurveDrawing(this).Draw();

    internal ReadOnlySpan<double> Training => _training;

    internal ReadOnlySpan<double> Validation => _validation;

    /// <summary>The history that the best epoch is read off.</summary>
    internal ReadOnlySpan<double> Monitored => _validation.Length > 0 ? _validation : _training;

    /// <summary>Whether a loss has a place in the picture.</summary>
    internal bool IsVisible(double loss) => Scale == LossScale.Logarithmic
        ? loss is >= 1e-300 and <= 1e300
        : loss is >= -1e300 and <= 1e300;

    /// <summary>The place of the best epoch in the monitored history; −1 if there is none.</summary>
    internal int IndexOfBest()
    {
        if (BestEpoch is { } epoch)
        {
            long index = (long)epoch - FirstEpoch;
            return index >= 0 && index < Monitored.Length ? (int)index : -1;
        }

        int best = -1;
        for (int index = 0; index < Monitored.Length; index++)
        {
            if (double.IsFinite(Monitored[index]) && (best < 0 || Monitored[index] < Monitored[best]))
            {
                best = index;
            }
        }

        return best;
    }
}
