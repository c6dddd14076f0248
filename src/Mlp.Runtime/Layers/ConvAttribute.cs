using System.Collections.Generic;

namespace Mlp;

/// <summary>
/// A convolution as frameworks have it, which is cross-correlation: y[p, o] = g(b[o] + Σ w[o, i, k] x[p · stride + k · dilation, i]) over the taps k of the kernel and
/// the channels i. It is along the length of a sequence, or along height and width of an image, as the shape that arrives has it.
/// </summary>
/// <remarks>[Lecture 3] defines convolution with the kernel turned round: y[p] = Σ w[k] x[p − k]. The two differ in the order in which taps are numbered, and in nothing that is learned.</remarks>
public sealed class ConvAttribute : LayerAttribute
{
    /// <summary>A convolution with a kernel of one length along every axis.</summary>
    /// <param name="filters">The channels that leave, 1 or more.</param>
    /// <param name="kernel">The taps along each axis, 1 or more.</param>
    public ConvAttribute(int filters, int kernel)
    {
        Filters = filters;
        Kernel = [kernel];
    }

    /// <summary>A convolution of images with a kernel of its own length along either axis.</summary>
    /// <param name="filters">The channels that leave, 1 or more.</param>
    /// <param name="kernelHeight">The rows of the kernel, 1 or more.</param>
    /// <param name="kernelWidth">The columns of the kernel, 1 or more.</param>
    public ConvAttribute(int filters, int kernelHeight, int kernelWidth)
    {
        Filters = filters;
        Kernel = [kernelHeight, kernelWidth];
    }

    /// <summary>The channels that leave.</summary>
    public int Filters { get; }

    /// <summary>The taps along each axis; one number for all axes.</summary>
    public IReadOnlyList<int> Kernel { get; }

    /// <summary>
    /// What stands around the sample: a name of <see cref="Mlp.Padding"/>, compared without case. "Valid", the default, is nothing; with "Same", zeros, so that
    /// ⌈length / stride⌉ positions leave; with "Causal", which is for sequences alone, zeros before the first step. Or the zeros themselves: "1" is one on both
    /// sides of every axis, "1, 2" one along the first axis and two along the second, and "0 1, 0 1" none before and one after, for each axis.
    /// </summary>
    public string Padding { get; set; } = Mlp.Padding.Valid;

    /// <summary>How far the kernel moves from one position to the next, along every axis; 1 or more, 1 by default.</summary>
    public int Stride { get; set; } = 1;

    /// <summary>How far the kernel moves along each axis; <see langword="null"/>, the default, for <see cref="Stride"/> along every axis. Write one of the two.</summary>
    public int[]? Strides { get; set; }

    /// <summary>How far apart neighbouring taps are, along every axis; 1 or more, 1 by default.</summary>
    public int Dilation { get; set; } = 1;

    /// <summary>How far apart neighbouring taps are along each axis; <see langword="null"/>, the default, for <see cref="Dilation"/> along every axis. Write one of the two.</summary>
    public int[]? Dilations { get; set; }

    /// <summary>
    /// Into how many groups channels are divided, in their order: the filters of a group see its channels alone. It divides the channels that arrive and the filters; 1 by
    /// default.
    /// </summary>
    public int Groups { get; set; } = 1;

    /// <summary>
    /// g: a name of <see cref="Mlp.Activation"/>, compared without case, with its number where it has one. <see langword="null"/>, the default, is
    /// <see cref="NetworkAttribute.Hidden"/>, and in the last layer <see cref="NetworkDeclarationAttribute.Output"/>.
    /// </summary>
    public string? Activation { get; set; }
}
