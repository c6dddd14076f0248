using System.Linq;
using Mlp.Generator.Model;

namespace Mlp.Generator.Parsing.Layers;

/// <summary>The arguments of a layer, as plain values.</summary>
/// <param name="Sizes">The positional arguments as whole numbers.</param>
/// <param name="Numbers">The positional arguments as numbers, or arrays of them; null where one is neither.</param>
/// <param name="Options">The named arguments that are whole numbers.</param>
/// <param name="Lists">The named arguments that are arrays of whole numbers.</param>
/// <param name="Function">The first positional argument as a name.</param>
/// <param name="Padding">The named argument Padding.</param>
/// <param name="Activation">The named argument Activation.</param>
internal sealed record LayerArguments(
    EquatableArray<LayerSize> Sizes,
    EquatableArray<NumberList> Numbers,
    EquatableArray<LayerOption> Options,
    EquatableArray<LayerNumbers> Lists,
    NameArgument Function,
    NameArgument Padding,
    NameArgument Activation)
{
    // Nothing was written yet, and the compiler says so.
    private static readonly LayerSize Missing = new(null, "");

    /// <summary>Sizes alone.</summary>
    public static LayerArguments Of(params LayerSize[] sizes) => new(
        sizes.ToEquatableArray(), EquatableArray<NumberList>.Empty, EquatableArray<LayerOption>.Empty, EquatableArray<LayerNumbers>.Empty, NameArgument.Omitted, NameArgument.Omitted, NameArgument.Omitted);

    /// <summary>A positional argument that is a whole number.</summary>
    public LayerSize SizeAt(int place) => place < Sizes.Count ? Sizes[place] : Missing;

    /// <summary>A positional argument that is one number or an array of them; null where it is missing or neither.</summary>
    public EquatableArray<double>? NumbersAt(int place) => place < Numbers.Count ? Numbers[place].Values : null;

    /// <summary>A named argument that is a whole number.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="usual">What it is where it is not named.</param>
    public LayerSize Option(string name, int usual) => Option(name) ?? new LayerSize(usual, "");

    /// <summary>How it goes over a sample.</summary>
    /// <param name="firstArgument">Which positional argument is the first of the kernel.</param>
    /// <param name="usualStride">The stride where none is named.</param>
    public DeclaredWindow Window(int firstArgument, int usualStride) => new(
        Sizes.Skip(firstArgument).DefaultIfEmpty(Missing).ToEquatableArray(), firstArgument, Step("Stride", usualStride), Step("Dilation", 1), Padding);

    private LayerSize? Option(string name) => Options.FirstOrDefault(option => option.Name == name)?.Value;

    private DeclaredStep Step(string name, int usual) => new(name, Option(name), Lists.FirstOrDefault(list => list.Name == name + "s"), usual);
}

/// <summary>A named argument that is a whole number.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">The number.</param>
internal sealed record LayerOption(string Name, LayerSize Value);

/// <summary>A named argument that is an array of whole numbers.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">The numbers; null where one is no constant, and the compiler says so.</param>
internal sealed record LayerNumbers(string Name, EquatableArray<int>? Values);

/// <summary>An argument that is a number or an array of numbers.</summary>
/// <param name="Values">The numbers; null where it is something else.</param>
internal sealed record NumberList(EquatableArray<double>? Values);
