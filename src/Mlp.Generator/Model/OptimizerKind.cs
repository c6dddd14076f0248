namespace Mlp.Generator.Model;

/// <summary>The optimizers; the names are the public constants of <c>Mlp.Optimizer</c>.</summary>
internal enum OptimizerKind
{
    SGD,
    Momentum,
    Nesterov,
    RMSProp,
    Adam,
    AdamW,
}
