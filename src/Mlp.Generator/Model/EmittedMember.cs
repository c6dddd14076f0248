namespace Mlp.Generator.Model;

/// <summary>One member of the emitted part, as far as a member of the user's part can be in its way.</summary>
/// <param name="Name">The name.</param>
/// <param name="Parameters">
/// The parameter types, fully qualified and joined by commas, for a method, which may be overloaded; null for anything else.
/// </param>
internal sealed record EmittedMember(string Name, string? Parameters)
{
    /// <summary>Whether C# forbids this member beside one of the same name with the given parameters.</summary>
    public bool ClashesWith(string? otherParameters) =>
        Parameters is null || otherParameters is null || Parameters == otherParameters;
}
