using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Model;

namespace Mlp.Generator.Parsing;

/// <summary>The names that each named argument may have.</summary>
internal static class KnownNames
{
    private static readonly Dictionary<string, ActivationKind> ActivationAliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["None"] = ActivationKind.Identity,
        ["Linear"] = ActivationKind.Identity,
        ["Swish"] = ActivationKind.SiLU,
        ["Logistic"] = ActivationKind.Sigmoid,
        ["Exponential"] = ActivationKind.Exp,
        ["ParametricReLU"] = ActivationKind.PReLU,
    };

    private static readonly ActivationKind[] OutputOnly = [ActivationKind.Softmax, ActivationKind.Exp];

    // A layer that learns: what it makes is not what a loss is of.
    private static readonly ActivationKind[] HiddenOnly = [ActivationKind.PReLU];

    public static NameTable<ActivationKind> OutputActivations { get; } = Activations("output activation", HiddenOnly);

    public static NameTable<ActivationKind> HiddenActivations { get; } = Activations("hidden activation", OutputOnly);

    public static NameTable<LossKind> Losses { get; } = new("loss", All<LossKind>(), new Dictionary<string, LossKind>(StringComparer.OrdinalIgnoreCase)
    {
        ["MSE"] = LossKind.SquaredError,
        ["MeanSquaredError"] = LossKind.SquaredError,
        ["BCE"] = LossKind.BinaryCrossEntropy,
        ["CategoricalCrossEntropy"] = LossKind.CrossEntropy,
        ["Poisson"] = LossKind.PoissonNegativeLogLikelihood,
    });

    public static NameTable<OptimizerKind> Optimizers { get; } =
        new("optimizer", All<OptimizerKind>(), new Dictionary<string, OptimizerKind>(StringComparer.OrdinalIgnoreCase)
        {
            ["GradientDescent"] = OptimizerKind.SGD,
            ["NAG"] = OptimizerKind.Nesterov,
        });

    public static NameTable<InitializerKind> Initializers { get; } = new("initializer", All<InitializerKind>(), new Dictionary<string, InitializerKind>(StringComparer.OrdinalIgnoreCase)
    {
        ["Glorot"] = InitializerKind.GlorotUniform,
        ["Xavier"] = InitializerKind.GlorotUniform,
        ["He"] = InitializerKind.HeUniform,
        ["Kaiming"] = InitializerKind.HeUniform,
    });

    public static NameTable<MathKind> MathModes { get; } = new("math mode", All<MathKind>(), new Dictionary<string, MathKind>(StringComparer.OrdinalIgnoreCase)
    {
        ["Accurate"] = MathKind.Default,
        ["Precise"] = MathKind.Default,
        ["Strict"] = MathKind.Default,
        ["FastMath"] = MathKind.Fast,
    });

    public static NameTable<PaddingKind> Paddings { get; } = new("padding", All<PaddingKind>(), new Dictionary<string, PaddingKind>(StringComparer.OrdinalIgnoreCase)
    {
        ["None"] = PaddingKind.Valid,
        ["SAME_UPPER"] = PaddingKind.Same,
    });

    private static NameTable<ActivationKind> Activations(string noun, ActivationKind[] without) => new(
        noun,
        [.. All<ActivationKind>().Except(without)],
        ActivationAliases.Where(alias => !without.Contains(alias.Value)).ToDictionary(alias => alias.Key, alias => alias.Value, StringComparer.OrdinalIgnoreCase));

    private static TKind[] All<TKind>()
        where TKind : struct, Enum => (TKind[])Enum.GetValues(typeof(TKind));
}
