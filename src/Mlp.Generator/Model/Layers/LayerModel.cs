using System.Collections.Generic;
using System.Linq;

namespace Mlp.Generator.Model.Layers;

/// <summary>One layer of a network: what arrives, what leaves, and which parameters it has. A kind is a record of its own.</summary>
/// <param name="Input">The shape of a sample that arrives.</param>
internal abstract record LayerModel(Shape Input)
{
    /// <summary>The name of the kind, as the runtime's layer description shows it.</summary>
    public abstract string Kind { get; }

    /// <summary>The shape of a sample that leaves.</summary>
    public abstract Shape Output { get; }

    /// <summary>The layer's parameters in canonical order; none for a layer that learns nothing.</summary>
    public abstract EquatableArray<TensorModel> Tensors { get; }

    /// <summary>Floating-point operations one sample costs, counting a multiplication and an addition for each weight.</summary>
    public abstract long OperationsPerSample { get; }

    /// <summary>
    /// Everything that tells this layer from another one of the same input, in characters of an identifier: two layers that differ
    /// differ here.
    /// </summary>
    public abstract string Signature { get; }

    /// <summary>The layer as one writes it among the attributes of a network: <c>Conv(16, 5)</c>.</summary>
    /// <param name="withActivation">Whether with the activation that it ends in; without, it is the network's own, or the head's.</param>
    public abstract string Written(bool withActivation);

    /// <summary>Whether it may end in an activation, and so the last one in the head's.</summary>
    public virtual bool EndsInActivation => false;

    /// <summary>How it goes over a sample; null for a kind that does not.</summary>
    public virtual WindowModel? Window => null;

    /// <summary>Into how many groups channels are divided.</summary>
    public virtual int Groups => 1;

    /// <summary>The numbers that it does not learn; none for most kinds.</summary>
    public virtual EquatableArray<double> Constants => EquatableArray<double>.Empty;

    /// <summary>The activation that it ends in; the identity for none. The last layer's is the head's.</summary>
    public virtual ActivationModel Activation => ActivationKind.Identity;

    /// <summary>An attribute with its arguments, and the activation where it says one.</summary>
    protected static string Attribute(string name, IEnumerable<string> arguments, ActivationModel? activation = null)
    {
        string[] all = [.. arguments, .. activation is null ? (string[])[] : [$"Activation = \"{activation}\""]];
        return all.Length == 0 ? name : $"{name}({string.Join(", ", all)})";
    }

    /// <summary>The values of a sample that arrive.</summary>
    public int Inputs => Input.Size;

    /// <summary>The values of a sample that leave.</summary>
    public int Outputs => Output.Size;

    /// <summary>The number of parameters.</summary>
    public int ParameterCount => Tensors.Sum(tensor => tensor.Shape.Size);
}
