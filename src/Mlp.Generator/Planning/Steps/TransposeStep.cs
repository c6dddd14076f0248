using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Steps;

/// <summary>A matrix of parameters copied with rows and columns exchanged, once a call.</summary>
/// <param name="Tensor">The matrix.</param>
/// <param name="Rows">Its stored rows.</param>
/// <param name="Columns">Its stored columns.</param>
/// <param name="Stride">Floats between its stored rows; where it stands in panels, the columns of one.</param>
/// <param name="IsInPanels">Whether it stands in panels of its columns.</param>
/// <param name="Result">What receives the copy.</param>
/// <param name="ResultRows">The stored rows that are a panel of the copy: all of them where it is not in panels.</param>
internal sealed record TransposeStep(TensorStorage Tensor, int Rows, int Columns, int Stride, bool IsInPanels, BufferPlan Result, int ResultRows) : Step;
