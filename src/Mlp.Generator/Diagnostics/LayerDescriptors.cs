using Microsoft.CodeAnalysis;

namespace Mlp.Generator.Diagnostics;

/// <summary>The diagnostics about attributes of layers.</summary>
internal static class LayerDescriptors
{
    public static readonly DiagnosticDescriptor LayerDoesNotFit = new(
        DiagnosticIds.LayerDoesNotFit,
        "The layer does not fit what arrives",
        "{0} cannot take what arrives, {1}: {2}",
        DiagnosticCategory.Network,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Base + DiagnosticIds.LayerDoesNotFit + HelpLink.Extension);

    public static readonly DiagnosticDescriptor LayersInSeveralParts = new(
        DiagnosticIds.LayersInSeveralParts,
        "The layers are in several parts of the type",
        "The layers of '{0}' are in several parts of the type, and C# gives those no order: move this one to the others",
        DiagnosticCategory.Network,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Base + DiagnosticIds.LayersInSeveralParts + HelpLink.Extension);

    public static readonly DiagnosticDescriptor NoLayers = new(
        DiagnosticIds.NoLayers,
        "The network has no layers",
        "The network '{0}' has no layer that computes anything: write its layers as attributes below [Network], such as [Dense(16), Dense(3)]",
        DiagnosticCategory.Network,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Base + DiagnosticIds.NoLayers + HelpLink.Extension);

    public static readonly DiagnosticDescriptor LayerWithoutNetwork = new(
        DiagnosticIds.LayerWithoutNetwork,
        "A layer without a network",
        "[{0}] is a layer, and '{1}' has no [Network] that it could belong to",
        DiagnosticCategory.Network,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Base + DiagnosticIds.LayerWithoutNetwork + HelpLink.Extension);

    public static readonly DiagnosticDescriptor ActivationOfLastLayer = new(
        DiagnosticIds.ActivationOfLastLayer,
        "The last layer has an activation of its own",
        "The activation of the last layer is the output of the network: {0}",
        DiagnosticCategory.Network,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Base + DiagnosticIds.ActivationOfLastLayer + HelpLink.Extension);

    public static readonly DiagnosticDescriptor ImpliedFlatten = new(
        DiagnosticIds.ImpliedFlatten,
        "A shape is forgotten",
        "Dense takes the {1} values of {0} one after another; write Flatten before it to say so",
        DiagnosticCategory.Network,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Base + DiagnosticIds.ImpliedFlatten + HelpLink.Extension);

    public static readonly DiagnosticDescriptor DropoutOfOutputs = new(
        DiagnosticIds.DropoutOfOutputs,
        "The outputs of the network are dropped",
        "Dropout is behind the last layer, and would drop outputs of the network: write it before that layer, or leave it out",
        DiagnosticCategory.Network,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Base + DiagnosticIds.DropoutOfOutputs + HelpLink.Extension);
}
