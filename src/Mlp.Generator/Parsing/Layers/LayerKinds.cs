using System;
using System.Collections.Generic;

namespace Mlp.Generator.Parsing.Layers;

/// <summary>Which reader reads, and which rules judge, which kind of layer.</summary>
internal static class LayerKinds
{
    private static readonly Dictionary<Type, (LayerReader Reader, LayerRules Rules)> Kinds = new()
    {
        [typeof(DeclaredDense)] = (new DenseReader(), new DenseRules()),
    };

    /// <summary>The reader of a kind.</summary>
    /// <typeparam name="TLayer">The kind, as it is written.</typeparam>
    public static LayerReader ReaderOf<TLayer>()
        where TLayer : DeclaredLayer => Kinds[typeof(TLayer)].Reader;

    /// <summary>The rules of a kind.</summary>
    public static LayerRules RulesOf(DeclaredLayer layer) => Kinds[layer.GetType()].Rules;
}
