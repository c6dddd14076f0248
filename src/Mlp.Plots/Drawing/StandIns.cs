using System.Collections.Generic;
using System.Linq;
using System.Text;
using SkiaSharp;

namespace Mlp.Plots.Drawing;

/// <summary>
/// Letters in place of those that a font lacks, each its own, while Skia writes a document: it leaves out what it has no glyph for,
/// but a viewer may have a font for it. Afterwards the texts are as they were.
/// </summary>
internal sealed class StandIns
{
    // Frames and blocks, then accented letters of Vietnamese and of old Greek: hundreds that no text of the same plot is likely to have.
    private static readonly (int First, int Last)[] Pool = [(0x2500, 0x259F), (0x1EA0, 0x1EF9), (0x1F00, 0x1FFC)];

    private readonly Dictionary<Rune, Rune> _standIns = [];
    private readonly Dictionary<Rune, Rune> _originals = [];
    private readonly HashSet<Rune> _taken;

    /// <param name="texts">All texts of the plot: none of their letters stands in for another.</param>
    internal StandIns(IEnumerable<string> texts) => _taken = [.. texts.SelectMany(text => text.EnumerateRunes())];

    /// <summary>A text of letters that a font has.</summary>
    internal string Replace(string text, SKTypeface font) => Map(text, rune =>
    {
        if (font.ContainsGlyph(rune.Value))
        {
            return rune;
        }

        if (!_standIns.TryGetValue(rune, out Rune other))
        {
            other = Pool.SelectMany(range => Enumerable.Range(range.First, range.Last - range.First + 1))
                .Where(code => font.ContainsGlyph(code)).Select(code => new Rune(code))
                .FirstOrDefault(code => _taken.Add(code), new Rune('?'));
            _standIns[rune] = other;
            _originals.TryAdd(other, rune);
        }

        return other;
    });

    /// <summary>The text that another one stands for.</summary>
    internal string Restore(string text) => Map(text, rune => rune.Value != '?' && _originals.TryGetValue(rune, out Rune original) ? original : rune);

    private static string Map(string text, System.Func<Rune, Rune> map)
    {
        var mapped = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            mapped.Append(map(rune).ToString());
        }

        return mapped.ToString();
    }
}
