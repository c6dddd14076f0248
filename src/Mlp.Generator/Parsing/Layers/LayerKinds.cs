using System;
using System.Collections.Generic;
using System.Linq;

namespace Mlp.Generator.Parsing.Layers;

/// <summary>Which reader reads, and which rules judge, which kind of layer.</summary>
internal static class LayerKinds
{
    private static readonly Dictionary<Type, (LayerReader Reader, LayerRules Rules)> Kinds = new()
    {
        [typeof(DeclaredDense)] = (new DenseReader(), new DenseRules()),
        [typeof(DeclaredConv)] = (new ConvReader(), new ConvRules()),
        [typeof(DeclaredMaxPool)] = (new MaxPoolReader(), new MaxPoolRules()),
        [typeof(DeclaredAveragePool)] = (new AveragePoolReader(), new AveragePoolRules()),
        [typeof(DeclaredGlobalAveragePool)] = (new GlobalAveragePoolReader(), new GlobalAveragePoolRules()),
        [typeof(DeclaredActivation)] = (new ActivationReader(), new ActivationRules()),
        [typeof(DeclaredAffine)] = (new AffineReader(), new AffineRules()),
        [typeof(DeclaredClip)] = (new ClipReader(), new ClipRules()),
        [typeof(DeclaredDropout)] = (new DropoutReader(), new DropoutRules()),
    };

    // Computes nothing: what follows takes the values as they are.
    private static readonly FlattenReader Flatten = new();

    private static readonly Dictionary<string, LayerReader> Readers = Kinds.Values.Select(kind => kind.Reader).Append(Flatten).ToDictionary(reader => reader.Kind);

    /// <summary>The reader of a kind.</summary>
    /// <typeparam name="TLayer">The kind, as it is written.</typeparam>
    public static LayerReader ReaderOf<TLayer>()
        where TLayer : DeclaredLayer => Kinds[typeof(TLayer)].Reader;

    /// <summary>The reader of a kind by its name; null for none.</summary>
    /// <param name="kind">Its name, as in <c>DenseAttribute</c>.</param>
    public static LayerReader? ReaderNamed(string kind) => Readers.TryGetValue(kind, out LayerReader? reader) ? reader : null;

    /// <summary>The rules of a kind.</summary>
    public static LayerRules RulesOf(DeclaredLayer layer) => Kinds[layer.GetType()].Rules;
}
