namespace Mlp.Generator.Model;

/// <summary>
/// The constructor that a struct is given whose own ones all want arguments: without it, <c>new()</c> would run none, and there
/// would be no parameters.
/// </summary>
/// <param name="Chained">
/// The types of the primary constructor's parameters, whose defaults it passes on, for C# wants every other constructor to run the
/// primary one; null where there is no primary constructor.
/// </param>
/// <param name="SetsRequiredMembers">Whether the primary constructor says that it sets required members; then this one must say so too.</param>
internal sealed record ParameterlessConstructor(EquatableArray<string>? Chained, bool SetsRequiredMembers);
