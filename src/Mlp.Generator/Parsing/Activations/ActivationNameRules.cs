using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Mlp.Generator.Diagnostics;
using Mlp.Generator.Model;

namespace Mlp.Generator.Parsing.Activations;

/// <summary>What must hold for the activations that an argument names.</summary>
/// <param name="place">Where the argument is, or a piece of it.</param>
/// <param name="table">The names that it may have.</param>
/// <param name="issues">Receives what is wrong.</param>
internal sealed class ActivationNameRules(Func<TextPiece?, IssueTarget> place, NameTable<ActivationKind> table, List<DeclarationIssue> issues)
{
    /// <summary>Each issue has the whole text after its fix: of a long text that is wrong everywhere, this many say enough.</summary>
    private const int MostIssues = 16;

    /// <summary>The activations; null where one is wrong.</summary>
    public EquatableArray<ActivationModel>? Check(IReadOnlyList<WrittenActivation> written)
    {
        var models = new List<ActivationModel>();
        int wrong = 0;
        for (int index = 0; index < written.Count && wrong < MostIssues; index++)
        {
            if (Check(written[index], written.Count) is { } model)
            {
                models.Add(model);
            }
            else
            {
                wrong++;
            }
        }

        return wrong > 0 ? null : models.ToEquatableArray();
    }

    /// <summary>Whether there is one activation for all hidden layers, or one for each.</summary>
    /// <param name="activations">The activations.</param>
    /// <param name="declaration">The declaration.</param>
    /// <param name="issues">Receives what is wrong.</param>
    public static void CheckCount(EquatableArray<ActivationModel> activations, MlpDeclaration declaration, List<DeclarationIssue> issues)
    {
        LayerSizes sizes = declaration.Sizes;
        if (declaration.Layers is not null && activations.Count > 1)
        {
            string[] said = [Text(activations.Count), "layers that can name their own", "one at each layer that has another"];
            issues.Add(new DeclarationIssue(DiagnosticIds.ActivationCount, IssueTarget.NamedArgument("Hidden"), said.ToEquatableArray()));
            return;
        }

        int layers = sizes.Items.Count - Limits.MinLayerSizes;
        if (declaration.Layers is null && activations.Count > 1 && activations.Count != layers && layers >= 0 && sizes.State == LayerSizesState.Bound)
        {
            string there = layers == 0 ? "no hidden layer" : Text(layers) + (layers == 1 ? " hidden layer" : " hidden layers");
            string[] arguments = [Text(activations.Count), there, "one for each"];
            issues.Add(new DeclarationIssue(DiagnosticIds.ActivationCount, IssueTarget.NamedArgument("Hidden"), arguments.ToEquatableArray()));
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private ActivationModel? Check(WrittenActivation written, int count)
    {
        string name = written.Name.In(written.Text);
        if (table.Find(name) is not { } kind)
        {
            return CheckUnknown(written, name, count);
        }

        if (written.Constant is not { } piece)
        {
            return kind;
        }

        if (ActivationModel.UsualConstant(kind) is not { } usual)
        {
            ActivationKind[] owners = [.. ((ActivationKind[])Enum.GetValues(typeof(ActivationKind))).Where(other => ActivationModel.UsualConstant(other) is not null)];
            string listed = $"{string.Join(", ", owners.Take(owners.Length - 1))} and {owners.Last()}";
            return Report(DiagnosticIds.ForeignConstant, written, piece, "", MessageText.Shorten(piece.In(written.Text)), kind.ToString(), listed, "activation");
        }

        if (written.Number is not { } number)
        {
            return ReportUnknown(written, written.Whole, ActivationProposal.For(table, written.Whole.In(written.Text), isList: false));
        }

        return IsInRange(kind, number) && IsInRange(kind, (float)number)
            ? new ActivationModel(kind, number.Equals(usual) ? null : number)
            : CheckRange(written, kind, number, piece);
    }

    private ActivationModel? CheckUnknown(WrittenActivation written, string name, int count)
    {
        if (name.Length == 0)
        {
            return ReportMissing(written);
        }

        if (KnownNames.OutputActivations.Find(name) is not { } outputOnly)
        {
            return ReportUnknown(written, written.Name, ActivationProposal.For(table, name, isList: table == KnownNames.HiddenActivations));
        }

        // Alone it can become the output's; among others it gives way to the default.
        var issue = new DeclarationIssue(DiagnosticIds.OutputOnlyActivation, At(written, written.Whole), new[] { outputOnly.ToString() }.ToEquatableArray());
        issues.Add(count == 1 ? issue : issue with { Fix = nameof(ActivationKind.ReLU), WholeFix = written.Whole.Replaced(written.Text, nameof(ActivationKind.ReLU)) });
        return null;
    }

    private ActivationModel? CheckRange(WrittenActivation written, ActivationKind kind, double number, TextPiece piece)
    {
        bool isLeaky = kind == ActivationKind.LeakyReLU;
        bool isLearned = kind == ActivationKind.PReLU;
        string what = isLeaky ? "the slope of LeakyReLU" : isLearned ? "the slope that PReLU starts from" : "α of " + kind;
        string shown = Numeral.Of(number) + (IsInRange(kind, number) ? ", which as a float is " + Numeral.Of((float)number) : "");
        string range = (isLearned ? "0 or more and a finite float" : "above 0 and a finite float") + (isLeaky ? "; with 0 it is ReLU" : "");
        return isLeaky && (float)number == 0
            ? Report(DiagnosticIds.ConstantOutOfRange, written, written.Whole, nameof(ActivationKind.ReLU), what, shown, range)
            : Report(DiagnosticIds.ConstantOutOfRange, written, piece, "", what, shown, range);
    }

    /// <summary>Nothing stands between two commas: one of them is too much.</summary>
    private ActivationModel? ReportMissing(WrittenActivation written)
    {
        string text = written.Text;
        int before = written.Whole.Start == 0 ? -1 : text.LastIndexOf(',', written.Whole.Start - 1);
        TextPiece comma = before >= 0 ? new TextPiece(before, written.Whole.Start - before) : new TextPiece(0, Math.Min(written.Whole.Start + 1, text.Length));
        string rest = comma.Replaced(text, "").Trim();
        if (rest.Length > 0)
        {
            return Report(DiagnosticIds.UnknownName, written, comma, "", table.Noun, "", MessageText.Shorten(rest));
        }

        string nearest = table.Nearest("");
        string[] arguments = [table.Noun, "", nearest];
        issues.Add(new DeclarationIssue(DiagnosticIds.UnknownName, place(null), arguments.ToEquatableArray(), nearest));
        return null;
    }

    private ActivationModel? ReportUnknown(WrittenActivation written, TextPiece piece, string proposal)
    {
        string[] arguments = [table.Noun, MessageText.Shorten(piece.In(written.Text)), MessageText.Shorten(proposal)];

        // One name that is the whole argument may be a constant of a class, where a fix knows more.
        string? whole = written.IsAll(piece) ? null : piece.Replaced(written.Text, proposal);
        issues.Add(new DeclarationIssue(DiagnosticIds.UnknownName, At(written, piece), arguments.ToEquatableArray(), proposal, whole));
        return null;
    }

    private ActivationModel? Report(string id, WrittenActivation written, TextPiece piece, string fix, params string[] arguments)
    {
        issues.Add(new DeclarationIssue(id, At(written, piece), arguments.ToEquatableArray(), fix, piece.Replaced(written.Text, fix)));
        return null;
    }

    private IssueTarget At(WrittenActivation written, TextPiece piece) => place(written.IsAll(piece) ? null : piece);

    private static bool IsInRange(ActivationKind kind, double number) => (number > 0 || (number == 0 && kind == ActivationKind.PReLU)) && !double.IsInfinity(number);
}
