namespace Mlp.Generator.Model;

/// <summary>The fields an emitted part declares: few, and named so that no user's field is likely to be one of them.</summary>
internal static class EmittedFields
{
    /// <summary>All parameters, in the order the kernels want.</summary>
    public const string Parameters = "_mlpParameters";

    /// <summary>The work space of a training step, taken on the first.</summary>
    public const string Work = "_mlpWork";

    /// <summary>The gradient of a batch of more than one chunk, taken on the first.</summary>
    public const string GradientSum = "_mlpGradientSum";
}
