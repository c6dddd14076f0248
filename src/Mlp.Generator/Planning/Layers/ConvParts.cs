using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Model;
using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Layers;

/// <summary>The axes of a convolution over planes, in its three directions.</summary>
/// <param name="layer">The layer.</param>
/// <param name="inputs">How what arrives stands.</param>
/// <param name="results">How what leaves stands.</param>
internal sealed class ConvParts(PlannedLayer layer, PlaneLayout inputs, PlaneLayout results)
{
    private readonly int _groups = layer.Model.Groups;
    private readonly int _filters = layer.Model.Output.Channels / layer.Model.Groups;
    private readonly int _channels = layer.Model.Input.Channels / layer.Model.Groups;

    public PlaneWindow Window { get; } = PlaneWindows.Of(layer.Model);

    public PlaneLayout Inputs { get; } = inputs;

    public PlaneLayout Results { get; } = results;

    public TensorStorage Weights { get; } = layer.Storage["Weights"];

    public TensorStorage Biases { get; } = layer.Storage["Biases"];

    /// <summary>Floats between the weights of neighbouring channels.</summary>
    private int ChannelWeights => Weights.Strides[1];

    /// <summary>Floats between the weights of neighbouring taps of a line.</summary>
    private int TapWeights => Weights.Strides[Weights.Strides.Count - 1];

    /// <summary>Floats between the weights of neighbouring lines of the kernel.</summary>
    private int LineWeights => Window.Rows.Kernel > 1 ? Weights.Strides[2] : 0;

    /// <summary>Floats between neighbouring lines of the kernel in what arrives.</summary>
    private int TapLine => Window.Rows.Dilation * Inputs.LineStride;

    /// <summary>Floats between neighbouring taps of a line in what arrives.</summary>
    private int Tap => Window.Columns.Dilation * Inputs.Samples;

    /// <summary>Whether a stride leaves columns out, so that only the samples of a column stand side by side.</summary>
    private bool IsStrided => Window.Columns.Stride > 1;

    /// <summary>Where the first tap of the first window is: in the border, as far as there is one.</summary>
    /// <param name="image">The first float of the image.</param>
    public Place FirstTap(Place image) => ((Place.Scratch)image) with
    {
        Offset = ((Place.Scratch)image).Offset - (Window.Rows.Before * Inputs.LineStride) - (Window.Columns.Before * Inputs.Samples),
    };

    /// <summary>z = W ∗ h + b.</summary>
    /// <param name="order">The order.</param>
    /// <param name="every">How what leaves stands, all columns that are computed.</param>
    /// <param name="activation">What is applied to the sums.</param>
    public Contraction Forward(RowOrder order, PlaneLayout every, ActivationModel activation)
    {
        bool byColumn = IsStrided && every.Samples > 1;
        return order.PlaneProduct(
            ContractionRole.ForwardInLanes,
            rows:
            [
                .. Around(new Axis(_groups, Left: _filters, Right: _channels * Inputs.ChannelStride, Result: _filters * every.ChannelStride, Biases: _filters)),
                .. Around(new Axis(every.Height, Right: Window.Rows.Stride * Inputs.LineStride, Result: every.LineStride)),
                .. Around(new Axis(byColumn ? every.Width : 1, Right: Window.Columns.Stride * Inputs.Samples, Result: every.Samples)),
                new Axis(_filters, Left: 1, Result: every.ChannelStride, Biases: 1),
            ],
            columns: byColumn ? every.Samples : every.Columns,
            depth:
            [
                new Axis(Window.Rows.Kernel, Left: LineWeights, Right: TapLine),
                new Axis(_channels, Left: ChannelWeights, Right: Inputs.ChannelStride),
                new Axis(Window.Columns.Kernel, Left: TapWeights, Right: Tap),
            ],
            TileStart.RowBiases,
            activation,
            isExact: !every.HasRoom);
    }

    /// <summary>Wᵀ δ: each tap adds its share onto the error of what it saw. The border takes what is outside the image.</summary>
    /// <param name="order">The order.</param>
    public Contraction Error(RowOrder order) => order.PlaneProduct(
        ContractionRole.ErrorInLanes,
        rows:
        [
            .. Around(new Axis(_groups, Left: _filters, Right: _filters * Results.ChannelStride, Result: _channels * Inputs.ChannelStride)),
            .. Around(new Axis(Results.Height, Right: Results.LineStride, Result: Window.Rows.Stride * Inputs.LineStride)),
            .. Around(new Axis(Window.Rows.Kernel, Left: LineWeights, Result: TapLine)),
            .. Around(new Axis(IsStrided ? Results.Width : 1, Right: Results.Samples, Result: Window.Columns.Stride * Inputs.Samples)),
            .. Around(new Axis(Window.Columns.Kernel, Left: TapWeights, Result: Tap)),
            new Axis(_channels, Left: ChannelWeights, Result: Inputs.ChannelStride),
        ],
        columns: IsStrided ? Results.Samples : Results.Columns,
        depth: [new Axis(_filters, Left: 1, Right: Results.ChannelStride)],
        TileStart.Result,
        ActivationKind.Identity,
        isExact: false);

    /// <summary>Σ δ hᵀ over positions and samples.</summary>
    /// <param name="order">The order.</param>
    public PlaneDot Update(RowOrder order)
    {
        var channels = new Axis(_channels, Left: Inputs.ChannelStride, Result: ChannelWeights);
        var taps = new Axis(Window.Columns.Kernel, Left: Tap, Result: TapWeights);
        (Axis row, Axis around) = taps.Count > 1 ? (taps, channels) : (channels, taps);
        int together = Lanes.Vectors(_filters, Lanes.Vectors(_filters, PlanBudget.SumsReducedTogether));
        return new PlaneDot(
            _filters,
            together,
            Along: order.Width == VectorWidth.Vector512 ? Math.Min(row.Count, 5) : together > 3 ? 2 : 3,
            row,
            new[]
            {
                new Axis(_groups, Left: _channels * Inputs.ChannelStride, Right: _filters * Results.ChannelStride, Result: _filters),
                new Axis(Window.Rows.Kernel, Left: TapLine, Result: LineWeights),
                around,
            }.Where(axis => axis.Count > 1).ToEquatableArray(),
            Results.ChannelStride,
            new PlaneWalk(
                Results.Height,
                Window.Rows.Stride * Inputs.LineStride,
                Results.LineStride,
                IsStrided ? Results.Width : 1,
                IsStrided ? Window.Columns.Stride * Inputs.Samples : 0,
                IsStrided ? Results.Samples : 0,
                IsStrided ? Results.Samples : Results.Columns,
                Results.Samples));
    }

    /// <summary>A loop, where it turns more than once.</summary>
    private static IEnumerable<Axis> Around(Axis axis) => axis.Count > 1 ? [axis] : [];
}
