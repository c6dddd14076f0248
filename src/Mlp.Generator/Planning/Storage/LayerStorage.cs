using System.Linq;
using Mlp.Generator.Model;

namespace Mlp.Generator.Planning.Storage;

/// <summary>Where the parameters of one layer stand, in the order of its tensors.</summary>
internal sealed record LayerStorage(EquatableArray<TensorStorage> Tensors)
{
    /// <summary>A tensor by its name.</summary>
    public TensorStorage this[string name] => Tensors.First(stored => stored.Tensor.Name == name);
}
