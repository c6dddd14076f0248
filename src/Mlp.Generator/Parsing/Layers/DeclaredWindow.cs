using Mlp.Generator.Model;

namespace Mlp.Generator.Parsing.Layers;

/// <summary>How a convolution or a pool goes over a sample, as it is written.</summary>
/// <param name="Kernel">One number for all axes, or one for each.</param>
/// <param name="FirstArgument">Which positional argument the first of them is.</param>
/// <param name="Stride">How far it moves; 0 for the length of a pool's window.</param>
/// <param name="Dilation">How far apart taps are.</param>
/// <param name="Padding">What stands around the sample: a name, or numbers.</param>
internal sealed record DeclaredWindow(EquatableArray<LayerSize> Kernel, int FirstArgument, DeclaredStep Stride, DeclaredStep Dilation, NameArgument Padding);

/// <summary>How far it is from one to the next, as it is written: <c>Stride = 2</c> or <c>Strides = new[] { 2, 1 }</c>.</summary>
/// <param name="Name">The argument that has one number for every axis; the other one's name has an s behind it.</param>
/// <param name="All">The number for every axis; null where it is not written.</param>
/// <param name="Each">The numbers of the axes; null where they are not written.</param>
/// <param name="Usual">The number where neither is written.</param>
internal sealed record DeclaredStep(string Name, LayerSize? All, LayerNumbers? Each, int Usual);
