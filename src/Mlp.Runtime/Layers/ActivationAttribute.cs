namespace Mlp;

/// <summary>An activation as a layer of its own: h = g(x), value by value.</summary>
/// <param name="function">g: a name of <see cref="Activation"/> but for Softmax, compared without case, with its number where it has one.</param>
public sealed class ActivationAttribute(string function) : LayerAttribute
{
    /// <summary>g.</summary>
    public string Function { get; } = function;
}
