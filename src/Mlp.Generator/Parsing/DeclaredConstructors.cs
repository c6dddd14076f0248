using Mlp.Generator.Model;

namespace Mlp.Generator.Parsing;

/// <summary>The ways that the user's part has of making an instance.</summary>
/// <param name="Any">Whether there is an instance constructor, a primary one included; a record's copy constructor is none.</param>
/// <param name="Copies">Whether there is a copy constructor, which runs no field's initializer.</param>
/// <param name="Missing">What a struct lacks; null where nothing is.</param>
/// <param name="AllowNone">Whether an instance can be made without arguments and without required members, with what is emitted.</param>
internal sealed record DeclaredConstructors(bool Any, bool Copies, ParameterlessConstructor? Missing, bool AllowNone);
