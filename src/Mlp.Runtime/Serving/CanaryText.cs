using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Mlp.Serving;

/// <summary>Writes a canary as a line of text and reads it back.</summary>
internal static class CanaryText
{
    /// <summary>Its key in the metadata of a weight file.</summary>
    internal const string Key = "mlp.canary";

    private const string Arrow = "->";
    private const string Within = "within";

    internal static string Write(Canary canary)
    {
        var text = new StringBuilder();
        Append(canary.Input.Span);
        text.Append(Arrow).Append(' ');
        Append(canary.ExpectedOutput.Span);
        return text.Append(Within).Append(' ').Append(CultureInfo.InvariantCulture, $"{canary.Tolerance}").ToString();

        // The default format of a float is the shortest text that reads back to the same bits.
        void Append(ReadOnlySpan<float> values)
        {
            foreach (float value in values)
            {
                text.Append(CultureInfo.InvariantCulture, $"{value} ");
            }
        }
    }

    internal static bool TryRead(string text, [NotNullWhen(true)] out Canary? canary, [NotNullWhen(false)] out string? complaint)
    {
        canary = null;
        complaint = null;
        List<float> inputs = [];
        List<float> outputs = [];
        List<float> tolerances = [];
        List<float> part = inputs;
        ReadOnlySpan<char> rest = text;
        while (NextWord(ref rest) is { IsEmpty: false } word)
        {
            if (word.SequenceEqual(Arrow) && part == inputs)
            {
                part = outputs;
            }
            else if (word.SequenceEqual(Within) && part == outputs)
            {
                part = tolerances;
            }
            else if (float.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out float value) && float.IsFinite(value))
            {
                part.Add(value);
            }
            else
            {
                complaint = $"A canary has '{Cut(word)}', but must be inputs -> outputs within a tolerance, all finite numbers.";
                return false;
            }
        }

        if (inputs.Count == 0 || outputs.Count == 0 || tolerances is not [>= 0])
        {
            complaint = FormattableString.Invariant(
                $"A canary has {inputs.Count} inputs, {outputs.Count} outputs and {tolerances.Count} tolerances, but must be inputs -> outputs within one tolerance of 0 or more.");
            return false;
        }

        canary = new Canary(inputs.ToArray(), outputs.ToArray(), tolerances[0]);
        return true;
    }

    // No object for each word: a text from a file may have very many.
    private static ReadOnlySpan<char> NextWord(ref ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart();
        int length = 0;
        while (length < rest.Length && !char.IsWhiteSpace(rest[length]))
        {
            length++;
        }

        ReadOnlySpan<char> word = rest[..length];
        rest = rest[length..];
        return word;
    }

    /// <summary>A word from a file may be anything: a message shows its beginning.</summary>
    private static string Cut(ReadOnlySpan<char> word) => word.Length <= 40 ? word.ToString() : string.Concat(word[..40], "…");
}
