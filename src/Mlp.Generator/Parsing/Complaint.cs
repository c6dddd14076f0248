using Mlp.Generator.Model;

namespace Mlp.Generator.Parsing;

/// <summary>A declaration with all that is wrong with it: what the generator would say if the analyzer could not.</summary>
/// <param name="Declaration">The declaration, by which its type is found again: a place in a source would change with every edit above it.</param>
/// <param name="Issues">What is wrong, one thing or more.</param>
internal sealed record Complaint(MlpDeclaration Declaration, EquatableArray<DeclarationIssue> Issues);
