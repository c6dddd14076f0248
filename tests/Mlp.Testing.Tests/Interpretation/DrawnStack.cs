using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;

namespace Mlp.Testing.Tests.Interpretation;

/// <summary>A network of layers drawn at random, and how it is tried.</summary>
/// <param name="Stack">Its layers, in the words of <see cref="LayerText"/>.</param>
/// <param name="Output">The output's activation.</param>
/// <param name="Loss">The loss.</param>
/// <param name="Order">How parameters stand.</param>
/// <param name="Samples">How many samples go through it.</param>
/// <param name="Seed">What parameters and samples are drawn with.</param>
internal sealed record DrawnStack(string Stack, string Output, string Loss, StorageOrder Order, int Samples, int Seed)
{
    private static readonly Regex Number = new("(?<=[ x])[0-9]+|^[0-9]+", RegexOptions.CultureInvariant);

    /// <summary>Stacks of up to five layers. What fails is tried again with a layer less, and with smaller sizes, until nothing smaller fails.</summary>
    public static Arbitrary<DrawnStack> Any { get; } = Arb.ToArbitrary(Gen.Choose(0, int.MaxValue - 1).Select(Draw), drawn => drawn.Smaller());

    public InterpretedCase Case() => new(LayerText.Network(Stack, Output, Loss), Order, Seed);

    private static DrawnStack Draw(int seed)
    {
        var random = new Random(seed);
        (string output, string loss) = ReferenceGrid.Outputs[random.Next(ReferenceGrid.Outputs.Length)];
        return new DrawnStack(RandomStack.Next(random), output, loss, (StorageOrder)random.Next(3), 1 + random.Next(3), random.Next());
    }

    private IEnumerable<DrawnStack> Smaller()
    {
        string[] parts = Stack.Split(" | ");
        IEnumerable<string> fewer = Enumerable.Range(1, parts.Length - 1).Where(_ => parts.Length > 2).Select(layer => string.Join(" | ", parts.Where((_, index) => index != layer)));
        IEnumerable<string> smaller = Number.Matches(Stack)
            .Select(match => (match.Index, match.Length, Size: int.Parse(match.Value, CultureInfo.InvariantCulture)))
            .Where(number => number.Size > 1)
            .SelectMany(number => new[] { 1, number.Size / 2, number.Size - 1 }.Distinct().Where(size => size >= 1 && size < number.Size)
                .Select(size => Stack[..number.Index] + size.ToString(CultureInfo.InvariantCulture) + Stack[(number.Index + number.Length)..]));
        return fewer.Concat(smaller).Select(stack => this with { Stack = stack })
            .Concat(Samples > 1 ? [this with { Samples = 1 }] : [])
            .Where(drawn => drawn.IsNetwork());
    }

    /// <summary>Whether layers fit what arrives: a layer less, or a size, may have made another shape.</summary>
    private bool IsNetwork()
    {
        try
        {
            return Case().Description.Layers.Count > 0;
        }
        catch (Exception refusal) when (refusal is ArgumentException or OverflowException or DivideByZeroException)
        {
            return false;
        }
    }
}
