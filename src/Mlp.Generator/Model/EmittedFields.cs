namespace Mlp.Generator.Model;

/// <summary>The fields an emitted part declares: few, and named so that no user's field is likely to be one of them.</summary>
internal static class EmittedFields
{
    /// <summary>All parameters, in the order the kernels want.</summary>
    public const string Parameters = "_mlpParameters";

    /// <summary>Parameters that are compiled in.</summary>
    public const string Weights = "_mlpWeights";

    /// <summary>The class that knows where the weights of a frozen network stand; one of its own, for it is initialized when it is first needed.</summary>
    public const string Memory = "_mlpMemory";

    /// <summary>The gradient of a minibatch and the work space it is made in, taken on the first step.</summary>
    public const string Slice = "_mlpSlice";

    /// <summary>What the optimizer remembers, shared with copies that share the parameters; only where it remembers anything.</summary>
    public const string State = "_mlpState";

    /// <summary>What the data mean that the network was fitted on, shared with copies that share the parameters.</summary>
    public const string Schema = "_mlpSchema";
}
