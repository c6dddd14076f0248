namespace Mlp.Generator.Diagnostics;

/// <summary>The ids of all diagnostics; each has a page in docs/diagnostics.</summary>
internal static class DiagnosticIds
{
    public const string NotPartial = "MLP0001";
    public const string ForbiddenModifier = "MLP0002";
    public const string MemberClash = "MLP0003";
    public const string TypeNamedLikeMember = "MLP0004";
    public const string BaseNeedsArguments = "MLP0005";
    public const string DuplicateAttribute = "MLP0006";
    public const string LanguageVersionTooOld = "MLP0007";
    public const string RuntimeTooOld = "MLP0008";
    public const string TooFewLayerSizes = "MLP0009";
    public const string LayerSizeOutOfRange = "MLP0010";
    public const string LayerSizeNotConstant = "MLP0011";
    public const string TooManyLayers = "MLP0012";
    public const string TooManyParameters = "MLP0013";
    public const string UnknownName = "MLP0014";
    public const string NameNotConstant = "MLP0015";
    public const string OutputOnlyActivation = "MLP0016";
    public const string LossDoesNotFit = "MLP0017";
    public const string WithoutKernels = "MLP0018";
    public const string ForeignConstant = "MLP0019";
    public const string ConstantOutOfRange = "MLP0020";
    public const string WeightsNotFound = "MLP0021";
    public const string WeightsAmbiguous = "MLP0022";
    public const string WeightsRefused = "MLP0023";
    public const string TooManyCompiledParameters = "MLP0024";
    public const string FrozenWithoutWeights = "MLP0025";
    public const string SoftmaxOfOneOutput = "MLP0026";
    public const string HiddenNamespace = "MLP0027";
    public const string ActivationCount = "MLP0028";
    public const string LayerDoesNotFit = "MLP0029";
    public const string LayersInSeveralParts = "MLP0030";
    public const string NoLayers = "MLP0031";
    public const string LayerWithoutNetwork = "MLP0032";
    public const string ActivationOfLastLayer = "MLP0033";
    public const string ImpliedFlatten = "MLP0034";
    public const string DropoutOfOutputs = "MLP0035";
    public const string OnnxNotRead = "MLP0036";
    public const string OnnxExternalData = "MLP0037";
    public const string OnnxVersion = "MLP0038";
    public const string OnnxOperator = "MLP0039";
    public const string OnnxBranch = "MLP0040";
    public const string OnnxSeveralOutputs = "MLP0041";
    public const string OnnxSeveralInputs = "MLP0042";
    public const string OnnxDynamicDimension = "MLP0043";
    public const string OnnxComputedWeights = "MLP0044";
    public const string OnnxControlFlow = "MLP0045";
    public const string OnnxQuantized = "MLP0046";
    public const string OnnxAttributeValue = "MLP0047";
    public const string OnnxElementType = "MLP0048";
    public const string OnnxNonFinite = "MLP0049";
    public const string OnnxShape = "MLP0050";
    public const string OnnxNoSuchOutput = "MLP0051";
    public const string OnnxTooLarge = "MLP0052";
    public const string OnnxOutputActivation = "MLP0053";
}
