namespace Mlp.Generator.Planning.Layers;

/// <summary>Vector operations of one sample.</summary>
/// <param name="LaneProducts">Multiply-adds with samples in lanes, one way.</param>
/// <param name="RowProducts">Multiply-adds with outputs in lanes, forward; as many make the error.</param>
/// <param name="RowUpdate">Multiply-adds of the gradient with outputs in lanes.</param>
internal sealed record LayerCost(double LaneProducts, double RowProducts, double RowUpdate);
