using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Mlp.Generator.Diagnostics;
using Mlp.Generator.Model;

namespace Mlp.Generator.Parsing;

/// <summary>What must hold for the annotated type and the project it is in.</summary>
internal static class TypeRules
{
    /// <summary>What stands in the way of instances alone.</summary>
    private const ForbiddenModifiers OfInstances = ForbiddenModifiers.Static | ForbiddenModifiers.Abstract | ForbiddenModifiers.ReadOnly;

    private static readonly (ForbiddenModifiers Modifier, string Keyword, string Reason)[] Forbidden =
    [
        (ForbiddenModifiers.Static, "static", "a network has parameters of its own"),
        (ForbiddenModifiers.Abstract, "abstract", "a network is made by its own constructors"),
        (ForbiddenModifiers.Ref, "ref", "a network is a type argument of its own interface and keeps its parameters on the heap"),
        (ForbiddenModifiers.ReadOnly, "readonly", "training changes a network"),
        (ForbiddenModifiers.File, "file", "the emitted part is in another file"),
    ];

    public static IEnumerable<DeclarationIssue> Check(MlpDeclaration declaration, bool isClassifier, bool namesClasses) =>
        CheckProject(declaration)
            .Concat(CheckAttributes(declaration))
            .Concat(CheckLevels(declaration.Type, declaration.Use == NetworkUse.Frozen ? OfInstances : ForbiddenModifiers.None))
            .Concat(CheckMembers(declaration.Type, isClassifier, declaration.Use, namesClasses));

    private static IEnumerable<DeclarationIssue> CheckProject(MlpDeclaration declaration)
    {
        if (declaration.LanguageVersion < Limits.MinLanguageVersion)
        {
            yield return Issue(
                DiagnosticIds.LanguageVersionTooOld,
                IssueTarget.Attribute,
                LanguageVersionText(Limits.MinLanguageVersion),
                LanguageVersionText(declaration.LanguageVersion));
        }

        if (!declaration.HasVectors)
        {
            yield return Issue(DiagnosticIds.RuntimeTooOld, IssueTarget.Attribute);
        }
    }

    private static IEnumerable<DeclarationIssue> CheckAttributes(MlpDeclaration declaration) =>
        Enumerable.Range(1, declaration.AttributeCount - 1).Select(index =>
            Issue(DiagnosticIds.DuplicateAttribute, IssueTarget.DuplicateAttribute(index), declaration.Type.Levels[0].Name));

    private static IEnumerable<DeclarationIssue> CheckLevels(DeclaredType type, ForbiddenModifiers allowed)
    {
        for (int level = 0; level < type.Levels.Count; level++)
        {
            DeclaredLevel declared = type.Levels[level];
            if (!declared.IsPartial)
            {
                yield return Issue(DiagnosticIds.NotPartial, IssueTarget.NonPartialType(level), declared.Name, type.Levels[0].Name);
            }

            foreach ((ForbiddenModifiers modifier, string keyword, string reason) in Forbidden)
            {
                bool isForbiddenHere = level == 0 || modifier == ForbiddenModifiers.File;
                if (isForbiddenHere && (declared.Modifiers & modifier & ~allowed) != 0)
                {
                    string[] arguments = [declared.Name, keyword, reason];
                    yield return new(DiagnosticIds.ForbiddenModifier, IssueTarget.Modifier(level, keyword), arguments.ToEquatableArray(), keyword);
                }
            }
        }
    }

    private static IEnumerable<DeclarationIssue> CheckMembers(DeclaredType type, bool isClassifier, NetworkUse use, bool namesClasses)
    {
        List<EmittedMember> emitted = [.. EmittedMembers.Of(isClassifier, type.Shape.IsRecord, use, type.Constructors.AllowNone, namesClasses)];
        string name = type.Levels[0].Name;
        if (emitted.Exists(member => member.Name == name))
        {
            yield return Issue(DiagnosticIds.TypeNamedLikeMember, IssueTarget.TypeName, name);
        }

        if (type.BaseNeedsArguments && use != NetworkUse.Frozen)
        {
            yield return Issue(DiagnosticIds.BaseNeedsArguments, IssueTarget.TypeName, name);
        }

        foreach (DeclaredMember member in type.Members)
        {
            if (Clashes(member, emitted))
            {
                yield return Issue(DiagnosticIds.MemberClash, TargetOf(member), name, member.Name);
            }
        }
    }

    private static bool Clashes(DeclaredMember member, List<EmittedMember> emitted) =>
        member.Origin == MemberOrigin.ExplicitImplementation
        || emitted.Exists(other => other.Name == member.Name && other.ClashesWith(member.Parameters));

    private static IssueTarget TargetOf(DeclaredMember member) => member.Origin switch
    {
        MemberOrigin.InheritedAbstract => IssueTarget.TypeName,
        MemberOrigin.TypeParameter => IssueTarget.TypeParameter(member.Index),
        _ => IssueTarget.Member(member.SymbolName, member.Index),
    };

    private static string LanguageVersionText(int version)
    {
        (int major, int minor) = version < 100 ? (version, 0) : (version / 100, version % 100);
        string text = major.ToString(CultureInfo.InvariantCulture);
        return minor == 0 ? text : text + "." + minor.ToString(CultureInfo.InvariantCulture);
    }

    private static DeclarationIssue Issue(string id, IssueTarget target, params string[] arguments) =>
        new(id, target, arguments.ToEquatableArray());
}
