using Mlp.Generator.Model.Layers;
using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Layers;

/// <summary>Plans Dropout layers: a product with factors that are drawn before a chunk goes forward. Where nothing is trained they are left out.</summary>
internal sealed class DropoutPlanner : ElementPlanner
{
    public override bool IsForTraining => true;

    // Four loads and stores, the product, and drawing a factor both ways.
    protected override int Operations => 8;

    protected override Step StepForward(BatchOrder order, PlannedLayer layer, Signal input, Place results, int stride, ElementLayout layout)
    {
        Place factors = order.Factors(layer.Number, stride, layout);
        order.Draw(new DrawStep(layer.Number - 1, ((DropoutLayer)layer.Model).Probability, factors, stride, layout));
        return new DropoutStep(input.Values, input.Stride, factors, stride, results, stride, layout);
    }

    protected override Step? StepBack(BatchOrder order, PlannedLayer layer, Signal input, Deltas deltas, Place? errors, ElementLayout layout) => errors is null
        ? null
        : new DropoutStep(deltas.Place, deltas.Stride, order.FactorsOf(layer.Number, layout), deltas.Stride, errors, input.Stride, layout);
}
