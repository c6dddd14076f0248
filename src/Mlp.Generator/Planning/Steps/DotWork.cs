using Mlp.Generator.Model;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Steps;

/// <summary>A matrix times a vector.</summary>
/// <param name="Inputs">The fan-in.</param>
/// <param name="Outputs">The fan-out.</param>
/// <param name="Order">Outputs in lanes where the weights are stored by input, inputs in lanes where by output.</param>
/// <param name="Stride">Floats from one stored row of weights to the next.</param>
/// <param name="Panel">The outputs of a panel of weights; all of them where they are in none.</param>
/// <param name="Chains">Independent sums that each result is split into, so that multiply-adds need not wait for each other.</param>
/// <param name="BlockVectors">Outputs in lanes: vectors of outputs summed at a time. Inputs in lanes: outputs summed at a time.</param>
/// <param name="Activation">The activation applied in registers; the identity for none.</param>
internal sealed record DotWork(int Inputs, int Outputs, WeightOrder Order, int Stride, int Panel, int Chains, int BlockVectors, ActivationModel Activation)
{
    /// <summary>The vectors that hold the inputs.</summary>
    /// <param name="lanes">The lanes of a vector.</param>
    public int InputVectors(int lanes) => Lanes.Vectors(Inputs, lanes);

    /// <summary>The vectors that hold the results.</summary>
    /// <param name="lanes">The lanes of a vector.</param>
    public int OutputVectors(int lanes) => Lanes.Vectors(Outputs, lanes);

    /// <summary>How the results are gone through, a block at a time.</summary>
    /// <param name="lanes">The lanes of a vector.</param>
    public Split Blocks(int lanes) => Split.OfSteps(Order != WeightOrder.ByOutput ? OutputVectors(lanes) : Outputs, BlockVectors);

    /// <summary>How the products of a sum are gone through: inputs, a chain each, or vectors of inputs.</summary>
    /// <param name="lanes">The lanes of a vector.</param>
    public Split Products(int lanes) => Order != WeightOrder.ByOutput ? Split.OfSteps(Inputs, Chains) : Split.OfSteps(Inputs, lanes);
}
