using Mlp.Generator.Model;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Steps;

/// <summary>An activation in a pass of its own, in place.</summary>
/// <param name="Activation">The activation.</param>
/// <param name="Values">The values.</param>
/// <param name="Slopes">What receives the derivatives; null where none are stored.</param>
/// <param name="Rows">The rows of values.</param>
/// <param name="RowStride">Floats between rows.</param>
/// <param name="SampleFloats">Floats that each sample adds to a row; null where a row has the samples of the chunk, in whole vectors.</param>
/// <param name="Columns">The floats of a row, where they are known; null where they depend on the samples.</param>
internal sealed record PassStep(ActivationModel Activation, Place Values, Place? Slopes, int Rows, int RowStride, int? SampleFloats, int? Columns = null) : Step;
