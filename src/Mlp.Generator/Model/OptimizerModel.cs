using System.Collections.Generic;
using System.Linq;

namespace Mlp.Generator.Model;

/// <summary>The optimizer of a training step with its numbers.</summary>
/// <param name="Kind">Which one.</param>
/// <param name="Constants">All numbers that it has, and no others.</param>
internal sealed record OptimizerModel(OptimizerKind Kind, EquatableArray<OptimizerConstant> Constants)
{
    public static OptimizerModel SGD { get; } = Default(OptimizerKind.SGD);

    /// <summary>How many numbers it remembers for each parameter.</summary>
    public int Moments => Kind switch
    {
        OptimizerKind.SGD => 0,
        OptimizerKind.Momentum or OptimizerKind.Nesterov or OptimizerKind.RMSProp => 1,
        _ => 2,
    };

    /// <summary>Whether weights, never biases, are drawn towards zero.</summary>
    public bool Regularizes => this[OptimizerConstant.WeightDecay] != 0 || this[OptimizerConstant.L1] != 0;

    /// <summary>The kind, and the constants that are not the default: the same for equal optimizers alone.</summary>
    public string Name => string.Join("_", NotDefault.Select(constant => constant.Name + "_" + Numeral.Identifier(constant.Value)).Prepend(Kind.ToString()));

    /// <summary>The constants that are not the default.</summary>
    public IEnumerable<OptimizerConstant> NotDefault => Constants.Where(constant => !constant.IsDefault);

    /// <summary>The value of a constant; 0 for one that the optimizer does not have.</summary>
    public double this[string name] => Constants.FirstOrDefault(constant => constant.Name == name)?.Value ?? 0;

    /// <summary>An optimizer as PyTorch has it.</summary>
    public static OptimizerModel Default(OptimizerKind kind) => new(kind, Own(kind)
        .Append(Constant(OptimizerConstant.WeightDecay, kind == OptimizerKind.AdamW ? 0.01 : 0))
        .Append(Constant(OptimizerConstant.L1, 0))
        .ToEquatableArray());

    private static IEnumerable<OptimizerConstant> Own(OptimizerKind kind) => kind switch
    {
        OptimizerKind.Momentum or OptimizerKind.Nesterov => [Constant(OptimizerConstant.Momentum, 0.9)],
        OptimizerKind.RMSProp => [Constant(OptimizerConstant.Rho, 0.99), Constant(OptimizerConstant.Epsilon, 1e-8)],
        OptimizerKind.Adam or OptimizerKind.AdamW =>
        [
            Constant(OptimizerConstant.Beta1, 0.9),
            Constant(OptimizerConstant.Beta2, 0.999),
            Constant(OptimizerConstant.Epsilon, 1e-8),
        ],
        _ => [],
    };

    private static OptimizerConstant Constant(string name, double value) => new(name, value, value);
}
