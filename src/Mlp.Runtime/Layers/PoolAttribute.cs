using System.Collections.Generic;

namespace Mlp;

/// <summary>A pool: one value of each window, for each channel by itself. It is along the length of a sequence, or along height and width of an image.</summary>
public abstract class PoolAttribute : LayerAttribute
{
    private protected PoolAttribute(params int[] kernel) => Kernel = kernel;

    /// <summary>The positions of a window along each axis; one number for all axes.</summary>
    public IReadOnlyList<int> Kernel { get; }

    /// <summary>
    /// What becomes of windows that reach past the sample: a name of <see cref="Mlp.Padding"/>, compared without case. With "Valid", the default, there are
    /// none; with "Same", ⌈length / stride⌉ windows, of which only the positions inside the sample count. "Causal" is for convolutions alone.
    /// Or how far windows may reach past the sample, less than they are long: "1" is one position on both sides of every axis, "1, 2" one along the first axis and
    /// two along the second, and "0 1, 0 1" none before and one after, for each axis.
    /// </summary>
    public string Padding { get; set; } = Mlp.Padding.Valid;

    /// <summary>How far the window moves, along every axis; 1 or more. 0, the default, is the length of the window: windows stand side by side.</summary>
    public int Stride { get; set; }

    /// <summary>How far the window moves along each axis, 1 or more; <see langword="null"/>, the default, for <see cref="Stride"/> along every axis. Write one of the two.</summary>
    public int[]? Strides { get; set; }
}
