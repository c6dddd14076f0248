using Mlp.Generator.Model;

namespace Mlp.Generator.Parsing;

/// <summary>What the named arguments choose, each with its default where it is not named.</summary>
internal sealed record NetworkChoices(
    ActivationKind Hidden,
    ActivationKind Output,
    LossKind Loss,
    OptimizerModel Optimizer,
    InitializerKind Initializer,
    MathKind Math);
