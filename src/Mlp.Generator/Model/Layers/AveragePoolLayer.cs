namespace Mlp.Generator.Model.Layers;

/// <summary>The mean of each window, over its positions inside the sample.</summary>
/// <param name="Input">What arrives: length and channels, or height, width and channels.</param>
/// <param name="Taken">How it goes over a sample.</param>
internal sealed record AveragePoolLayer(Shape Input, WindowModel Taken) : PoolLayer(Input, Taken)
{
    public override string Kind => "AveragePool";
}
