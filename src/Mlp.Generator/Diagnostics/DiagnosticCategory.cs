namespace Mlp.Generator.Diagnostics;

/// <summary>The categories of diagnostics.</summary>
internal static class DiagnosticCategory
{
    /// <summary>The declaration of a network.</summary>
    public const string Network = "Mlp.Network";
}
