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
    /// <param name="numbers">The arguments that are numbers: the optimizer's.</param>
    /// <param name="issues">Receives what is wrong.</param>
    public static NetworkChoices Check(NameArguments names, IEnumerable<NumberArgument> numbers, List<DeclarationIssue> issues)
    {
        EquatableArray<ActivationModel>? hidden = CheckActivations("Hidden", names.Hidden, KnownNames.HiddenActivations, ActivationReader.ReadAll, issues);
        ActivationModel? output = CheckActivations("Output", names.Output, KnownNames.OutputActivations, static text => [ActivationReader.ReadOne(text)], issues)?[0];
        LossKind? loss = CheckLoss(names.Loss, output, issues);
        return new NetworkChoices(
            hidden is { Count: > 0 } named ? named : Alone(ActivationKind.ReLU),
            output ?? ActivationKind.Identity,
            loss ?? LossKind.SquaredError,
            CheckOptimizer(names.Optimizer, numbers, issues),
            Check("Initializer", names.Initializer, KnownNames.Initializers, InitializerKind.Uniform, issues) ?? InitializerKind.Uniform,
            Check("Math", names.Math, KnownNames.MathModes, MathKind.Default, issues) ?? MathKind.Default);
    }

    /// <summary>The activations; null where one is wrong.</summary>
    private static EquatableArray<ActivationModel>? CheckActivations(
        string name,
        NameArgument argument,
        NameTable<ActivationKind> table,
        Func<string, IReadOnlyList<WrittenActivation>> read,
        List<DeclarationIssue> issues) => argument.State == NameArgumentState.Given
            ? new ActivationRules(name, table, issues).Check(read(argument.Text))
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
            issues.Add(Issue(DiagnosticIds.LossDoesNotFit, "Loss", null, named.ToString(), activation.ToString(), fitting));
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
                issues.Add(Issue(DiagnosticIds.UnknownName, name, nearest, table.Noun, MessageText.Shorten(argument.Text), nearest));
                return null;
            default:
                issues.Add(Issue(DiagnosticIds.NameNotConstant, name, table.Near(argument.Text), name, table.Noun));
                return null;
        }
    }

    private static DeclarationIssue Issue(string id, string name, string? fix, params string[] arguments) =>
        new(id, IssueTarget.NamedArgument(name), arguments.ToEquatableArray(), fix);
}
