using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Mlp.Onnx.Graph;
using Mlp.Onnx.Import.Layers;
using Mlp.Onnx.Import.Layouts;
using Mlp.Onnx.Import.Values;

namespace Mlp.Onnx.Import;

/// <summary>Makes networks of signals: descriptions, tensors in single precision, class names and notes.</summary>
/// <param name="context">What all nodes share.</param>
internal sealed class NetworkAssembly(ImportContext context)
{
    private readonly Dictionary<double[], float[]> _floats = [];
    private readonly Dictionary<string, List<string>> _sources = [];
    private readonly IReadOnlyList<string>? _named = NamesOf(context.Graph.Metadata);

    /// <summary>The network up to a signal.</summary>
    /// <exception cref="Refusal">It is none.</exception>
    public ImportedNetwork Of(string name, Signal signal)
    {
        if (signal.Padding is not null)
        {
            throw new Refusal(OnnxFaultCode.Operator, $"The tensor \"{name}\" has zeros around it, which is supported before a convolution alone.");
        }

        LayerChain lowered = context.Chains.Lowered(signal.Chain, signal.Expression);
        if (lowered.Count == 0)
        {
            throw new Refusal(OnnxFaultCode.Operator, $"The tensor \"{name}\" is the input \"{lowered.Source.Name}\": nothing is computed on the way, so there is no network.");
        }

        LayerChain chain = lowered.Shape is null ? lowered.On([signal.Layout.Size], null) : lowered;
        IReadOnlyList<int>? moved = MovedShape(name, signal.Layout);
        if (moved is not null && signal.Head is { IsClass: true })
        {
            throw new Refusal(OnnxFaultCode.Shape, $"The tensor \"{name}\" counts the classes of [{ShapeText.Of(signal.Layout)}] with channels first, and the network has channels last; take the probabilities.");
        }

        IReadOnlyList<LayerDraft> drafts = WithOutput(chain.Layers);
        var layers = new List<LayerDescription>(drafts.Count);
        var tensors = new List<float[]>();
        int offset = 0;
        foreach (LayerDraft draft in drafts)
        {
            LayerDescription layer = LayerDescriptions.Of(draft, offset);
            layers.Add(layer);
            offset += layer.ParameterCount;
            tensors.AddRange(layer.Tensors.Count == 0 ? [] : layer.Tensors.Count == 1 ? [Floats(name, draft.Weights)] : (float[][])[Floats(name, draft.Weights), Floats(name, draft.Biases)]);
        }

        string output = layers[^1].Activation;
        int outputs = layers[^1].Outputs;
        IReadOnlyList<string>? given = context.ClassNames.GetValueOrDefault(lowered) ?? _named;
        bool isClassifier = given is not null && (output == Activation.Softmax ? given.Count == outputs : output == Activation.Sigmoid && outputs == 1 && given.Count == 2);
        return new ImportedNetwork(
            new NetworkDescription(layers, Loss.SquaredError, Optimizer.SGD, Initializer.HeNormal),
            tensors,
            isClassifier ? given : null,
            NotesOf(signal, chain, layers, moved),
            new ImportedInput(chain.Source.Name, chain.Source.Shape, chain.Source.HasBatch, chain.IsMoved),
            new ImportedOutput(signal.Head?.Probabilities ?? name, moved?[^1], signal.Head is { IsPair: true }));
    }

    /// <summary>An activation behind a layer that ends in none is that of the output.</summary>
    private static IReadOnlyList<LayerDraft> WithOutput(IReadOnlyList<LayerDraft> layers) =>
        layers is [.., { Activation: Activation.Identity } before, { Kind: "Activation" } last]
            ? [.. layers.SkipLast(2), before with { Activation = last.Activation }]
            : layers;

    /// <summary>The shape of outputs that are in another order than in the file, because channels are last; null for the same order.</summary>
    private static IReadOnlyList<int>? MovedShape(string name, Layout layout)
    {
        int[] dimensions = [.. Enumerable.Range(0, layout.Rank).Where(dimension => !layout.IsLead(dimension))];
        bool isMixed = layout.Dimensions.Skip(1).Any(static dimension => dimension.Any(static axis => axis.IsBatch && axis.Extent > 1))
            || (layout.Rank > 0 && layout.Dimensions[0].Count > 1 && layout.Dimensions[0].Any(static axis => axis.IsBatch && axis.Extent > 1));
        if (isMixed)
        {
            throw new Refusal(OnnxFaultCode.Shape, $"The tensor \"{name}\" of [{ShapeText.Of(layout)}] has the samples of a batch not one behind the other.");
        }

        return layout.IsInMemoryOrder(layout.Values) ? null
            : dimensions.Length > 1 && layout.IsInMemoryOrder(dimensions.Skip(1).SelectMany(layout.ValuesOf).Concat(layout.ValuesOf(dimensions[0])))
                ? [.. dimensions.Skip(1).Select(layout.ExtentOf), layout.ExtentOf(dimensions[0])]
                : throw new Refusal(OnnxFaultCode.Shape, $"The tensor \"{name}\" of [{ShapeText.Of(layout)}] has its values in another order than the last layer, which has channels last; take a tensor before they are put in a row.");
    }

    private float[] Floats(string name, double[] numbers)
    {
        if (!_floats.TryGetValue(numbers, out float[]? floats))
        {
            floats = Array.ConvertAll(numbers, static number => (float)number);
            int wrong = Array.FindIndex(floats, static number => !float.IsFinite(number));
            if (wrong >= 0)
            {
                throw new Refusal(OnnxFaultCode.NonFinite, FormattableString.Invariant($"The weights of a layer before \"{name}\" have the number {numbers[wrong]} at {wrong}, which is no finite float."));
            }

            _floats.Add(numbers, floats);
        }

        return floats;
    }

    /// <summary>What must be said of an input, and of the others.</summary>
    private List<string> NotesOf(GraphInput source)
    {
        if (_sources.TryGetValue(source.Name, out List<string>? known))
        {
            return known;
        }

        var notes = new List<string>();
        string[] others = [.. context.Graph.Inputs.Select(static input => input.Name).Where(other => other != source.Name)];
        if (others.Length > 0)
        {
            notes.Add($"Not needed: the input{(others.Length > 1 ? "s" : "")} {string.Join(", ", others.Select(static other => $"\"{other}\""))}.");
        }

        if (context.Graph.Inputs.FirstOrDefault(input => input.Name == source.Name) is { Type: not (OnnxElementType.Float or OnnxElementType.Undefined) } typed)
        {
            notes.Add($"Inputs are floats here, and {typed.Type} in the file.");
        }

        _sources.Add(source.Name, notes);
        return notes;
    }

    private List<string> NotesOf(Signal signal, LayerChain chain, List<LayerDescription> layers, IReadOnlyList<int>? moved)
    {
        List<string> notes = [.. Remark.InOrder(chain.Notes)];
        string[] left = [.. Remark.InOrder(signal.Remarks).Distinct()];
        if (left.Length > 0)
        {
            notes.Add($"Left out: {string.Join(", ", left)}.");
        }

        GraphInput source = chain.Source;
        notes.AddRange(NotesOf(source));
        IReadOnlyList<int> input = layers[0].InputShape;
        if (chain.IsMoved)
        {
            notes.Add($"Inputs have channels last: {ShapeText.Spoken(input)}.");
        }
        else if (source.Shape.Count > 1)
        {
            notes.Add($"Inputs are in the order of the file: {ShapeText.Spoken(source.Shape)}.");
        }

        if (moved is not null)
        {
            notes.Add($"Outputs have channels last: {ShapeText.Spoken(moved)}.");
        }

        return notes;
    }

    private static IReadOnlyList<string>? NamesOf(IReadOnlyDictionary<string, string> metadata)
    {
        if (!metadata.TryGetValue("classes", out string? text))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<string[]>(text) is { Length: > 0 } names && Array.TrueForAll(names, static name => name is not null) ? names : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
