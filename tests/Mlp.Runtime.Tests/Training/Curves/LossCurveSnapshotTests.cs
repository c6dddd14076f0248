using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Training.Curves;

/// <summary>The text of one small picture, in full: a change of it is seen, and made on purpose.</summary>
public sealed class LossCurveSnapshotTests
{
    [Fact]
    public void A_small_picture() => new LossCurve([1.5, 0.75, 0.5], [1.625, 1, 1.25])
    {
        Title = "Iris <4-16-3>",
        Width = 480,
        Height = 240,
    }.ToSvg().ShouldBe("""
        <svg xmlns="http://www.w3.org/2000/svg" width="480" height="240" viewBox="0 0 480 240" role="img" font-family="system-ui, -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif" font-size="13">
          <title>Iris &lt;4-16-3&gt;</title>
          <desc>Training and validation loss over 3 epochs; best epoch 2: 1</desc>
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
          <text class="lc-text" fill="#7d8590" x="24" y="30" font-size="17" font-weight="600">Iris &lt;4-16-3&gt;</text>
          <path class="lc-grid" stroke="#7d8590" stroke-opacity="0.35" d="M69 188H456"/>
          <text class="lc-muted" fill="#7d8590" x="61" y="188" dy="0.35em" text-anchor="end">0.5</text>
          <path class="lc-grid" stroke="#7d8590" stroke-opacity="0.35" d="M69 150.67H456"/>
          <text class="lc-muted" fill="#7d8590" x="61" y="150.67" dy="0.35em" text-anchor="end">1.0</text>
          <path class="lc-grid" stroke="#7d8590" stroke-opacity="0.35" d="M69 113.33H456"/>
          <text class="lc-muted" fill="#7d8590" x="61" y="113.33" dy="0.35em" text-anchor="end">1.5</text>
          <path class="lc-grid" stroke="#7d8590" stroke-opacity="0.35" d="M69 76H456"/>
          <text class="lc-muted" fill="#7d8590" x="61" y="76" dy="0.35em" text-anchor="end">2.0</text>
          <path class="lc-best" stroke="#7d8590" d="M69 188H456"/>
          <path class="lc-best" stroke="#7d8590" d="M69 188v5"/>
          <text class="lc-muted" fill="#7d8590" x="69" y="208" text-anchor="middle">1</text>
          <path class="lc-best" stroke="#7d8590" d="M262.5 188v5"/>
          <text class="lc-muted" fill="#7d8590" x="262.5" y="208" text-anchor="middle">2</text>
          <path class="lc-best" stroke="#7d8590" d="M456 188v5"/>
          <text class="lc-muted" fill="#7d8590" x="456" y="208" text-anchor="middle">3</text>
          <text class="lc-muted" fill="#7d8590" x="262.5" y="228" text-anchor="middle">epoch</text>
          <text class="lc-muted" fill="#7d8590" transform="translate(28 132) rotate(-90)" text-anchor="middle">loss</text>
          <path class="lc-training" stroke="#388bfd" stroke-width="3" d="M24 52h22"/>
          <text class="lc-muted" fill="#7d8590" x="52" y="56">training</text>
          <path class="lc-validation" stroke="#db6d28" stroke-width="3" d="M128 52h22"/>
          <text class="lc-muted" fill="#7d8590" x="156" y="56">validation</text>
          <path class="lc-best" stroke="#7d8590" stroke-dasharray="3 3" d="M250 44v16"/>
          <text class="lc-muted" fill="#7d8590" x="260" y="56">best epoch 2: 1</text>
          <path class="lc-best" stroke="#7d8590" stroke-dasharray="3 3" d="M262.5 76V188"/>
          <path class="lc-training" stroke="#388bfd" fill="none" stroke-width="2" stroke-linejoin="round" stroke-linecap="round" d="M69 113.33L262.5 169.33L456 188"/>
          <path class="lc-validation" stroke="#db6d28" fill="none" stroke-width="2" stroke-linejoin="round" stroke-linecap="round" d="M69 104L262.5 150.67L456 132"/>
          <circle class="lc-validation-dot" fill="#db6d28" cx="262.5" cy="150.67" r="4.5"/>
        </svg>

        """);
}
