using System;
using System.Collections.Generic;

namespace Mlp;

/// <summary>
/// Turns a <c>partial</c> class or struct into a multi-layer perceptron: the generator emits forward, backward and
/// training code for exactly the declared shape.
/// </summary>
/// <example>
/// <code>
/// [Mlp(4, 16, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)]
/// public sealed partial class IrisNet;
/// </code>
/// </example>
/// <param name="layerSizes">
/// The input size, the sizes of the hidden layers and the output size: two numbers or more, each 1 or more. Past 4,096, and
/// past other sizes that MLP0018 tells of, the runtime computes the network and no code is emitted for its shape. The input does not count as a layer [Lu 1]: <c>[Mlp(4, 16, 3)]</c> has two layers. <c>[Mlp(4, 3)]</c> has one, and is a generalized linear
/// model [NPFL129].
/// </param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed partial class MlpAttribute(params int[] layerSizes) : NetworkDeclarationAttribute
{
    /// <summary>The input size, the sizes of the hidden layers and the output size, as declared.</summary>
    public IReadOnlyList<int> LayerSizes { get; } = layerSizes;

    /// <summary>
    /// The activation of every hidden layer: a name of <see cref="Activation"/>, compared without case; or one for each hidden layer, in
    /// their order, with commas between them: <c>"Tanh, ReLU"</c>. LeakyReLU, ELU and PReLU may have a number, above 0 and finite, with a
    /// point in every culture: <c>"LeakyReLU(0.1)"</c>, <c>"ELU(0.5)"</c>; PReLU may start from 0.
    /// </summary>
    public string Hidden { get; set; } = Activation.ReLU;
}
