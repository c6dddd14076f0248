using Mlp.Generator.Model;

namespace Mlp.Generator.Planning;

/// <summary>What planning must know of an activation: where it is computed and where its derivative comes from.</summary>
internal static class ActivationTraits
{
    /// <summary>One or two instructions: applied to a tile while it is still in registers. The others are a pass of their own.</summary>
    public static bool IsFused(ActivationModel activation) =>
        activation.Kind is ActivationKind.Identity or ActivationKind.ReLU or ActivationKind.LeakyReLU or ActivationKind.ReLU6;

    /// <summary>Vector operations of one activation, about: what their formulas in the runtime come to.</summary>
    public static int Operations(ActivationModel activation) => activation.Kind switch
    {
        ActivationKind.Identity => 0,
        ActivationKind.ReLU => 1,
        ActivationKind.LeakyReLU or ActivationKind.ReLU6 => 2,
        ActivationKind.HardSigmoid or ActivationKind.Softsign => 5,
        ActivationKind.HardSwish => 6,
        ActivationKind.Mish => 40,
        ActivationKind.GELU => 50,
        _ => 25,
    };

    /// <summary>
    /// The derivative is not cheap to have from the activation's output, so the forward pass of training stores it beside
    /// the output. The others need no pre-activation: σ: a(1 − a); tanh: 1 − a²; ReLU: a &gt; 0.
    /// </summary>
    public static bool StoresSlope(ActivationModel activation) =>
        activation.Kind is ActivationKind.SiLU or ActivationKind.GELU or ActivationKind.Softplus or ActivationKind.ArcTan
            or ActivationKind.HardSwish or ActivationKind.Mish;

    /// <summary>Whether the derivative is a function of the pre-activation, not of the output.</summary>
    public static bool SlopeNeedsPreActivation(ActivationModel activation) =>
        activation.Kind is ActivationKind.SiLU or ActivationKind.GELU or ActivationKind.ArcTan or ActivationKind.HardSwish or ActivationKind.Mish;

    /// <summary>Whether loss and output are a canonical pair, for which δ = ŷ − y [NPFL129].</summary>
    public static bool IsCanonical(ActivationModel output, LossKind loss) => (output.Kind, loss) switch
    {
        (ActivationKind.Identity, LossKind.SquaredError) => true,
        (ActivationKind.Sigmoid, LossKind.BinaryCrossEntropy) => true,
        (ActivationKind.Softmax, LossKind.CrossEntropy) => true,
        (ActivationKind.Exp, LossKind.PoissonNegativeLogLikelihood) => true,
        _ => false,
    };
}
