using System.Collections.Generic;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;

namespace Mlp.Generator.Planning;

/// <summary>The storage of all parameters, the same for every vector width.</summary>
/// <param name="Layers">One entry for each layer.</param>
/// <param name="Length">Floats in all, padding included.</param>
internal sealed record StoragePlan(EquatableArray<DenseStorage> Layers, int Length)
{
    public static StoragePlan For(NetworkModel model, PlanChoices? choices = null) => For(model.Layers, choices);

    public static StoragePlan For(EquatableArray<LayerModel> network, PlanChoices? choices = null)
    {
        var layers = new List<DenseStorage>();
        int next = 0;
        foreach (LayerModel layer in network)
        {
            WeightOrder order = choices?.Order ?? ChooseOrder(layer.Inputs, layer.Outputs);
            int rows = order == WeightOrder.ByInput ? layer.Inputs : layer.Outputs;
            int stride = Lanes.Pad(order == WeightOrder.ByInput ? layer.Outputs : layer.Inputs, PlanBudget.StorageLanes);
            int biases = next + (rows * stride);
            layers.Add(new DenseStorage(layer.Inputs, layer.Outputs, order, stride, next, biases));
            next = biases + Lanes.Pad(layer.Outputs, PlanBudget.StorageLanes);
        }

        return new StoragePlan(layers.ToEquatableArray(), next);
    }

    /// <summary>
    /// Counts the vector operations of one sample both ways: with outputs in lanes a multiply-add for each input and
    /// vector of outputs; with inputs in lanes one for each output and vector of inputs, and the sums across lanes: three
    /// operations for each output when four are reduced together, of which one is hidden behind other products.
    /// </summary>
    private static WeightOrder ChooseOrder(int inputs, int outputs)
    {
        const int OperationsToReduce = 2;
        int byInput = inputs * Lanes.Vectors(outputs, PlanBudget.StorageLanes);
        int byOutput = outputs * (Lanes.Vectors(inputs, PlanBudget.StorageLanes) + OperationsToReduce);
        return byOutput < byInput ? WeightOrder.ByOutput : WeightOrder.ByInput;
    }
}
