using Orleans;

namespace Mlp.Searching.Space;

/// <summary>A type of networks, as it is known on every host.</summary>
/// <param name="TypeName">Its full name and that of its assembly, without versions.</param>
/// <param name="Name">What results call it: unlike all others of the space.</param>
/// <param name="Signature">The hash of what it was declared with: <see cref="NetworkSignature"/>.</param>
[GenerateSerializer]
[Immutable]
[Alias("Mlp.Searching.NetworkReference")]
internal sealed record NetworkReference([property: Id(0)] string TypeName, [property: Id(1)] string Name, [property: Id(2)] string Signature);
