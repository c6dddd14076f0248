using System;
using System.Collections.Generic;

namespace Mlp;

/// <summary>
/// Turns a <c>partial</c> class or struct into a network of the layers that stand below it as attributes, in their order. The generator emits
/// what <see cref="MlpAttribute"/> emits, for exactly these layers.
/// </summary>
/// <remarks>
/// Samples are row-major, channels last: one of 28 × 28 × 1 is 784 values, row after row, and in a row pixel after pixel, each with its channels. The
/// layers must all be in one part of the type, for C# gives no order to attributes of several parts.
/// </remarks>
/// <example>
/// <code>
/// [Network(28, 28, 1, Output = Activation.Softmax, Optimizer = Optimizer.Adam)]
/// [Conv(6, 5), MaxPool(2)]
/// [Conv(16, 5), MaxPool(2)]
/// [Flatten, Dense(120), Dense(84), Dense(10)]
/// public sealed partial class LeNet;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class NetworkAttribute : NetworkDeclarationAttribute
{
    /// <summary>A network whose samples have no shape.</summary>
    /// <param name="size">The values of a sample, 1 or more.</param>
    public NetworkAttribute(int size) => InputShape = [size];

    /// <summary>A network whose samples are sequences.</summary>
    /// <param name="length">The steps of a sample, 1 or more.</param>
    /// <param name="channels">The values of each step, 1 or more.</param>
    public NetworkAttribute(int length, int channels) => InputShape = [length, channels];

    /// <summary>A network whose samples are images.</summary>
    /// <param name="height">The rows of an image, 1 or more.</param>
    /// <param name="width">The pixels of a row, 1 or more.</param>
    /// <param name="channels">The values of each pixel, 1 or more.</param>
    public NetworkAttribute(int height, int width, int channels) => InputShape = [height, width, channels];

    /// <summary>The shape of a sample: a size; length and channels; or height, width and channels.</summary>
    public IReadOnlyList<int> InputShape { get; }

    /// <summary>
    /// The activation of every <see cref="DenseAttribute"/> and <see cref="ConvAttribute"/> that names none, but for the last layer, whose activation is
    /// <see cref="NetworkDeclarationAttribute.Output"/>: a name of <see cref="Activation"/>, compared without case, with its number where it has one.
    /// </summary>
    public string Hidden { get; set; } = Activation.ReLU;
}
