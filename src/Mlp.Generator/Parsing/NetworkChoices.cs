using Mlp.Generator.Model;

namespace Mlp.Generator.Parsing;

/// <summary>What the named arguments choose, each with its default where it is not named.</summary>
/// <param name="Hidden">The activation of all hidden layers, or one for each of them.</param>
/// <param name="Output">The activation of the output.</param>
/// <param name="Loss">The loss.</param>
/// <param name="Optimizer">The optimizer with its numbers.</param>
/// <param name="Initializer">The distribution of initial weights.</param>
/// <param name="Math">How exact functions are.</param>
internal sealed record NetworkChoices(
    EquatableArray<ActivationModel> Hidden,
    ActivationModel Output,
    LossKind Loss,
    OptimizerModel Optimizer,
    InitializerKind Initializer,
    MathKind Math);
