namespace Mlp.Generator.Model;

/// <summary>The losses; the names are the public constants of <c>Mlp.Loss</c>.</summary>
internal enum LossKind
{
    SquaredError,
    BinaryCrossEntropy,
    CrossEntropy,
    PoissonNegativeLogLikelihood,
}
