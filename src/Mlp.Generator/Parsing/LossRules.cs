using System.Collections.Generic;
using Mlp.Generator.Model;

namespace Mlp.Generator.Parsing;

/// <summary>Which loss goes with which output activation [NPFL129, table of GLMs].</summary>
internal static class LossRules
{
    /// <summary>The loss of an output for which none is named.</summary>
    public static LossKind DefaultFor(ActivationModel output) => output.Kind switch
    {
        ActivationKind.Sigmoid => LossKind.BinaryCrossEntropy,
        ActivationKind.Softmax => LossKind.CrossEntropy,
        ActivationKind.Exp => LossKind.PoissonNegativeLogLikelihood,
        _ => LossKind.SquaredError,
    };

    /// <summary>Squared error fits every output; a likelihood fits the one output whose distribution it is of.</summary>
    public static IReadOnlyList<LossKind> Fitting(ActivationModel output) =>
        DefaultFor(output) is var canonical and not LossKind.SquaredError ? [canonical, LossKind.SquaredError] : [LossKind.SquaredError];
}
