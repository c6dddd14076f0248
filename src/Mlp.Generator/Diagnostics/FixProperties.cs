namespace Mlp.Generator.Diagnostics;

/// <summary>The keys under which a diagnostic tells its code fix what to do.</summary>
internal static class FixProperties
{
    /// <summary>The right name, or the modifier to remove.</summary>
    public const string Fix = "Fix";
}
