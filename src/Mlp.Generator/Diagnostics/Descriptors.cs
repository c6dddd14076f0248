using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Mlp.Generator.Diagnostics;

/// <summary>All diagnostics, by id.</summary>
internal static class Descriptors
{
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        TypeDescriptors.NotPartial,
        TypeDescriptors.ForbiddenModifier,
        TypeDescriptors.MemberClash,
        TypeDescriptors.TypeNamedLikeMember,
        TypeDescriptors.BaseNeedsArguments,
        TypeDescriptors.DuplicateAttribute,
        TypeDescriptors.LanguageVersionTooOld,
        TypeDescriptors.RuntimeTooOld,
        ArgumentDescriptors.TooFewLayerSizes,
        ArgumentDescriptors.LayerSizeOutOfRange,
        ArgumentDescriptors.LayerSizeNotConstant,
        ArgumentDescriptors.TooManyLayers,
        ArgumentDescriptors.TooManyParameters,
        ArgumentDescriptors.UnknownName,
        ArgumentDescriptors.NameNotConstant,
        ArgumentDescriptors.OutputOnlyActivation,
        ArgumentDescriptors.LossDoesNotFit,
        ArgumentDescriptors.WithoutKernels,
        ArgumentDescriptors.ForeignConstant,
        ArgumentDescriptors.ConstantOutOfRange,
        WeightDescriptors.WeightsNotFound,
        WeightDescriptors.WeightsAmbiguous,
        WeightDescriptors.WeightsRefused,
        WeightDescriptors.TooManyCompiledParameters,
        WeightDescriptors.FrozenWithoutWeights,
        ArgumentDescriptors.SoftmaxOfOneOutput,
        TypeDescriptors.HiddenNamespace,
        ArgumentDescriptors.ActivationCount,
        LayerDescriptors.LayerDoesNotFit,
        LayerDescriptors.LayersInSeveralParts,
        LayerDescriptors.NoLayers,
        LayerDescriptors.LayerWithoutNetwork,
        LayerDescriptors.ActivationOfLastLayer,
        LayerDescriptors.ImpliedFlatten,
        LayerDescriptors.DropoutOfOutputs,
        OnnxDescriptors.OnnxNotRead,
        OnnxDescriptors.OnnxExternalData,
        OnnxDescriptors.OnnxVersion,
        OnnxDescriptors.OnnxOperator,
        OnnxDescriptors.OnnxBranch,
        OnnxDescriptors.OnnxSeveralOutputs,
        OnnxDescriptors.OnnxSeveralInputs,
        OnnxDescriptors.OnnxDynamicDimension,
        OnnxDescriptors.OnnxComputedWeights,
        OnnxDescriptors.OnnxControlFlow,
        OnnxDescriptors.OnnxQuantized,
        OnnxDescriptors.OnnxAttributeValue,
        OnnxDescriptors.OnnxElementType,
        OnnxDescriptors.OnnxNonFinite,
        OnnxDescriptors.OnnxShape,
        OnnxDescriptors.OnnxNoSuchOutput,
        OnnxDescriptors.OnnxTooLarge,
        OnnxDescriptors.OnnxOutputActivation,
        ArgumentDescriptors.DeterministicFast,
        ArgumentDescriptors.PopulationWithoutKernels,
    ];

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById = All.ToImmutableDictionary(descriptor => descriptor.Id);

    public static DiagnosticDescriptor Of(string id) => ById[id];
}
