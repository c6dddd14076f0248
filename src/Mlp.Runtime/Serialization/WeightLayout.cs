using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Serialization;

namespace Mlp;

/// <summary>
/// The names of a network's tensors in a file, and whether its weights stand there as [outputs, inputs] or transposed, as
/// [inputs, outputs]. Biases are [outputs].
/// </summary>
/// <remarks>
/// If a layer has as many inputs as outputs, only the names tell the two apart: choose the layout of the program that wrote the
/// file.
/// </remarks>
public sealed class WeightLayout
{
    private readonly Func<NetworkDescription, Func<int, bool, string>> _names;

    private WeightLayout(Func<NetworkDescription, Func<int, bool, string>> names, bool transposed, bool hasBiases = true)
    {
        _names = names;
        Transposed = transposed;
        HasBiases = hasBiases;
    }

    /// <summary>
    /// What <c>nn.Sequential</c> of layers and activation modules has: "0.weight", "0.bias", "2.weight" …, [outputs, inputs], and of a convolution
    /// [filters, channels, taps…]. The index counts modules; an Identity activation is none, and where a shape is forgotten there is a Flatten. PyTorch
    /// has channels first, so the inputs of a dense layer behind it stand in another order in the file.
    /// </summary>
    public static WeightLayout PyTorch { get; } = new(static network => NamesOf(LayoutNames.PyTorch, network), transposed: false);

    /// <summary>Keras' default names: "dense/kernel", "dense/bias", "dense_1/kernel" …, [inputs, outputs]; "conv2d/kernel" and "conv1d/kernel", [taps…, channels, filters].</summary>
    public static WeightLayout Keras { get; } = new(static network => NamesOf(LayoutNames.Keras, network), transposed: true);

    /// <summary>The attributes of scikit-learn's MLPClassifier and MLPRegressor: "coefs_.0", "intercepts_.0" …, [inputs, outputs].</summary>
    public static WeightLayout ScikitLearn { get; } =
        new(static network => NamesOf(LayoutNames.ScikitLearn, network), transposed: true);

    /// <summary>Whether weights stand as [inputs, outputs], and those of a convolution as [taps…, channels, filters]. Channels are then last, else first.</summary>
    public bool Transposed { get; }

    /// <summary>Whether biases stand in the file.</summary>
    public bool HasBiases { get; }

    /// <summary>A layout with names of its own.</summary>
    /// <param name="name">
    /// Gives the name of a layer's tensor: from the layer's number, counted from 0, input side first, and whether its biases
    /// are meant. All names must differ, and none may be empty, "__metadata__" or begin with "mlp.".
    /// </param>
    /// <param name="transposed">Whether weights stand as [inputs, outputs].</param>
    /// <exception cref="ArgumentNullException">There is no function.</exception>
    public static WeightLayout Custom(Func<int, bool, string> name, bool transposed = false)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new WeightLayout(_ => name, transposed);
    }

    /// <summary>
    /// The same layout for layers without biases: none are in the file, and all are 0 in the network. A network with other biases
    /// is not saved in it.
    /// </summary>
    public WeightLayout WithoutBiases() => new(_names, Transposed, hasBiases: false);

    /// <summary>The names of a network's tensors: from a layer's number, and whether its biases are meant.</summary>
    internal Func<int, bool, string> NamesOf(NetworkDescription network) => _names(network);

    /// <summary>What names and orders of a network's tensors depend on.</summary>
    internal static LayoutLayer[] LayersOf(NetworkDescription network) =>
        [.. network.Layers.Select(layer => new LayoutLayer(layer.Kind, layer.Activation != Activation.Identity, layer.OutputShape.Count))];

    private static Func<int, bool, string> NamesOf(Func<IReadOnlyList<LayoutLayer>, int, bool, string> name, NetworkDescription network)
    {
        LayoutLayer[] layers = LayersOf(network);
        return (layer, isBias) => name(layers, layer, isBias);
    }
}
