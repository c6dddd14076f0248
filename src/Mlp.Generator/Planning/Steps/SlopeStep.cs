using Mlp.Generator.Model;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Steps;

/// <summary>δ ← δ ⊙ g′.</summary>
/// <param name="Activation">g.</param>
/// <param name="Deltas">δ.</param>
/// <param name="Slopes">What g′ is had from: a layer's results, or derivatives that were stored; in the strides of δ.</param>
/// <param name="Rows">The rows.</param>
/// <param name="RowStride">Floats between rows.</param>
/// <param name="Columns">The floats of a row; where samples are rows of one stretch, those of a sample.</param>
/// <param name="TimesSamples">Whether each sample adds so many floats.</param>
internal sealed record SlopeStep(ActivationModel Activation, Place Deltas, Place Slopes, int Rows, int RowStride, int Columns, bool TimesSamples) : Step
{
    /// <summary>Over planes.</summary>
    public static SlopeStep Of(ActivationModel activation, Place deltas, Place slopes, PlaneLayout layout) =>
        new(activation, deltas, slopes, layout.Rows, layout.ChannelStride, layout.Columns, TimesSamples: false);
}
