using ScottPlot;

namespace Mlp.Plots.Drawing;

/// <summary>The colours of a theme.</summary>
internal sealed record ThemePalette
{
    // Okabe and Ito's, without black and in an order that keeps the first ones far apart; yellow last, for on white it is pale.
    private static readonly string[] Universal = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00", "#F0E442"];

    // As many as colours have no common divisor with: 35 pairs that differ.
    private static readonly MarkerShape[] Shapes =
    [
        MarkerShape.FilledCircle, MarkerShape.FilledSquare, MarkerShape.FilledTriangleUp, MarkerShape.FilledDiamond, MarkerShape.FilledTriangleDown,
    ];

    /// <summary>The number of classes whose marks differ in colour or shape.</summary>
    internal const int MostClasses = 35;

    internal static ThemePalette Light { get; } = new()
    {
        Background = Color.FromHex("#FFFFFF"),
        Ink = Color.FromHex("#1F2328"),
        Muted = Color.FromHex("#59636E"),
        Grid = Color.FromHex("#E3E8ED"),
        First = Color.FromHex("#0072B2"),
        Second = Color.FromHex("#D55E00"),
        Scale = Color.FromHex(["#FFFFFF", "#C9DDF0", "#7FB2DB", "#2F7CBB", "#08458A"]),
        Tint = 0.25,
    };

    internal static ThemePalette Dark { get; } = new()
    {
        Background = Color.FromHex("#0D1117"),
        Ink = Color.FromHex("#F0F6FC"),
        Muted = Color.FromHex("#9EA7B1"),
        Grid = Color.FromHex("#2A313A"),
        First = Color.FromHex("#56B4E9"),
        Second = Color.FromHex("#E69F00"),
        Scale = Color.FromHex(["#0D1117", "#123355", "#1D5E96", "#3F96D6", "#A5D6FF"]),
        Tint = 0.4,
    };

    internal required Color Background { get; init; }

    /// <summary>Titles, and what is read first.</summary>
    internal required Color Ink { get; init; }

    /// <summary>Axes and their labels.</summary>
    internal required Color Muted { get; init; }

    internal required Color Grid { get; init; }

    /// <summary>Training; samples.</summary>
    internal required Color First { get; init; }

    /// <summary>Validation; what should be.</summary>
    internal required Color Second { get; init; }

    /// <summary>From nothing to all: lightness alone orders them.</summary>
    internal required Color[] Scale { get; init; }

    /// <summary>How much of the colour of a class its region has.</summary>
    internal required double Tint { get; init; }

    internal static Color OfClass(int label) => Color.FromHex(Universal[label % Universal.Length]);

    internal static MarkerShape ShapeOfClass(int label) => Shapes[label % Shapes.Length];

    internal Color RegionOfClass(int label) => Background.MixedWith(OfClass(label), Tint);

    /// <summary>Ink that can be read on a colour: black or white, whichever has the larger contrast [WCAG 2.1, relative luminance].</summary>
    internal static Color InkOn(Color ground)
    {
        double luminance = (0.2126 * Linear(ground.R)) + (0.7152 * Linear(ground.G)) + (0.0722 * Linear(ground.B));
        return (luminance + 0.05) * (luminance + 0.05) > 1.05 * 0.05 ? Colors.Black : Colors.White;

        static double Linear(byte channel)
        {
            double value = channel / 255.0;
            return value <= 0.04045 ? value / 12.92 : System.Math.Pow((value + 0.055) / 1.055, 2.4);
        }
    }
}
