namespace Mlp.Generator.Diagnostics;

/// <summary>The keys under which a diagnostic tells its code fix what to do.</summary>
internal static class FixProperties
{
    /// <summary>The whole text of the argument after the fix of a piece of it.</summary>
    public const string Whole = "Whole";

    /// <summary>The right name, the name that moves elsewhere (none where it can only go), what stands in a piece's place, the modifier to remove, the digits of a layer size, or weight files to choose from.</summary>
    public const string Fix = "Fix";

    /// <summary>What stands between weight files.</summary>
    public const char Separator = '\n';
}
