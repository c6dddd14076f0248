using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Model;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Orders;

/// <content>Planes: how images stand for the layers that go over them, and how they come from rows and back.</content>
internal sealed partial class RowOrder
{
    /// <summary>How each layer's results stood as planes when they left it.</summary>
    private readonly Dictionary<int, PlaneLayout> _left = [];

    /// <summary>What a layer left as rows, where the next one takes planes.</summary>
    private readonly Dictionary<int, Signal> _rows = [];

    /// <summary>Whether any layer takes planes.</summary>
    public static bool TakesPlanes(OrderSetting setting) => setting.Layers.Any(layer => layer.Planner.TakesPlanes(layer));

    /// <summary>How what a layer leaves stands, with the border that the next one wants.</summary>
    public PlaneLayout LayoutBehind(PlannedLayer layer) => Layout(layer.Model.Output, layer.Number);

    /// <summary>The region of a layer's results as planes.</summary>
    public Place PlaneResults(int layer, PlaneLayout layout) => Planes(new(BufferRole.Hidden, layer), layout);

    /// <summary>The region of the derivatives of a layer's activation as planes; null where they are had from its results, or by nobody.</summary>
    public Place? PlaneSlopes(int layer, ActivationModel activation, PlaneLayout layout) =>
        StoresSlopes(activation) ? Unbordered(new(BufferRole.Slopes, layer), layout) : null;

    /// <summary>The region of the δ of what arrives at a layer.</summary>
    public Place.Scratch PlaneErrors(int layer, PlaneLayout layout) => Unbordered(new(BufferRole.Errors, layer), layout);

    /// <summary>The region of every position of a convolution that a stride takes some of.</summary>
    public Place EveryPosition(int layer, PlaneLayout layout) => Planes(new(BufferRole.EveryPosition, layer), layout);

    public override Place Factors(int layer, int stride, ElementLayout layout) => layout.Planes is { } planes
        ? Unbordered(new(BufferRole.Factors, layer), planes)
        : new Place.Scratch(Scratch.Add(new(BufferRole.Factors, layer), _chunk, stride));

    /// <summary>A region that was taken on the way forward.</summary>
    public BufferPlan Region(BufferKey key) => Scratch.Known(key);

    /// <summary>What a layer's slope is had from on the way back: its results, or derivatives that were stored.</summary>
    public Place SlopesOf(PlannedLayer layer, ActivationModel activation, PlaneLayout layout) =>
        new Place.Scratch(Region(new(StoresSlopes(activation) ? BufferRole.Slopes : BufferRole.Hidden, layer.Number)), layout.Start);

    /// <summary>A product over planes, with its tile.</summary>
    /// <param name="role">Whether forward or of errors.</param>
    /// <param name="rows">The positions around the channels of a tile, and those.</param>
    /// <param name="columns">The floats that fill the lanes.</param>
    /// <param name="depth">The terms of a sum.</param>
    /// <param name="start">What sums start from.</param>
    /// <param name="activation">What is applied to them.</param>
    /// <param name="isExact">Whether nothing may be written behind the columns.</param>
    public Contraction PlaneProduct(
        ContractionRole role, IReadOnlyList<Axis> rows, int columns, IReadOnlyList<Axis> depth, TileStart start, ActivationModel activation, bool isExact)
    {
        VectorWidth width = WidthOf(columns);
        TileShape tile = Setting.Choices.Tile
            ?? TileShape.ForPlanes(PlanBudget.Registers(Width), rows[rows.Count - 1].Count, Planning.Lanes.Vectors(columns, (int)width), Setting.IsCompact);
        return new Contraction(
            role,
            rows.ToEquatableArray(),
            new[] { new Axis(columns, Right: 1, Result: 1) }.ToEquatableArray(),
            depth.Where(axis => axis.Count > 1).DefaultIfEmpty(depth[0]).ToEquatableArray(),
            start,
            activation,
            RightIsExact: false,
            ResultIsExact: isExact && Planning.Lanes.Tail(columns, (int)width) != 0,
            tile,
            width == Width ? null : width);
    }

    /// <summary>The vectors of a line: narrower ones where half a vector would be empty, as it is computed in half the time or in the same.</summary>
    private VectorWidth WidthOf(int columns) =>
        new[] { VectorWidth.Vector128, VectorWidth.Vector256 }.Where(width => width < Width && columns <= (int)width).DefaultIfEmpty(Width).First();

    protected override (Signal Arriving, EquatableArray<Step> Steps) Arrive(PlannedLayer layer, Signal signal)
    {
        PlaneLayout? wanted = layer.Planner.TakesPlanes(layer) ? Layout(layer.Model.Input, layer.Number - 1) : null;
        if (wanted is null == signal.Planes is null && (wanted is null || wanted.IsOfShape(signal.Planes!)))
        {
            return (signal, EquatableArray<Step>.Empty);
        }

        (Signal rows, EquatableArray<Step> before) = signal.Planes is null
            ? (signal, EquatableArray<Step>.Empty)
            : InRows(signal, new(BufferRole.Rows, layer.Number), layer.Model.Inputs);
        if (wanted is null)
        {
            return (rows, before);
        }

        // Rows in between, too, where the shape of planes was forgotten.
        _rows.Add(layer.Number - 1, rows);
        Place planes = Planes(new(BufferRole.Planes, layer.Number), wanted);
        Step copy = new PlaneCopyStep(rows.Values, rows.Stride, planes, wanted, ToPlanes: true);
        return (PlaneSignal(planes, wanted), before.Append(copy).ToEquatableArray());
    }

    protected override (Signal Leaving, EquatableArray<Step> Steps) Leave(PlannedLayer layer, Signal signal)
    {
        if (signal.Planes is { } layout)
        {
            _left.Add(layer.Number, layout);
        }

        return layer.IsLast && signal.Planes is not null
            ? InRows(signal, new(BufferRole.Outputs), layer.Model.Outputs)
            : (signal, EquatableArray<Step>.Empty);
    }

    protected override (Deltas Returning, EquatableArray<Step> Steps) Return(PlannedLayer layer, Deltas deltas)
    {
        PlaneLayout? left = _left.TryGetValue(layer.Number, out PlaneLayout? layout) ? layout : null;
        if (left is null == deltas.Planes is null && (left is null || left.IsOfShape(deltas.Planes!)))
        {
            return (deltas, EquatableArray<Step>.Empty);
        }

        (Deltas rows, EquatableArray<Step> before) = deltas.Planes is null ? (deltas, EquatableArray<Step>.Empty) : InRows(layer, deltas);
        if (left is null)
        {
            return (rows, before);
        }

        Place planes = Unbordered(new(BufferRole.PlaneErrors, layer.Number), left);
        Step copy = new PlaneCopyStep(rows.Place, rows.Stride, planes, left, ToPlanes: true);
        return (new Deltas(planes, left.ChannelStride, left), before.Append(copy).ToEquatableArray());
    }

    /// <summary>What a layer hands on as planes: its own slope it applies itself.</summary>
    public static Signal PlaneSignal(Place planes, PlaneLayout layout) =>
        new(planes, layout.ChannelStride, IsExact: false, ActivationKind.Identity, planes, layout);

    private static EquatableArray<Step> Steps(Step step) => new[] { step }.ToEquatableArray();

    /// <summary>The error of what a layer left, from planes to rows. The layer above did not multiply by the slope of this one, as a layer in rows does.</summary>
    private (Deltas Rows, EquatableArray<Step> Steps) InRows(PlannedLayer layer, Deltas deltas)
    {
        Signal left = _rows[layer.Number];
        Place rows = new Place.Scratch(Scratch.Add(new(BufferRole.RowErrors, layer.Number), _chunk, left.Stride));
        var copy = new PlaneCopyStep(rows, left.Stride, deltas.Place, deltas.Planes!, ToPlanes: false);
        return (
            new Deltas(rows, left.Stride),
            left.Activation == ActivationKind.Identity ? Steps(copy) : new Step[] { copy, new SlopeStep(left.Activation, rows, left.Slopes, 1, 0, left.Stride, TimesSamples: true) }.ToEquatableArray());
    }

    private (Signal Rows, EquatableArray<Step> Steps) InRows(Signal signal, BufferKey key, int values)
    {
        int stride = Planning.Lanes.Pad(values, Lanes);
        Place rows = new Place.Scratch(Scratch.Add(key, _chunk, stride));
        return (
            new Signal(rows, stride, IsExact: false, ActivationKind.Identity, rows),
            Steps(new PlaneCopyStep(rows, stride, signal.Values, signal.Planes!, ToPlanes: false)));
    }

    /// <summary>The layout of what is between a layer and the next.</summary>
    private PlaneLayout Layout(Shape shape, int layer)
    {
        PlannedLayer? next = Setting.Layers.Skip(layer).FirstOrDefault(reader => !IsIdle(reader));
        PlaneBorder border = next?.Planner.BorderOf(next) ?? PlaneBorder.None;
        EquatableArray<int> extents = shape.Extents;
        return extents.Count switch
        {
            1 => new PlaneLayout(1, 1, extents[0], _chunk, border, Lanes),
            2 => new PlaneLayout(1, extents[0], extents[1], _chunk, border, Lanes),
            _ => new PlaneLayout(extents[0], extents[1], extents[2], _chunk, border, Lanes),
        };
    }

    /// <summary>A region of planes whose border nobody reads.</summary>
    private Place.Scratch Unbordered(BufferKey key, PlaneLayout layout) => new(Scratch.Add(key, 1, layout.Floats), layout.Start);

    /// <summary>A region of planes; a border is zeroed once a call, and nothing is ever written there.</summary>
    private Place Planes(BufferKey key, PlaneLayout layout)
    {
        Place.Scratch planes = Unbordered(key, layout);
        if (layout.Border != PlaneBorder.None)
        {
            _prepare.Add(new ClearStep(planes.Buffer));
        }

        return planes;
    }
}
