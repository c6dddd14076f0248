namespace Mlp.Generator.Diagnostics;

/// <summary>Where the page of a diagnostic is.</summary>
internal static class HelpLink
{
    /// <summary>Relative to the root of the repository; put the address of the published pages in front of it.</summary>
    public const string Base = "docs/diagnostics/";

    public const string Extension = ".md";
}
