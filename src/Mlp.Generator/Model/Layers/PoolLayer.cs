using System.Linq;

namespace Mlp.Generator.Model.Layers;

/// <summary>One value of each window, for each channel by itself.</summary>
/// <param name="Input">What arrives: length and channels, or height, width and channels.</param>
/// <param name="Taken">How it goes over a sample.</param>
internal abstract record PoolLayer(Shape Input, WindowModel Taken) : LayerModel(Input)
{
    public override Shape Output => Taken.Over(Input, Input.Channels);

    public override WindowModel Window => Taken;

    public override EquatableArray<TensorModel> Tensors => EquatableArray<TensorModel>.Empty;

    public override long OperationsPerSample => (long)Outputs * Taken.Taps;

    public override string Signature => Kind + Taken.Signature(UsualStride);

    public override string Written(bool withActivation) => Attribute(Kind, Taken.Arguments(UsualStride));

    /// <summary>Windows stand side by side; where they have other lengths along the axes there is no such stride.</summary>
    private int UsualStride => Taken.Kernel.Distinct().Count() == 1 ? Taken.Kernel[0] : 0;
}
