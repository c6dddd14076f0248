using System.Collections.Generic;
using Mlp.Generator.Model;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Orders;

/// <summary>
/// Plans a batch with samples in lanes, for networks so small that outputs would leave lanes empty: buffers hold a value of all
/// samples in a row, and inputs, targets and outputs are transposed on the way.
/// </summary>
internal sealed class LaneOrder : BatchOrder
{
    private LaneOrder(OrderSetting setting, int chunk, bool trains)
        : base(setting, trains) => ChunkSamples = chunk;

    /// <summary>The samples of a chunk: floats from one row of a buffer to the next.</summary>
    public int ChunkSamples { get; }

    /// <summary>Sums of a gradient that are held at a time where neighbours do not stand side by side.</summary>
    public int SumsAlong => Width == VectorWidth.Vector512 ? 4 : 2;

    /// <param name="setting">The network.</param>
    /// <param name="trains">Whether there is a way back.</param>
    public static BatchPlan Plan(OrderSetting setting, bool trains) => new LaneOrder(setting, Chunk(setting), trains).Plan();

    /// <summary>The region of a layer's results.</summary>
    public Place Results(int layer, int rows) => Add(ResultsOf(layer), rows);

    /// <summary>The region of the derivatives of a layer's activation; null where they are had from its results, or by nobody.</summary>
    public Place? Slopes(int layer, ActivationModel activation, int rows) =>
        StoresSlopes(activation) ? Add(new(BufferRole.Slopes, layer), rows) : null;

    /// <summary>The region of the δ of a layer's results.</summary>
    public Place Errors(int layer, int rows) => Add(new(BufferRole.Errors, layer), rows);

    public override Place Factors(int layer, int stride, ElementLayout layout) => Add(new(BufferRole.Factors, layer), layout.Values);

    /// <summary>A product with its tile; of each list of axes the innermost stands last, its columns are the samples, in pairs of vectors.</summary>
    public Contraction Product(ContractionRole role, IReadOnlyList<Axis> rows, IReadOnlyList<Axis> depth, TileStart start, ActivationModel activation)
    {
        var tile = new TileShape(Setting.Choices.Tile?.Rows ?? (Width == VectorWidth.Vector512 ? 8 : 4), 2, 1, 2);
        var product = new Contraction(
            role,
            rows.ToEquatableArray(),
            new[] { new Axis(0, Right: 1, Result: 1) }.ToEquatableArray(),
            depth.ToEquatableArray(),
            start,
            activation,
            RightIsExact: false,
            ResultIsExact: false,
            tile);
        return Chosen(product);
    }

    /// <summary>
    /// A whole chunk where training on it stands on the stack, else half of one; the same for inference, so that both
    /// share their methods.
    /// </summary>
    private static int Chunk(OrderSetting setting) => setting.Choices.ChunkSamples is { } forced ? Planning.Lanes.Pad(forced, (int)setting.Width)
        : new LaneOrder(setting, PlanBudget.ChunkSamples, trains: true).Plan().Scratch.FitsStack ? PlanBudget.ChunkSamples
        : PlanBudget.ChunkSamples / 2;

    private BatchPlan Plan()
    {
        Place inputs = Add(new(BufferRole.Inputs), Setting.Model.InputSize);
        List<Signal> signals = [new(inputs, ChunkSamples, IsExact: false, ActivationKind.Identity, inputs)];
        EquatableArray<LayerSteps> forward = Forward(signals, (layer, input) => layer.Planner.ForwardInLanes(this, layer, input));
        Add(new(BufferRole.Targets), Setting.Model.OutputSize);
        EquatableArray<LayerSteps> backward = Backward(signals, (layer, input, deltas) => layer.Planner.BackwardInLanes(this, layer, input, deltas));
        return new BatchPlan(BatchLanes.Samples, ChunkSamples, Scratch.Build(), EquatableArray<Step>.Empty, Draws.ToEquatableArray(), forward, backward);
    }

    private Place Add(BufferKey key, int rows) => new Place.Scratch(Scratch.Add(key, rows, ChunkSamples));
}
