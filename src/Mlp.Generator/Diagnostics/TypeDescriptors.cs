using Microsoft.CodeAnalysis;

namespace Mlp.Generator.Diagnostics;

/// <summary>The diagnostics about the annotated type and the project it is in.</summary>
internal static class TypeDescriptors
{
    public static readonly DiagnosticDescriptor NotPartial = new(
        DiagnosticIds.NotPartial,
        "The type must be partial",
        "The type '{0}' must be partial, so that the network '{1}' can be completed in another file",
        DiagnosticCategory.Network,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Base + DiagnosticIds.NotPartial + HelpLink.Extension);

    public static readonly DiagnosticDescriptor ForbiddenModifier = new(
        DiagnosticIds.ForbiddenModifier,
        "A modifier does not fit a network",
        "The type '{0}' cannot be '{1}': {2}",
        DiagnosticCategory.Network,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Base + DiagnosticIds.ForbiddenModifier + HelpLink.Extension);

    public static readonly DiagnosticDescriptor MemberClash = new(
        DiagnosticIds.MemberClash,
        "A member has the name of an emitted one",
        "The network '{0}' is given a member '{1}' by the generator; rename the one declared here",
        DiagnosticCategory.Network,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Base + DiagnosticIds.MemberClash + HelpLink.Extension);

    public static readonly DiagnosticDescriptor TypeNamedLikeMember = new(
        DiagnosticIds.TypeNamedLikeMember,
        "The type has the name of an emitted member",
        "A network cannot be named '{0}', for it is given a member of that name",
        DiagnosticCategory.Network,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Base + DiagnosticIds.TypeNamedLikeMember + HelpLink.Extension);

    public static readonly DiagnosticDescriptor BaseNeedsArguments = new(
        DiagnosticIds.BaseNeedsArguments,
        "The base class needs constructor arguments",
        "The base class of '{0}' has no constructor without arguments; declare a constructor in '{0}'",
        DiagnosticCategory.Network,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Base + DiagnosticIds.BaseNeedsArguments + HelpLink.Extension);

    public static readonly DiagnosticDescriptor DuplicateAttribute = new(
        DiagnosticIds.DuplicateAttribute,
        "The attribute is there twice",
        "The type '{0}' is declared a network more than once; only the first attribute counts",
        DiagnosticCategory.Network,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Base + DiagnosticIds.DuplicateAttribute + HelpLink.Extension);

    public static readonly DiagnosticDescriptor LanguageVersionTooOld = new(
        DiagnosticIds.LanguageVersionTooOld,
        "The C# version is too old",
        "Emitted code needs C# {0} or later, and this project is compiled as C# {1}; set LangVersion",
        DiagnosticCategory.Network,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Base + DiagnosticIds.LanguageVersionTooOld + HelpLink.Extension);

    public static readonly DiagnosticDescriptor RuntimeTooOld = new(
        DiagnosticIds.RuntimeTooOld,
        "The target framework is too old",
        "Emitted code needs 'System.Runtime.Intrinsics.Vector512', which the target framework does not have; target .NET 10 or later",
        DiagnosticCategory.Network,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Base + DiagnosticIds.RuntimeTooOld + HelpLink.Extension);

    public static readonly DiagnosticDescriptor HiddenNamespace = new(
        DiagnosticIds.HiddenNamespace,
        "A type hides the namespace Mlp",
        "The type 'Mlp' outside any namespace hides the namespace 'Mlp', and with it the attribute [Mlp]; put it into a namespace, or rename it",
        DiagnosticCategory.Network,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Base + DiagnosticIds.HiddenNamespace + HelpLink.Extension);
}
