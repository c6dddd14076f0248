namespace Mlp.Plots.Tests;

/// <summary>What the light theme draws with.</summary>
internal static class Colours
{
    public const string First = "#0072B2";
    public const string Second = "#D55E00";
}
