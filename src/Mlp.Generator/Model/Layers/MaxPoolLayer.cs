namespace Mlp.Generator.Model.Layers;

/// <summary>The largest value of each window.</summary>
/// <param name="Input">What arrives: length and channels, or height, width and channels.</param>
/// <param name="Taken">How it goes over a sample.</param>
internal sealed record MaxPoolLayer(Shape Input, WindowModel Taken) : PoolLayer(Input, Taken)
{
    public override string Kind => "MaxPool";
}
