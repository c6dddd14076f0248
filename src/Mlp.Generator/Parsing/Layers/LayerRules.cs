using System.Collections.Generic;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;

namespace Mlp.Generator.Parsing.Layers;

/// <summary>Judges one kind of layer: values × the shape that arrives → issues, or a layer. Shapes are inferred here, in order.</summary>
internal abstract class LayerRules
{
    /// <summary>The layer; null where it is wrong, or where it is not known what arrives.</summary>
    /// <param name="layer">What is written.</param>
    /// <param name="arriving">The shape that arrives; null where a layer before is wrong.</param>
    /// <param name="activation">The activation that it ends in.</param>
    /// <param name="issues">Receives what is wrong.</param>
    public abstract LayerModel? Judge(DeclaredLayer layer, Shape? arriving, ActivationModel activation, List<DeclarationIssue> issues);

    /// <summary>A whole number as messages have it.</summary>
    internal static string Text(decimal number) => Numeral.Grouped(number);

    /// <summary>What is wrong.</summary>
    internal static DeclarationIssue Issue(string id, IssueTarget target, params string[] arguments) => new(id, target, arguments.ToEquatableArray());
}
