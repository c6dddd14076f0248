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
internal sealed partial class RowOrder : BatchOrder
{
    private readonly int _chunk;
    private readonly List<Step> _prepare = [];
    private readonly BufferPlan?[] _results = new BufferPlan?[2];
    private readonly BufferPlan?[] _errors = new BufferPlan?[2];

    private RowOrder(OrderSetting setting, int chunk, bool trains)
        : base(setting, trains) => _chunk = chunk;

    /// <summary>
    /// A whole or half chunk where that stands on the stack; else native memory, and the largest chunk whose activations
    /// stay in the caches.
    /// </summary>
    /// <param name="setting">The network.</param>
    /// <param name="trains">Whether there is a way back.</param>
    public static BatchPlan Plan(OrderSetting setting, bool trains)
    {
        BatchPlan Of(int samples) => new RowOrder(setting, samples, trains).Plan();

        bool takesPlanes = TakesPlanes(setting);
        if (setting.Choices.ChunkSamples is { } forced)
        {
            // Whole vectors of samples stand side by side in planes.
            return Of(takesPlanes ? Planning.Lanes.Pad(forced, (int)setting.Width) : forced);
        }

        if (takesPlanes)
        {
            return Of(PlanBudget.PlaneSamples);
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

    /// <summary>A sample by itself, where a layer supports no other way: in planes its columns fill the lanes.</summary>
    public static BatchPlan Single(OrderSetting setting) => new RowOrder(setting, 1, trains: false).Plan();

    /// <summary>
    /// The region of a layer's results. Inference needs them only until the next layer has its own: two regions take turns.
    /// </summary>
    public Place Results(int layer, int stride) => Trains
        ? new Place.Scratch(Scratch.Add(ResultsOf(layer), _chunk, stride))
        : Turn(_results, ResultsOf(layer), stride);

    /// <summary>The region of the derivatives of a layer's activation; null where they are had from its results, or by nobody.</summary>
    public Place? Slopes(int layer, ActivationModel activation, int stride) => StoresSlopes(activation)
        ? new Place.Scratch(Scratch.Add(new(BufferRole.Slopes, layer), _chunk, stride))
        : null;

    /// <summary>The region of the δ of a layer's results; they are needed until the layer below has its own.</summary>
    public Place Errors(int layer, int stride) => Turn(_errors, new(BufferRole.Errors, layer), stride);

    /// <summary>A copy of a stored matrix with rows and columns exchanged, made once a call.</summary>
    /// <param name="role">What it is for.</param>
    /// <param name="tensor">The matrix.</param>
    /// <param name="rows">Its stored rows.</param>
    /// <param name="columns">Its stored columns.</param>
    /// <param name="stride">Floats between its stored rows.</param>
    /// <param name="resultStride">Floats between the rows of the copy.</param>
    /// <param name="isInPanels">Whether the matrix stands in panels of its columns.</param>
    /// <param name="resultIsInPanels">Whether the copy does: panels of the stored rows.</param>
    public Place Transposed(
        BufferRole role, TensorStorage tensor, int rows, int columns, int stride, int resultStride, bool isInPanels = false, bool resultIsInPanels = false)
    {
        int resultRows = resultIsInPanels ? resultStride : rows;
        BufferPlan copy = Scratch.Add(new(role, tensor.Layer), columns * (rows / resultRows), resultStride);
        _prepare.Add(new TransposeStep(tensor, rows, columns, stride, isInPanels, copy, resultRows));
        return new Place.Scratch(copy);
    }

    /// <summary>A product with its tile; of each list of axes the innermost stands last.</summary>
    public Contraction Product(
        ContractionRole role,
        IReadOnlyList<Axis> rows,
        IReadOnlyList<Axis> columns,
        IReadOnlyList<Axis> depth,
        TileStart start,
        ActivationModel activation,
        bool rightIsExact = false,
        bool resultIsExact = false)
    {
        int innermost = columns[columns.Count - 1].Count;
        bool hasTail = Planning.Lanes.Tail(innermost, Lanes) != 0;
        int rightBytes = depth.Concat(columns).Aggregate(sizeof(float), (bytes, axis) => bytes * axis.Count);
        bool streams = rows.Any(axis => axis.IsSamples) && rightBytes > PlanBudget.NearestCacheBytes;
        TileShape tile = Setting.Choices.Tile
            ?? TileShape.For(Width, Planning.Lanes.Vectors(innermost, Lanes), streams, depth.Aggregate(1, (terms, axis) => terms * axis.Count), Setting.IsCompact);
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
        return Chosen(product);
    }

    private BatchPlan Plan()
    {
        var caller = new Place.Caller();
        List<Signal> signals = [new(caller, Setting.Model.InputSize, IsExact: true, ActivationKind.Identity, caller)];
        EquatableArray<LayerSteps> forward = Forward(signals, (layer, input) => layer.Planner.ForwardInRows(this, layer, input));
        EquatableArray<LayerSteps> backward = Backward(signals, (layer, input, deltas) => layer.Planner.BackwardInRows(this, layer, input, deltas));
        return new BatchPlan(BatchLanes.Outputs, _chunk, Scratch.Build(), _prepare.ToEquatableArray(), Draws.ToEquatableArray(), forward, backward);
    }

    /// <summary>The region of two that was not the last one, where it has room: what stands in the last one is still read.</summary>
    private Place Turn(BufferPlan?[] turns, BufferKey key, int stride)
    {
        BufferPlan? free = turns[0];
        turns[0] = turns[1];
        if (free is { } region && region.Length >= _chunk * stride)
        {
            turns[1] = region;
            return new Place.Scratch(Scratch.Reuse(key, region, stride));
        }

        return new Place.Scratch(turns[1] = Scratch.Add(key, _chunk, stride));
    }
}
