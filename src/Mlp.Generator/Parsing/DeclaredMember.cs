namespace Mlp.Generator.Parsing;

/// <summary>Where a member that may be in an emitted one's way comes from.</summary>
internal enum MemberOrigin
{
    Own,
    ExplicitImplementation,
    TypeParameter,
    InheritedAbstract,
}

/// <summary>A member of the user's that has the name of an emitted one.</summary>
/// <param name="Origin">Where it comes from.</param>
/// <param name="Name">The name it shares with the emitted member.</param>
/// <param name="Parameters">As in <see cref="Model.EmittedMember.Parameters"/>, with the arity in front of a generic method.</param>
/// <param name="SymbolName">The name the type knows it by.</param>
/// <param name="Index">Its place among the members, or the type parameters, of that name.</param>
internal sealed record DeclaredMember(MemberOrigin Origin, string Name, string? Parameters, string SymbolName, int Index);
