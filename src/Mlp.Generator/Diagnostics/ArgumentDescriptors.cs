using Microsoft.CodeAnalysis;

namespace Mlp.Generator.Diagnostics;

/// <summary>The diagnostics about the attribute's arguments.</summary>
internal static class ArgumentDescriptors
{
    public static readonly DiagnosticDescriptor TooFewLayerSizes = new(
        DiagnosticIds.TooFewLayerSizes,
        "Too few layer sizes",
        "A network needs two layer sizes or more, at least its input and its output; {0} given",
        DiagnosticCategory.Network,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Base + DiagnosticIds.TooFewLayerSizes + HelpLink.Extension);

    public static readonly DiagnosticDescriptor LayerSizeOutOfRange = new(
        DiagnosticIds.LayerSizeOutOfRange,
        "A size is out of range",
        "The {0} {1} is not between {2} and {3}",
        DiagnosticCategory.Network,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Base + DiagnosticIds.LayerSizeOutOfRange + HelpLink.Extension);

    public static readonly DiagnosticDescriptor LayerSizeNotConstant = new(
        DiagnosticIds.LayerSizeNotConstant,
        "A size is not a constant",
        "'{0}' is no {1}: an int constant is needed",
        DiagnosticCategory.Network,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Base + DiagnosticIds.LayerSizeNotConstant + HelpLink.Extension);

    public static readonly DiagnosticDescriptor TooManyLayers = new(
        DiagnosticIds.TooManyLayers,
        "Too many layers",
        "A network may have {0} layers{2}; this one has {1}",
        DiagnosticCategory.Network,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Base + DiagnosticIds.TooManyLayers + HelpLink.Extension);

    public static readonly DiagnosticDescriptor TooManyParameters = new(
        DiagnosticIds.TooManyParameters,
        "Too many parameters",
        "A network may have {0} parameters; this one has {1}",
        DiagnosticCategory.Network,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Base + DiagnosticIds.TooManyParameters + HelpLink.Extension);

    public static readonly DiagnosticDescriptor WithoutKernels = new(
        DiagnosticIds.WithoutKernels,
        "The network has no kernels of its own",
        "The network '{0}' has no kernels of its own, because {1}: the runtime computes it layer by layer, up to seven times slower; {2} to have kernels",
        DiagnosticCategory.Network,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Base + DiagnosticIds.WithoutKernels + HelpLink.Extension);

    public static readonly DiagnosticDescriptor UnknownName = new(
        DiagnosticIds.UnknownName,
        "Unknown name",
        "There is no {0} '{1}'; did you mean '{2}'?",
        DiagnosticCategory.Network,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Base + DiagnosticIds.UnknownName + HelpLink.Extension);

    public static readonly DiagnosticDescriptor NameNotConstant = new(
        DiagnosticIds.NameNotConstant,
        "A name is missing",
        "'{0}' must be a constant string that names a known {1}",
        DiagnosticCategory.Network,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Base + DiagnosticIds.NameNotConstant + HelpLink.Extension);

    public static readonly DiagnosticDescriptor OutputOnlyActivation = new(
        DiagnosticIds.OutputOnlyActivation,
        "The activation is for the output layer only",
        "'{0}' can be the activation of the output layer only",
        DiagnosticCategory.Network,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Base + DiagnosticIds.OutputOnlyActivation + HelpLink.Extension);

    public static readonly DiagnosticDescriptor LossDoesNotFit = new(
        DiagnosticIds.LossDoesNotFit,
        "The loss does not fit the output",
        "The loss '{0}' does not fit the output activation '{1}'; it can be {2}",
        DiagnosticCategory.Network,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Base + DiagnosticIds.LossDoesNotFit + HelpLink.Extension);

    public static readonly DiagnosticDescriptor ForeignConstant = new(
        DiagnosticIds.ForeignConstant,
        "There is no such constant",
        "'{0}' belongs to {2}, and the {3} is {1}",
        DiagnosticCategory.Network,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Base + DiagnosticIds.ForeignConstant + HelpLink.Extension);

    public static readonly DiagnosticDescriptor ConstantOutOfRange = new(
        DiagnosticIds.ConstantOutOfRange,
        "A constant is out of range",
        "'{0}' is {1}, but must be {2}",
        DiagnosticCategory.Network,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Base + DiagnosticIds.ConstantOutOfRange + HelpLink.Extension);

    public static readonly DiagnosticDescriptor ActivationCount = new(
        DiagnosticIds.ActivationCount,
        "The number of activations does not fit",
        "'Hidden' names {0} activations, but the network has {1}; name one for all hidden layers, or {2}",
        DiagnosticCategory.Network,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Base + DiagnosticIds.ActivationCount + HelpLink.Extension);

    public static readonly DiagnosticDescriptor SoftmaxOfOneOutput = new(
        DiagnosticIds.SoftmaxOfOneOutput,
        "The softmax of one output is always 1",
        "The softmax of one output is always 1, whatever the network '{0}' learns; use 'Sigmoid' for two classes with one output, or an output for each class",
        DiagnosticCategory.Network,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Base + DiagnosticIds.SoftmaxOfOneOutput + HelpLink.Extension);

    public static readonly DiagnosticDescriptor DeterministicFast = new(
        DiagnosticIds.DeterministicFast,
        "Fast functions in a deterministic network",
        "The network '{0}' is deterministic, and fast functions do not give the same bits on every hardware; leave 'Math' out, or 'Deterministic'",
        DiagnosticCategory.Network,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Base + DiagnosticIds.DeterministicFast + HelpLink.Extension);

    public static readonly DiagnosticDescriptor PopulationWithoutKernels = new(
        DiagnosticIds.PopulationWithoutKernels,
        "A population has no kernels",
        "'Population' gives the network '{0}' no kernels, because {1}: {2}; {3}, or leave 'Population' out",
        DiagnosticCategory.Network,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.Base + DiagnosticIds.PopulationWithoutKernels + HelpLink.Extension);
}
