namespace Mlp.Serialization;

/// <summary>What the names of a layer's tensors depend on. Compiled into the generator too.</summary>
/// <param name="Kind">The kind of the layer.</param>
/// <param name="HasActivation">Whether it ends in an activation other than the identity.</param>
/// <param name="Axes">The axes of what leaves it, channels among them.</param>
internal readonly record struct LayoutLayer(string Kind, bool HasActivation, int Axes)
{
    /// <summary>The kind of dense layers.</summary>
    internal const string Dense = "Dense";

    /// <summary>The kind of convolutions.</summary>
    internal const string Conv = "Conv";

    /// <summary>The kind of layers that drop values in training.</summary>
    internal const string Dropout = "Dropout";

    /// <summary>The kind of activations with slopes that are learned.</summary>
    internal const string PReLU = "PReLU";

    private const string Activation = "Activation";
    private const string GlobalAveragePool = "GlobalAveragePool";

    /// <summary>The modules of <c>nn.Sequential</c> that it is: itself, an activation, and after a mean over all positions a Flatten, for that keeps axes of length 1.</summary>
    internal int Modules => 1 + (HasActivation && Kind != Activation ? 1 : 0) + (Kind == GlobalAveragePool ? 1 : 0);

    /// <summary>Whether it sees the values that arrive in a row, whatever their shape was before: then a Flatten stands before it where there was one.</summary>
    internal bool SeesNoShape => Axes == 1 && Kind != GlobalAveragePool;

    /// <summary>Whether its weights, biases aside, follow the order of the values that arrive in a row: a framework that flattens another way has them in another order.</summary>
    internal bool FollowsValues => Kind == Dense || (Kind == PReLU && SeesNoShape);

    /// <summary>Whether each value leaves at the place where it arrives.</summary>
    internal bool KeepsPlaces => Kind is Activation or PReLU or "Affine" or "Clip" or Dropout;
}
