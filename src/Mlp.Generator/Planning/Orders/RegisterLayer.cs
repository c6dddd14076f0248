using Mlp.Generator.Model;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Orders;

/// <summary>A layer whose values are in registers, a vector of samples for each.</summary>
/// <param name="Number">The layer, counted from 1, by which locals are named.</param>
/// <param name="IsLast">Whether its results are the logits.</param>
/// <param name="Weights">Where the weights stand.</param>
/// <param name="Biases">Where the biases stand.</param>
/// <param name="Inputs">The fan-in.</param>
/// <param name="Outputs">The fan-out.</param>
/// <param name="InputStride">Floats between the weights of neighbouring inputs.</param>
/// <param name="OutputStride">Floats between the weights of neighbouring outputs.</param>
/// <param name="Activation">The activation; the identity for none.</param>
internal sealed record RegisterLayer(
    int Number,
    bool IsLast,
    TensorStorage Weights,
    TensorStorage Biases,
    int Inputs,
    int Outputs,
    int InputStride,
    int OutputStride,
    ActivationModel Activation)
{
    /// <summary>The operations of so many of its outputs, each a sum over so many inputs.</summary>
    public int InlinedOperations(int outputs, int inputs) => outputs * (inputs + ActivationTraits.Operations(Activation));
}

/// <summary>Two layers, or the last one of an odd number of them.</summary>
internal sealed record RegisterGroup(RegisterLayer First, RegisterLayer? Second)
{
    /// <summary>The outputs of a first layer that are written out one by one: a loop over more costs nothing.</summary>
    private const int MostUnrolled = 4;

    /// <summary>The operations that are written for one vector of samples.</summary>
    public int InlinedOperations => IsLooped && Second is { } second
        ? First.InlinedOperations(outputs: 1, First.Inputs) + second.InlinedOperations(second.Outputs, inputs: 1)
        : First.InlinedOperations(First.Outputs, First.Inputs) + (Second?.InlinedOperations(Second.Outputs, Second.Inputs) ?? 0);

    /// <summary>Whether a loop goes over the outputs of the first layer, each of which goes into all sums of the second.</summary>
    public bool IsLooped => Second is not null && First.Outputs > MostUnrolled;

    /// <summary>The most vectors that live at once: what goes into the group and what comes out of it.</summary>
    public int Live => First.Inputs + (Second ?? First).Outputs;
}
