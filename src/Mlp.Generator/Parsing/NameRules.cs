using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Diagnostics;
using Mlp.Generator.Model;
using Mlp.Generator.Parsing.Activations;

namespace Mlp.Generator.Parsing;

/// <summary>What must hold for the named arguments; the names become kinds here.</summary>
internal static class NameRules
{
    /// <summary>The kinds that are named or stand for themselves, and the issues with those that are not.</summary>
    /// <param name="names">The arguments that are names.</param>
    /// <param name="outputArgument">What the attribute calls the activation of the output.</param>
    /// <param name="numbers">The arguments that are numbers: the optimizer's.</param>
    /// <param name="issues">Receives what is wrong.</param>
    public static NetworkChoices Check(NameArguments names, string outputArgument, IEnumerable<NumberArgument> numbers, List<DeclarationIssue> issues)
    {
        EquatableArray<ActivationModel>? hidden = CheckActivations("Hidden", names.Hidden, KnownNames.HiddenActivations, ActivationListReader.ReadAll, issues);
        ActivationModel? output = CheckActivations(outputArgument, names.Output, KnownNames.OutputActivations, static text => [ActivationListReader.ReadOne(text)], issues)?[0];
        LossKind? loss = CheckLoss(names.Loss, output, issues);
        return new NetworkChoices(
            hidden is { Count: > 0 } named ? named : Alone(ActivationKind.ReLU),
            output ?? ActivationKind.Identity,
            loss ?? LossKind.SquaredError,
            CheckOptimizer(names.Optimizer, numbers, issues),
            Check("Initializer", names.Initializer, KnownNames.Initializers, InitializerKind.Uniform, issues) ?? InitializerKind.Uniform,
            Check("Math", names.Math, KnownNames.MathModes, MathKind.Default, issues) ?? MathKind.Default);
    }

    /// <summary>The activation that a layer names, which its attribute has; null where it is wrong.</summary>
    /// <param name="name">The name of the argument.</param>
    /// <param name="argument">The argument.</param>
    /// <param name="place">Where it is, or a piece of it.</param>
    /// <param name="issues">Receives what is wrong.</param>
    public static ActivationModel? CheckActivation(string name, NameArgument argument, Func<TextPiece?, IssueTarget> place, List<DeclarationIssue> issues) =>
        argument.State == NameArgumentState.Given
            ? new ActivationNameRules(place, KnownNames.HiddenActivations, issues).Check([ActivationListReader.ReadOne(argument.Text)])?[0]
            : Check(name, argument, KnownNames.HiddenActivations, ActivationKind.Identity, place(null), issues) is { } kind ? kind : null;

    /// <summary>The activations; null where one is wrong.</summary>
    private static EquatableArray<ActivationModel>? CheckActivations(
        string name,
        NameArgument argument,
        NameTable<ActivationKind> table,
        Func<string, IReadOnlyList<WrittenActivation>> read,
        List<DeclarationIssue> issues) => argument.State == NameArgumentState.Given
            ? new ActivationNameRules(piece => IssueTarget.NamedArgument(name, piece), table, issues).Check(read(argument.Text))
            : Check(name, argument, table, name == "Hidden" ? ActivationKind.ReLU : ActivationKind.Identity, issues) is { } usual ? Alone(usual) : null;

    private static EquatableArray<ActivationModel> Alone(ActivationModel activation) => new[] { activation }.ToEquatableArray();

    private static LossKind? CheckLoss(NameArgument argument, ActivationModel? output, List<DeclarationIssue> issues)
    {
        LossKind? canonical = output is { } known ? LossRules.DefaultFor(known) : null;
        if (argument.State is NameArgumentState.Omitted or NameArgumentState.Null)
        {
            return canonical;
        }

        LossKind? loss = Check("Loss", argument, KnownNames.Losses, default, issues);
        if (loss is { } named && output is { } activation && !LossRules.Fitting(activation).Contains(named))
        {
            string fitting = string.Join(" or ", LossRules.Fitting(activation).Select(kind => "'" + kind + "'"));
            issues.Add(Issue(DiagnosticIds.LossDoesNotFit, IssueTarget.NamedArgument("Loss"), null, named.ToString(), activation.ToString(), fitting));
        }

        return loss;
    }

    /// <summary>Numbers of an optimizer that is not known cannot be judged.</summary>
    private static OptimizerModel CheckOptimizer(NameArgument argument, IEnumerable<NumberArgument> numbers, List<DeclarationIssue> issues) =>
        Check("Optimizer", argument, KnownNames.Optimizers, OptimizerKind.SGD, issues) is { } kind
            ? OptimizerRules.Check(kind, numbers, issues)
            : OptimizerModel.SGD;

    private static TKind? Check<TKind>(
        string name, NameArgument argument, NameTable<TKind> table, TKind otherwise, List<DeclarationIssue> issues)
        where TKind : struct, Enum => Check(name, argument, table, otherwise, IssueTarget.NamedArgument(name), issues);

    /// <summary>The kind that is named; null where it is wrong.</summary>
    /// <param name="name">The name of the argument.</param>
    /// <param name="argument">The argument.</param>
    /// <param name="table">The names that there are.</param>
    /// <param name="otherwise">The kind where nothing is named.</param>
    /// <param name="place">Where the argument is.</param>
    /// <param name="issues">Receives what is wrong.</param>
    public static TKind? Check<TKind>(
        string name, NameArgument argument, NameTable<TKind> table, TKind otherwise, IssueTarget place, List<DeclarationIssue> issues)
        where TKind : struct, Enum
    {
        switch (argument.State)
        {
            case NameArgumentState.Omitted:
                return otherwise;
            case NameArgumentState.Given when table.Find(argument.Text) is { } kind:
                return kind;
            case NameArgumentState.Given:
                string nearest = table.Nearest(argument.Text);
                issues.Add(Issue(DiagnosticIds.UnknownName, place, nearest, table.Noun, MessageText.Shorten(argument.Text), nearest));
                return null;
            default:
                issues.Add(Issue(DiagnosticIds.NameNotConstant, place, table.Near(argument.Text), name, table.Noun));
                return null;
        }
    }

    private static DeclarationIssue Issue(string id, IssueTarget place, string? fix, params string[] arguments) => new(id, place, arguments.ToEquatableArray(), fix);
}
