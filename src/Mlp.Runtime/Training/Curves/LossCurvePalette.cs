namespace Mlp.Training;

/// <summary>
/// The colours of a <see cref="LossCurve"/>. Each stands twice: as an attribute that can be read on light and on dark, for
/// viewers that know no style sheets or no schemes, and in the style sheet for each scheme.
/// </summary>
internal static class LossCurvePalette
{
    internal const string StyleSheet = """
          <style>
            @media (prefers-color-scheme: light) {
              .lc-text { fill: #1f2328 } .lc-muted { fill: #59636e } .lc-grid { stroke: #d1d9e0; stroke-opacity: 1 }
              .lc-training { stroke: #0969da } .lc-validation { stroke: #bc4c00 } .lc-best { stroke: #59636e }
              .lc-training-dot { fill: #0969da } .lc-validation-dot { fill: #bc4c00 }
            }
            @media (prefers-color-scheme: dark) {
              .lc-text { fill: #f0f6fc } .lc-muted { fill: #9198a1 } .lc-grid { stroke: #3d444d; stroke-opacity: 1 }
              .lc-training { stroke: #4493f8 } .lc-validation { stroke: #f0883e } .lc-best { stroke: #9198a1 }
              .lc-training-dot { fill: #4493f8 } .lc-validation-dot { fill: #f0883e }
            }
          </style>
        """;

    internal const string Text = "class=\"lc-text\" fill=\"#7d8590\"";
    internal const string Muted = "class=\"lc-muted\" fill=\"#7d8590\"";
    internal const string Grid = "class=\"lc-grid\" stroke=\"#7d8590\" stroke-opacity=\"0.35\"";
    internal const string Best = "class=\"lc-best\" stroke=\"#7d8590\"";

    internal static readonly LossCurveSeries Training = new("training", "#388bfd");
    internal static readonly LossCurveSeries Validation = new("validation", "#db6d28");
}
