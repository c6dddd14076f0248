using System.Collections.Generic;
using System.Linq;

namespace Mlp;

/// <summary>What a network was declared with, for generic code and reports.</summary>
/// <param name="Layers">The layers in order, input side first.</param>
/// <param name="Loss">A name of <see cref="Mlp.Loss"/>.</param>
/// <param name="Optimizer">A name of <see cref="Mlp.Optimizer"/>.</param>
/// <param name="Initializer">A name of <see cref="Mlp.Initializer"/>.</param>
/// <param name="IsRegularized">Whether steps draw weights to zero: <see cref="NetworkTrainingAttribute.WeightDecay"/> or <see cref="NetworkTrainingAttribute.L1"/>.</param>
public sealed record NetworkDescription(
    IReadOnlyList<LayerDescription> Layers, string Loss, string Optimizer, string Initializer, bool IsRegularized = false)
{
    /// <summary>Whether its results are the same bits on every hardware: <see cref="NetworkTrainingAttribute.Deterministic"/>.</summary>
    public bool IsDeterministic { get; init; }

    /// <summary>Whether a training step drops values, and so has a loss of its own.</summary>
    internal bool DrawsMasks => Layers.Any(static layer => layer.Kind == "Dropout");
}
