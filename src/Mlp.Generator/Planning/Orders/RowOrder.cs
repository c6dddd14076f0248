using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Model;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Orders;

/// <summary>
/// Plans a batch with samples in rows: outputs fill the lanes, and the rows of a tile are samples. It knows chunks, scratch memory
/// and direction; what a layer does in it, the planner of its kind knows.
/// </summary>
internal sealed class RowOrder
{
    private readonly OrderSetting _setting;
    private readonly int _chunk;
    private readonly bool _trains;
    private readonly ScratchPlanner _scratch;
    private readonly List<Step> _prepare = [];
    private readonly BufferPlan?[] _results = new BufferPlan?[2];
    private readonly BufferPlan?[] _errors = new BufferPlan?[2];

    private RowOrder(OrderSetting setting, int chunk, bool trains)
    {
        _setting = setting;
        _chunk = chunk;
        _trains = trains;
        _scratch = new ScratchPlanner(setting.Choices);
    }

    public VectorWidth Width => _setting.Width;

    public int Lanes => (int)_setting.Width;

    /// <summary>
    /// A whole or half chunk where that stands on the stack; else native memory, and the largest chunk whose activations
    /// stay in the caches.
    /// </summary>
    /// <param name="setting">The network.</param>
    /// <param name="trains">Whether there is a way back.</param>
    public static BatchPlan Plan(OrderSetting setting, bool trains)
    {
        BatchPlan Of(int samples) => new RowOrder(setting, samples, trains).Plan();

        if (setting.Choices.ChunkSamples is { } forced)
        {
            return Of(forced);
        }

        BatchPlan whole = Of(PlanBudget.ChunkSamples);
        BatchPlan half = Of(PlanBudget.ChunkSamples / 2);
        if (whole.Scratch.FitsStack || half.Scratch.FitsStack)
        {
            return whole.Scratch.FitsStack ? whole : half;
        }

        int sampleBytes = (whole.Scratch.Bytes - half.Scratch.Bytes) / (whole.ChunkSamples - half.ChunkSamples);
        int chunk = PlanBudget.ChunkSamples;
        while (chunk > PlanBudget.LeastChunkSamples && chunk * sampleBytes > PlanBudget.ScratchBytes)
        {
            chunk /= 2;
        }

        return Of(chunk);
    }

    /// <summary>Whether the error of a layer's input is asked for: nobody learns from the first layer's.</summary>
    public bool WantsError(PlannedLayer layer) => layer.Number > 1;

    /// <summary>
    /// The region of a layer's results. Inference needs them only until the next layer has its own: two regions take turns.
    /// </summary>
    public Place Results(int layer, int stride)
    {
        BufferKey key = layer == _setting.Layers.Count ? new(BufferRole.Outputs) : new(BufferRole.Hidden, layer);
        return _trains ? new Place.Scratch(_scratch.Add(key, _chunk, stride)) : Turn(_results, key, stride);
    }

    /// <summary>The region of the derivatives of a layer's activation; null where they are had from its results, or by nobody.</summary>
    public Place? Slopes(int layer, ActivationKind activation, int stride) => _trains && ActivationTraits.StoresSlope(activation)
        ? new Place.Scratch(_scratch.Add(new(BufferRole.Slopes, layer), _chunk, stride))
        : null;

    /// <summary>The region of the δ of a layer's results; they are needed until the layer below has its own.</summary>
    public Place Errors(int layer, int stride) => Turn(_errors, new(BufferRole.Errors, layer), stride);

    /// <summary>A copy of a stored matrix with rows and columns exchanged, made once a call; and the floats between its rows.</summary>
    public (Place Copy, int Stride) Transposed(BufferRole role, TensorStorage tensor, int rows, int columns, int stride, int resultStride)
    {
        BufferPlan copy = _scratch.Add(new(role, tensor.Layer), columns, resultStride);
        _prepare.Add(new TransposeStep(tensor, rows, columns, stride, copy));
        return (new Place.Scratch(copy), resultStride);
    }

    /// <summary>A product with its tile; of each list of axes the innermost stands last.</summary>
    public Contraction Product(
        ContractionRole role,
        IReadOnlyList<Axis> rows,
        IReadOnlyList<Axis> columns,
        IReadOnlyList<Axis> depth,
        TileStart start,
        ActivationKind activation,
        bool rightIsExact = false,
        bool resultIsExact = false)
    {
        int innermost = columns[columns.Count - 1].Count;
        bool hasTail = Planning.Lanes.Tail(innermost, Lanes) != 0;
        int rightBytes = depth.Concat(columns).Aggregate(sizeof(float), (bytes, axis) => bytes * axis.Count);
        bool streams = rows.Any(axis => axis.IsSamples) && rightBytes > PlanBudget.NearestCacheBytes;
        TileShape tile = _setting.Choices.Tile
            ?? TileShape.For(Width, Planning.Lanes.Vectors(innermost, Lanes), streams, _setting.IsCompact);
        var product = new Contraction(
            role,
            rows.ToEquatableArray(),
            columns.ToEquatableArray(),
            depth.ToEquatableArray(),
            start,
            activation,
            rightIsExact && hasTail,
            resultIsExact && hasTail,
            tile);
        return _setting.Choices.NestParts is { } parts ? product.Nested(parts, Lanes) : product;
    }

    private BatchPlan Plan()
    {
        var caller = new Place.Caller();
        var signal = new Signal(caller, _setting.Model.InputSize, IsExact: true, ActivationKind.Identity, caller);
        var signals = new List<Signal> { signal };
        var forward = new List<LayerSteps>();
        foreach (PlannedLayer layer in _setting.Layers)
        {
            LayerForward way = layer.Planner.ForwardInRows(this, layer, signals.Last());
            forward.Add(new LayerSteps(layer.Number, way.Steps));
            signals.Add(way.Output);
        }

        var backward = new List<LayerSteps>();
        Deltas? deltas = new(signals.Last().Values, signals.Last().Stride);
        foreach (PlannedLayer layer in _trains ? _setting.Layers.Reverse() : [])
        {
            LayerBackward way = layer.Planner.BackwardInRows(this, layer, signals[layer.Number - 1], deltas!);
            backward.Add(new LayerSteps(layer.Number, way.Steps));
            deltas = way.Input;
        }

        return new BatchPlan(
            BatchLanes.Outputs, _chunk, _scratch.Build(), _prepare.ToEquatableArray(), forward.ToEquatableArray(), backward.ToEquatableArray());
    }

    /// <summary>The region of two that was not the last one, where it has room: what stands in the last one is still read.</summary>
    private Place Turn(BufferPlan?[] turns, BufferKey key, int stride)
    {
        BufferPlan? free = turns[0];
        turns[0] = turns[1];
        if (free is { } region && region.Length >= _chunk * stride)
        {
            turns[1] = region;
            return new Place.Scratch(_scratch.Reuse(key, region, stride));
        }

        return new Place.Scratch(turns[1] = _scratch.Add(key, _chunk, stride));
    }
}
