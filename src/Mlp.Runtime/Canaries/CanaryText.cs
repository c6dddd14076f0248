using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Mlp.Serialization;

namespace Mlp.Serving;

/// <summary>Writes a canary as a line of text and reads it back.</summary>
/// <remarks><code>
/// 5.1 3.5 -> 0.98 0.01 within 0.0001
/// 5.1 3.5 -> 0.98 0.01 within 2E-07 3E-09 each; 6.1 2.9 -> 0.2 0.7 within 3E-07 2E-07 each; parameters 9f86d081…; schema 60303ae2…
/// </code></remarks>
internal static class CanaryText
{
    /// <summary>Its key in the metadata of a weight file.</summary>
    internal const string Key = "mlp.canary";

    private const string Arrow = "->";
    private const string Within = "within";
    private const string Each = "each";
    private const string Parameters = "parameters";
    private const string Schema = "schema";

    internal static string Write(Canary canary)
    {
        var text = new StringBuilder();
        for (int sample = 0; sample < canary.SampleCount; sample++)
        {
            Append(canary.Input.Span.Slice(sample * canary.InputSize, canary.InputSize));
            text.Append(Arrow).Append(' ');
            Append(canary.ExpectedOutput.Span.Slice(sample * canary.OutputSize, canary.OutputSize));
            text.Append(Within).Append(' ');
            if (canary.Tolerances.IsEmpty)
            {
                text.Append(CultureInfo.InvariantCulture, $"{canary.Tolerance}");
            }
            else
            {
                Append(canary.Tolerances.Span.Slice(sample * canary.OutputSize, canary.OutputSize));
                text.Append(Each);
            }

            text.Append(sample + 1 < canary.SampleCount ? "; " : "");
        }

        AppendHash(Parameters, canary.ParameterHash);
        AppendHash(Schema, canary.SchemaHash);
        return text.ToString();

        void AppendHash(string name, string? hash) => text.Append(hash is null ? "" : $"; {name} {hash}");

        // The default format of a float is the shortest text that reads back to the same bits.
        void Append(ReadOnlySpan<float> values)
        {
            foreach (float value in values)
            {
                text.Append(CultureInfo.InvariantCulture, $"{value} ");
            }
        }
    }

    /// <summary>Reads the value in a weight file.</summary>
    /// <exception cref="WeightFileException">It is no canary.</exception>
    internal static Canary Read(string text) => TryRead(text, out Canary? canary, out _) ? canary : throw MetadataJson.Damaged(Key);

    internal static bool TryRead(string text, [NotNullWhen(true)] out Canary? canary, [NotNullWhen(false)] out string? complaint)
    {
        canary = null;
        var hashes = default(CanaryHashes);
        var samples = new Samples();
        foreach (Range part in text.AsSpan().Split(';'))
        {
            ReadOnlySpan<char> rest = text.AsSpan()[part];
            ReadOnlySpan<char> behind = rest;
            ReadOnlySpan<char> first = NextWord(ref behind);
            if (first.SequenceEqual(Parameters) && hashes == default)
            {
                complaint = ReadHash(behind, out string hash);
                hashes = hashes with { Parameters = hash };
            }
            else if (first.SequenceEqual(Schema) && hashes.Schema is null)
            {
                complaint = ReadHash(behind, out string hash);
                hashes = hashes with { Schema = hash };
            }
            else
            {
                complaint = hashes == default ? samples.Add(rest) : "A canary has more behind its hashes, but they must be the last.";
            }

            if (complaint is not null)
            {
                return false;
            }
        }

        canary = samples.ToCanary(hashes, out complaint);
        return canary is not null;
    }

    private static string? ReadHash(ReadOnlySpan<char> rest, out string hash)
    {
        ReadOnlySpan<char> word = NextWord(ref rest);
        hash = word.ToString();
        return ParameterHash.IsHash(word) && rest.IsWhiteSpace() ? null
            : $"A canary has '{Cut(word)}' for a hash, but must have {ParameterHash.Digits} lower-case hexadecimal digits there, and no more.";
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

    /// <summary>The samples that have been read.</summary>
    private sealed class Samples
    {
        private readonly List<float> _inputs = [];
        private readonly List<float> _outputs = [];
        private readonly List<float> _tolerances = [];
        private int _count;
        private bool _hasEach;

        /// <summary>Reads one more; gives what is wrong with it.</summary>
        internal string? Add(ReadOnlySpan<char> text)
        {
            (int inputs, int outputs, int tolerances) = (_inputs.Count, _outputs.Count, _tolerances.Count);
            List<float> part = _inputs;
            bool each = false;
            while (NextWord(ref text) is { IsEmpty: false } word)
            {
                if (word.SequenceEqual(Arrow) && part == _inputs)
                {
                    part = _outputs;
                }
                else if (word.SequenceEqual(Within) && part == _outputs)
                {
                    part = _tolerances;
                }
                else if (word.SequenceEqual(Each) && part == _tolerances && !each)
                {
                    each = true;
                }
                else if (!each && float.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out float value) && float.IsFinite(value) && (value >= 0 || part != _tolerances))
                {
                    part.Add(value);
                }
                else
                {
                    return $"A canary has '{Cut(word)}', but must be inputs -> outputs within a tolerance, all finite numbers, the tolerance 0 or more.";
                }
            }

            (inputs, outputs, tolerances) = (_inputs.Count - inputs, _outputs.Count - outputs, _tolerances.Count - tolerances);
            if (inputs == 0 || outputs == 0 || tolerances != (each ? outputs : 1))
            {
                return FormattableString.Invariant(
                    $"A canary has {inputs} inputs, {outputs} outputs and {tolerances} tolerances, but must be inputs -> outputs within one tolerance of 0 or more, or one for each output and the word each.");
            }

            _count++;
            bool isLikeFirst = inputs * _count == _inputs.Count && outputs * _count == _outputs.Count && (_count == 1 || each == _hasEach)
                && (each || _tolerances[^1] == _tolerances[0]);
            _hasEach = each;
            return isLikeFirst ? null
                : FormattableString.Invariant($"A canary has another number of inputs, outputs or tolerances in sample {_count - 1} (counted from 0), or another tolerance, but must have the same in all.");
        }

        internal Canary? ToCanary(CanaryHashes hashes, out string? complaint)
        {
            complaint = _count > 0 ? null : "A canary has no sample, but must be inputs -> outputs within a tolerance.";
            return _count == 0 ? null
                : _hasEach ? Canary.Of(_count, _inputs.ToArray(), _outputs.ToArray(), _tolerances.ToArray(), hashes)
                : Canary.Of(_count, _inputs.ToArray(), _outputs.ToArray(), _tolerances[0], hashes);
        }
    }
}
