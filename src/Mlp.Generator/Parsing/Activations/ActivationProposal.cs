using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Mlp.Generator.Model;

namespace Mlp.Generator.Parsing.Activations;

/// <summary>What was probably meant by a text that is no activation.</summary>
internal static class ActivationProposal
{
    // With the commas of other cultures: LeakyReLU(0,1).
    private static readonly Regex Number = new("[0-9]*[.,]?[0-9]+([eE][+-]?[0-9]+)?", RegexOptions.CultureInvariant);

    private static readonly Regex Word = new("[A-Za-z][A-Za-z0-9]*", RegexOptions.CultureInvariant);

    /// <summary>The activation, with its number where one is written in another way; or several, where only their commas are missing.</summary>
    /// <param name="table">The names that there may be.</param>
    /// <param name="text">What is written.</param>
    /// <param name="isList">Whether there may be several.</param>
    public static string For(NameTable<ActivationKind> table, string text, bool isList)
    {
        Match[] words = [.. Word.Matches(text).Cast<Match>()];
        ActivationKind[] kinds = [.. words.Select(word => table.Find(word.Value)).OfType<ActivationKind>()];
        if (kinds.Length == 0 || text.Length == kinds[0].ToString().Length)
        {
            return table.Nearest(text);
        }

        if (isList && kinds.Length > 1 && kinds.Length == words.Length && !text.Contains('('))
        {
            return string.Join(", ", kinds);
        }

        if (words[0].Index == 0 && ActivationModel.UsualConstant(kinds[0]) is not null && table.Find(words[0].Value) == kinds[0])
        {
            return WithNumber(kinds[0], text.Substring(words[0].Length));
        }

        return table.Nearest(text);
    }

    private static string WithNumber(ActivationKind kind, string rest)
    {
        string digits = Number.Match(rest).Value.Replace(',', '.');
        bool isNumber = double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && (float)number > 0 && !float.IsInfinity((float)number);
        return isNumber ? new ActivationModel(kind, number).ToString() : kind.ToString();
    }
}
