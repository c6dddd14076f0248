namespace Mlp.Generator.Diagnostics;

/// <summary>The keys under which a diagnostic tells its code fix what to do.</summary>
internal static class FixProperties
{
    /// <summary>The right name, the modifier to remove, the digits of a layer size, or weight files to choose from.</summary>
    public const string Fix = "Fix";

    /// <summary>What stands between weight files.</summary>
    public const char Separator = '\n';
}
