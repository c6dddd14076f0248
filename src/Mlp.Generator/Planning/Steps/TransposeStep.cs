using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Steps;

/// <summary>A matrix of parameters copied with rows and columns exchanged, once a call.</summary>
/// <param name="Tensor">The matrix.</param>
/// <param name="Rows">Its stored rows.</param>
/// <param name="Columns">Its stored columns.</param>
/// <param name="Stride">Floats between its stored rows.</param>
/// <param name="Result">What receives the copy.</param>
internal sealed record TransposeStep(TensorStorage Tensor, int Rows, int Columns, int Stride, BufferPlan Result) : Step;
