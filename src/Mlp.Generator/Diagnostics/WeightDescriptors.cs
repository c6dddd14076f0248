using Microsoft.CodeAnalysis;

namespace Mlp.Generator.Diagnostics;

/// <summary>The diagnostics about weights that are compiled in.</summary>
internal static class WeightDescriptors
{
    public static readonly DiagnosticDescriptor WeightsNotFound = new(
        DiagnosticIds.WeightsNotFound,
        "The weight file is not in the project",
        "No AdditionalFiles item of the project is '{0}'; {1}",
        DiagnosticCategory.Network,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Base + DiagnosticIds.WeightsNotFound + HelpLink.Extension);

    public static readonly DiagnosticDescriptor WeightsAmbiguous = new(
        DiagnosticIds.WeightsAmbiguous,
        "More than one weight file is meant",
        "{1} AdditionalFiles items of the project end with '{0}'; name more of the path of the one that is meant",
        DiagnosticCategory.Network,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Base + DiagnosticIds.WeightsAmbiguous + HelpLink.Extension);

    public static readonly DiagnosticDescriptor WeightsRefused = new(
        DiagnosticIds.WeightsRefused,
        "The weight file does not hold the network's weights",
        "'{0}' ({2}): {1}",
        DiagnosticCategory.Network,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Base + DiagnosticIds.WeightsRefused + HelpLink.Extension);

    public static readonly DiagnosticDescriptor TooManyCompiledParameters = new(
        DiagnosticIds.TooManyCompiledParameters,
        "Too many parameters to be compiled in",
        "Weights of {0} parameters at most are compiled in, and this network has {1}; load them at run time",
        DiagnosticCategory.Network,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Base + DiagnosticIds.TooManyCompiledParameters + HelpLink.Extension);

    public static readonly DiagnosticDescriptor FrozenWithoutWeights = new(
        DiagnosticIds.FrozenWithoutWeights,
        "A frozen network has no weights",
        "The frozen network '{0}' has nothing but its weights; name their file with Weights",
        DiagnosticCategory.Network,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Base + DiagnosticIds.FrozenWithoutWeights + HelpLink.Extension);
}
