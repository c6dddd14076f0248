using System.Collections.Generic;
using System.Linq;

namespace Mlp.Onnx.Import.Layers;

/// <summary>The layers from an input to a place in the graph. A chain never changes: what goes on from it in several ways shares it.</summary>
internal sealed class LayerChain
{
    private LayerChain(GraphInput source, LayerChain? previous, LayerDraft? last, IReadOnlyList<int>? input, bool isMoved, Remark? notes)
    {
        (Source, Previous, Last, Input, IsMoved, Notes) = (source, previous, last, input, isMoved, notes);
        Count = previous is null ? 0 : previous.Count + 1;
        Parameters = (previous?.Parameters ?? 0) + (last is null ? 0 : last.Weights.LongLength + last.Biases.LongLength);
    }

    /// <summary>Where it begins.</summary>
    public GraphInput Source { get; }

    /// <summary>The chain before the last layer; null where there is none.</summary>
    public LayerChain? Previous { get; }

    /// <summary>The last layer; null where there is none.</summary>
    public LayerDraft? Last { get; }

    /// <summary>The shape of a sample as the network takes it; null as long as no layer has asked for one.</summary>
    public IReadOnlyList<int>? Input { get; }

    /// <summary>Whether samples have channels last here, and in front in the file: where all extents are equal, shapes do not tell.</summary>
    public bool IsMoved { get; }

    /// <summary>The shape that leaves; null as long as no layer has asked for one.</summary>
    public IReadOnlyList<int>? Shape => Last is null ? Input : Last.Output;

    /// <summary>What was folded on the way, in sentences.</summary>
    public Remark? Notes { get; }

    /// <summary>How many layers there are.</summary>
    public int Count { get; }

    /// <summary>The weights and biases of all layers.</summary>
    public long Parameters { get; }

    /// <summary>Whether nothing may follow, and what it ends in: Softmax or Exp.</summary>
    public string? Ending => Last?.Activation is Activation.Softmax or Activation.Exp ? Last.Activation : null;

    /// <summary>The layers in order.</summary>
    public IReadOnlyList<LayerDraft> Layers
    {
        get
        {
            var layers = new LayerDraft[Count];
            for (LayerChain chain = this; chain.Last is not null; chain = chain.Previous!)
            {
                layers[chain.Count - 1] = chain.Last;
            }

            return layers;
        }
    }

    /// <summary>No layer yet.</summary>
    /// <param name="source">Where it begins.</param>
    /// <param name="input">The shape of a sample; null where layers may ask for one.</param>
    public static LayerChain From(GraphInput source, IReadOnlyList<int>? input) => new(source, null, null, input, false, null);

    /// <summary>One layer more.</summary>
    public LayerChain With(LayerDraft layer) => new(Source, this, layer, Input, IsMoved, Notes);

    /// <summary>Another layer in the place of the last.</summary>
    public LayerChain WithLast(LayerDraft layer) => new(Source, Previous, layer, Input, IsMoved, Notes);

    /// <summary>The same with a sentence on what was folded, behind others.</summary>
    public LayerChain Noted(string sentence, Remark? others) => new(Source, Previous, Last, Input, IsMoved, new Remark(others, sentence));

    /// <summary>The same with a sentence on what was folded.</summary>
    public LayerChain Noted(string sentence) => new(Source, Previous, Last, Input, IsMoved, new Remark(Notes, sentence));

    /// <summary>The same layers on samples of a shape that a layer has asked for.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="sources">Of each place in memory, where its value was so far; null where that stays.</param>
    public LayerChain On(IReadOnlyList<int> shape, int[]? sources) => Layers.Aggregate(new LayerChain(Source, null, null, shape, sources is not null, Notes), (chain, layer) =>
        chain.With(ElementLayers.Fixed(sources is null ? layer : layer with { Scales = layer.Scales.Permuted(sources), Offsets = layer.Offsets.Permuted(sources) }, chain.Shape!)));
}
