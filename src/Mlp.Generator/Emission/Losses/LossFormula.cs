using Mlp.Generator.Model;

namespace Mlp.Generator.Emission.Losses;

/// <summary>How a loss is written in mathematics, and the check of its targets' domain.</summary>
/// <param name="Definition">The loss of a sample, for comments.</param>
/// <param name="DomainCheck">The runtime's check that every target is in the domain.</param>
/// <param name="DomainWords">The domain in words, for doc comments.</param>
internal sealed record LossFormula(string Definition, string DomainCheck, string DomainWords)
{
    public static LossFormula Of(LossKind loss) => loss switch
    {
        LossKind.SquaredError => new("½ Σ (ŷ − y)²", "Finite", "finite numbers"),
        LossKind.BinaryCrossEntropy => new("Σ max(z, 0) − z·y + log(1 + e^−|z|)", "Probabilities", "probabilities, 0 to 1"),
        LossKind.CrossEntropy => new("λ + log Σ e^(z−λ) − Σ y·z, λ = max z", "Probabilities", "probabilities, 0 to 1"),
        _ => new("Σ e^z − y·z", "Counts", "finite numbers of 0 or more"),
    };
}
