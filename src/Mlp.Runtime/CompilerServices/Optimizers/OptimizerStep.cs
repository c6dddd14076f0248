using System.ComponentModel;

namespace Mlp.CompilerServices;

/// <summary>What one step of an optimizer is made with.</summary>
/// <param name="LearningRate">The step size α.</param>
/// <param name="Size">The step size with the first moment's bias corrected: α / (1 − β₁ᵗ); α where there is none.</param>
/// <param name="RootScale">The correction of the second moment's bias: 1 / √(1 − β₂ᵗ); 1 where there is none.</param>
/// <remarks>Belongs to emitted code of the same version, and may change in any version.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct OptimizerStep(float LearningRate, float Size, float RootScale);
