using Mlp.Generator.Model;

namespace Mlp.Generator.Parsing;

/// <summary>What became of a declaration: a network, or the issues in the way of one.</summary>
/// <param name="Model">The network; null where an issue forbids it, or where the compiler has already spoken.</param>
/// <param name="Weights">What is compiled into it; null where nothing is.</param>
/// <param name="Complaint">What is wrong with the declaration; null where nothing is.</param>
internal sealed record ValidationResult(NetworkModel? Model, CompiledWeights? Weights, Complaint? Complaint)
{
    /// <summary>In the order of the rules, the same on every run.</summary>
    public EquatableArray<DeclarationIssue> Issues => Complaint?.Issues ?? EquatableArray<DeclarationIssue>.Empty;
}
