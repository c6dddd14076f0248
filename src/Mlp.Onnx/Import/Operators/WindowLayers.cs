using System.Collections.Generic;
using System.Linq;
using Mlp.Onnx.Import.Layers;
using Mlp.Onnx.Import.Layouts;
using Mlp.Onnx.Import.Values;

namespace Mlp.Onnx.Import.Operators;

/// <summary>Puts layers that go over positions behind a signal: such layers want channels last in memory.</summary>
internal static class WindowLayers
{
    /// <summary>The layers before, on samples of the shape that a window goes over.</summary>
    /// <param name="call">The node.</param>
    /// <param name="signal">What arrives.</param>
    /// <param name="positions">The dimensions that a window goes along.</param>
    /// <param name="channels">The dimension of channels.</param>
    /// <param name="wanted">The shape: the extents of positions, and channels.</param>
    /// <exception cref="Refusal">Memory has another order.</exception>
    public static LayerChain Arranged(NodeCall call, Signal signal, IReadOnlyList<int> positions, int channels, out IReadOnlyList<int> wanted)
    {
        Layout layout = signal.Layout;
        if (!positions.Append(channels).All(layout.IsOfSample) || !Enumerable.Range(0, layout.Rank).All(dimension => dimension == channels || positions.Contains(dimension) || layout.IsLead(dimension)))
        {
            throw call.Refuse(OnnxFaultCode.Shape, $"goes over [{ShapeText.Of(layout)}], in which samples are not where they are expected");
        }

        LayerChain chain = call.Context.Chains.Lowered(signal.Chain, signal.Expression);
        int[] shape = [.. positions.Select(layout.ExtentOf), layout.ExtentOf(channels)];
        wanted = shape;
        Axis[] order = [.. positions.SelectMany(layout.ValuesOf), .. layout.ValuesOf(channels)];
        int[]? sources = null;
        if (!layout.IsInMemoryOrder(order))
        {
            bool isFileOrder = layout.IsInMemoryOrder(layout.ValuesOf(channels).Concat(positions.SelectMany(layout.ValuesOf)));
            if (!isFileOrder || chain.Shape is not null || !chain.Source.MayHaveChannelsFirst || !chain.Source.ChannelsLast.SequenceEqual(shape))
            {
                throw call.Refuse(OnnxFaultCode.Shape, $"wants the {shape[^1]} channels of each of {ShapeText.Spoken(shape.SkipLast(1))} positions beside each other, but they arrive in another order: a list of values was made an image with channels in front");
            }

            sources = Layout.PlacesOf(order);
        }

        LayerChain fixedChain = chain.Shape is null ? chain.On(shape, sources) : chain;
        return Fits(fixedChain.Shape!, shape)
            ? fixedChain
            : throw call.Refuse(OnnxFaultCode.Shape, $"wants the shape {ShapeText.Spoken(shape)}, but {ShapeText.Spoken(fixedChain.Shape!)} arrives from layer {fixedChain.Count}, {fixedChain.Last?.Kind}; values in a row do not become positions and channels again");
    }

    /// <summary>A layer whose window has a number for each axis of the file, on the shape that arrives, which may have an axis of 1 more or fewer.</summary>
    public static LayerDraft OnShape(NodeCall call, IReadOnlyList<int> arriving, IReadOnlyList<int> wanted, LayerDraft layer)
    {
        if (arriving.SequenceEqual(wanted))
        {
            return layer;
        }

        WindowDescription window = layer.Window!;
        if (arriving.Count > wanted.Count)
        {
            int more = arriving[0] == 1 ? 0 : 1;
            return layer with
            {
                Input = arriving,
                Output = Inserted(layer.Output!, more),
                Window = window with
                {
                    Kernel = Inserted(window.Kernel, more),
                    Strides = Inserted(window.Strides, more),
                    Dilations = Inserted(window.Dilations, more),
                    PaddingBefore = [.. window.PaddingBefore.Take(more), 0, .. window.PaddingBefore.Skip(more)],
                },
            };
        }

        int fewer = wanted[0] == 1 && window.Kernel[0] == 1 && layer.Output![0] == 1 ? 0 : 1;
        return wanted[fewer] == 1 && window.Kernel[fewer] == 1 && window.PaddingBefore[fewer] == 0 && layer.Output![fewer] == 1
            ? layer with
            {
                Input = arriving,
                Output = Without(layer.Output, fewer),
                Window = window with
                {
                    Kernel = Without(window.Kernel, fewer),
                    Strides = Without(window.Strides, fewer),
                    Dilations = Without(window.Dilations, fewer),
                    PaddingBefore = Without(window.PaddingBefore, fewer),
                },
            }
            : throw call.Refuse(OnnxFaultCode.Shape, $"goes over {ShapeText.Spoken(wanted)}, but a sequence of {ShapeText.Spoken(arriving)} arrives, and the window reaches past its one line");
    }

    /// <summary>The same weights for each of several positions: a convolution with a kernel of 1.</summary>
    /// <param name="call">The node.</param>
    /// <param name="signal">What arrives; its last dimension is that of channels.</param>
    /// <param name="weights">A row for each output.</param>
    /// <param name="outputs">How many there are.</param>
    public static Signal ByPosition(NodeCall call, Signal signal, double[] weights, int outputs)
    {
        int last = signal.Layout.Rank - 1;
        int[] positions = [.. Enumerable.Range(0, last).Where(dimension => !signal.Layout.IsLead(dimension))];
        if (positions.Length > 2)
        {
            throw call.Refuse(OnnxFaultCode.Shape, $"goes over {positions.Length} dimensions, and not over one or two");
        }

        LayerChain chain = Arranged(call, signal, positions, last, out IReadOnlyList<int> wanted);
        int[] ones = [.. positions.Select(static _ => 1)];
        var layer = new LayerDraft(LayerDraft.Conv, wanted, [.. wanted.SkipLast(1), outputs])
        {
            Weights = weights,
            Biases = new double[outputs],
            Window = new WindowDescription(ones, ones, ones, [.. positions.Select(static _ => 0)]),
        };
        LayerChain longer = Append(call, chain, OnShape(call, chain.Shape!, wanted, layer));
        Layout row = Layout.InOrder(null, [.. wanted.SkipLast(1), outputs]);
        int next = 0;
        var dimensions = Enumerable.Range(0, signal.Layout.Rank).Select(dimension =>
            dimension == last || positions.Contains(dimension) ? row.Dimensions[next++] : signal.Layout.Dimensions[dimension]);
        return signal.Behind(longer, signal.Layout.With([.. dimensions]));
    }

    /// <summary>A layer behind a chain; scales and offsets before a convolution go into its weights.</summary>
    public static LayerChain Append(NodeCall call, LayerChain chain, LayerDraft layer)
    {
        if (layer.Kind != LayerDraft.Conv || call.Context.Chains.Foldable(chain, layer.IsPadded) is not { } affine)
        {
            return ChainBuilder.Append(chain, layer, call.Described);
        }

        int taps = layer.Window!.Kernel.Aggregate(1, static (product, extent) => product * extent);
        int channels = layer.Input![^1] / layer.Window.Groups;
        int filters = layer.Output![^1] / layer.Window.Groups;
        if (AffineFolding.Before(layer.Weights, layer.Biases, affine, (output, index) => (output / filters * channels) + (index / taps)) is not var (scaled, moved))
        {
            return ChainBuilder.Append(chain, layer, call.Described);
        }

        call.Context.Spend(scaled.LongLength);
        LayerChain shorter = chain.Previous!.Noted(ChainBuilder.Sentence(affine.Origins, chain.Count, layer.Kind), chain.Notes);
        return ChainBuilder.Append(shorter, layer with { Weights = scaled, Biases = moved }, call.Described);
    }

    private static bool Fits(IReadOnlyList<int> arriving, IReadOnlyList<int> wanted) => arriving.SequenceEqual(wanted)
        || (arriving.Count > 1 && arriving.Count != wanted.Count && WithoutOnes(arriving).SequenceEqual(WithoutOnes(wanted)));

    // Positions of which there is one; channels stay.
    private static IEnumerable<int> WithoutOnes(IReadOnlyList<int> shape) => shape.SkipLast(1).Where(static extent => extent != 1).Append(shape[^1]);

    private static int[] Inserted(IReadOnlyList<int> numbers, int at) => [.. numbers.Take(at), 1, .. numbers.Skip(at)];

    private static int[] Without(IReadOnlyList<int> numbers, int at) => [.. numbers.Take(at), .. numbers.Skip(at + 1)];
}
