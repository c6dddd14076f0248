using System;
using Mlp.Generator.Model;

namespace Mlp.Generator.Parsing;

/// <summary>The annotated type as the user declared it, with all that may be wrong with it.</summary>
/// <param name="Shape">What the emitted part will repeat.</param>
/// <param name="Levels">The type, then the types around it, innermost first.</param>
/// <param name="HasOwnLayout">Whether it has a <c>StructLayout</c> attribute.</param>
/// <param name="Constructors">How the user's part makes an instance.</param>
/// <param name="IsDocumented">Whether the user's part has a doc comment.</param>
/// <param name="BaseNeedsArguments">Whether a constructor without arguments for its base class could not be emitted.</param>
/// <param name="Members">The members that have the name of an emitted one.</param>
internal sealed record DeclaredType(
    TypeShape Shape,
    EquatableArray<DeclaredLevel> Levels,
    bool HasOwnLayout,
    DeclaredConstructors Constructors,
    bool IsDocumented,
    bool BaseNeedsArguments,
    EquatableArray<DeclaredMember> Members);

/// <summary>A type or a type around it.</summary>
internal sealed record DeclaredLevel(string Name, bool IsPartial, ForbiddenModifiers Modifiers);

/// <summary>The modifiers that a network cannot have.</summary>
[Flags]
internal enum ForbiddenModifiers
{
    None = 0,
    Static = 1,
    Abstract = 2,
    Ref = 4,
    ReadOnly = 8,
    File = 16,
}
