using Mlp.Generator.Model;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Steps;

/// <summary>
/// Σ δ hᵀ of a convolution over planes: for each weight a dot product over all positions and samples, neighbouring filters reduced across
/// lanes together. Two equal ones share one emitted method.
/// </summary>
/// <param name="Filters">The filters of a group, which stand side by side in the destination.</param>
/// <param name="Together">Filters that are reduced together.</param>
/// <param name="Along">Taps, or channels where a filter has one tap in a line, whose sums are held at a time.</param>
/// <param name="Row">Those taps or channels.</param>
/// <param name="Nest">Around them: groups, lines of the kernel, channels.</param>
/// <param name="FilterStride">Floats from a filter's δ to the next filter's.</param>
/// <param name="Walk">The positions.</param>
internal sealed record PlaneDot(int Filters, int Together, int Along, Axis Row, EquatableArray<Axis> Nest, int FilterStride, PlaneWalk Walk)
{
    /// <summary>How filters are gone through.</summary>
    public Split Neighbours => Split.OfSteps(Filters, Together);

    /// <summary>How taps or channels are gone through.</summary>
    public Split Rows => Split.OfSteps(Row.Count, Along);
}

/// <summary>The positions that a sum goes over: lines, where a stride leaves columns out the columns of each, and what is one stretch of memory.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="LeftLine">Floats between those of what arrived.</param>
/// <param name="RightLine">Floats between those of δ.</param>
/// <param name="Turns">The columns of a line; 1 where all are one stretch.</param>
/// <param name="LeftTurn">Floats between those of what arrived.</param>
/// <param name="RightTurn">Floats between those of δ.</param>
/// <param name="Columns">The floats of a stretch, whole vectors.</param>
/// <param name="Samples">The samples side by side.</param>
internal sealed record PlaneWalk(int Lines, int LeftLine, int RightLine, int Turns, int LeftTurn, int RightTurn, int Columns, int Samples);

/// <summary>The weight gradient of a convolution over planes.</summary>
/// <param name="Dot">The dot products.</param>
/// <param name="Layer">The layer, counted from 1, by which a method that it is the first to need is named.</param>
/// <param name="Deltas">δ.</param>
/// <param name="Inputs">h.</param>
/// <param name="Result">The weights or their gradient.</param>
internal sealed record PlaneDotStep(PlaneDot Dot, int Layer, Place Deltas, Place Inputs, Place Result) : Step;

/// <summary>The sum of δ over positions and samples, added onto a bias for each channel, or its gradient.</summary>
/// <param name="Deltas">δ.</param>
/// <param name="Layout">How it stands.</param>
/// <param name="Result">The biases or their gradient.</param>
internal sealed record PlaneBiasStep(Place Deltas, PlaneLayout Layout, Place Result) : Step;
