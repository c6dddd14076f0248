using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Onnx.Import.Elements;

namespace Mlp.Onnx.Import.Layers;

/// <summary>Puts layers behind a chain, and folds scales and offsets into their neighbours.</summary>
/// <param name="keepsApart">Whether nothing is folded: our own files come back as they were.</param>
/// <param name="spend">Counts numbers that are written anew.</param>
internal sealed class ChainBuilder(bool keepsApart, Action<long> spend)
{
    private const int MostLayers = 512;

    private readonly Dictionary<(LayerChain Chain, Expression Expression), LayerChain> _lowered = [];

    /// <summary>What is done to each value, as layers.</summary>
    /// <exception cref="Refusal">A formula is no layer.</exception>
    public LayerChain Lowered(LayerChain chain, Expression expression)
    {
        if (ReferenceEquals(expression, Expression.Value))
        {
            return chain;
        }

        if (!_lowered.TryGetValue((chain, expression), out LayerChain? lowered))
        {
            Expression child = expression is AffineExpression affine ? affine.Child : ((FunctionExpression)expression).Child;
            lowered = Append(Lowered(chain, child), expression);
            _lowered.Add((chain, expression), lowered);
        }

        return lowered;
    }

    /// <summary>One layer more.</summary>
    /// <exception cref="Refusal">Nothing may follow, or there are too many.</exception>
    public static LayerChain Append(LayerChain chain, LayerDraft layer, string origin)
    {
        RequireOpenEnd(chain, origin);
        LayerChain longer = chain.With(layer.Input is null && chain.Shape is { } shape ? ElementLayers.Fixed(layer, shape) : layer);
        return longer.Count > MostLayers ? throw new Refusal(OnnxFaultCode.TooLarge, FormattableString.Invariant($"There are more than {MostLayers} layers up to {origin}."))
            : longer.Parameters > ParameterLimit.Most ? throw new Refusal(OnnxFaultCode.TooLarge, FormattableString.Invariant($"There are more than {ParameterLimit.Most} weights and biases up to {origin}."))
            : longer;
    }

    /// <summary>An activation: the last layer's, or a layer.</summary>
    public static LayerChain AppendActivation(LayerChain chain, string name, string origin)
    {
        RequireOpenEnd(chain, origin);
        return chain.Last is { IsLinear: true, Activation: Activation.Identity } last
            ? chain.WithLast(last with { Activation = name })
            : Append(chain, new LayerDraft("Activation", null, null) { Activation = name }, origin);
    }

    /// <summary>A scale and an offset that are to be multiplied into the weights of the layer behind, and the chain without them.</summary>
    /// <param name="chain">The chain.</param>
    /// <param name="isPadded">Whether zeros stand around what the layer behind sees.</param>
    public LayerDraft? Foldable(LayerChain chain, bool isPadded) =>
        !keepsApart && chain.Last is { Kind: LayerDraft.Affine } affine && (!isPadded || affine.Offsets.AreAll(0)) && AffineFolding.IsSafe(affine) ? affine : null;

    private LayerChain Append(LayerChain chain, Expression expression) => expression switch
    {
        AffineExpression affine => AppendAffine(chain, affine),
        FunctionExpression { Kind: FunctionKind.Named } named => AppendActivation(chain, named.Name, named.Origin),
        FunctionExpression { Kind: FunctionKind.Clip } clip => AppendClip(chain, clip),
        FunctionExpression { Kind: FunctionKind.Slopes } slopes => Append(chain, new LayerDraft(ElementLayers.PReLU, null, null) { Scales = slopes.Slopes }, slopes.Origin),
        FunctionExpression { Kind: FunctionKind.Dropout } dropout => Append(chain, new LayerDraft("Dropout", null, null) { Constants = [dropout.Low] }, dropout.Origin),
        FunctionExpression { Kind: FunctionKind.Exp } exponential => AppendActivation(chain, Activation.Exp, exponential.Origin),
        FunctionExpression function => throw new Refusal(OnnxFaultCode.Operator, $"{function.Kind} is not supported by itself, but only as part of GELU or Softplus: {function.Origin}."),
        _ => throw new InvalidOperationException("There is no other formula."),
    };

    private static LayerChain AppendClip(LayerChain chain, FunctionExpression clip) => (clip.Low, clip.High) switch
    {
        (0, double.PositiveInfinity) => AppendActivation(chain, Activation.ReLU, clip.Origin),
        (0, 6) => AppendActivation(chain, Activation.ReLU6, clip.Origin),
        _ => Append(chain, new LayerDraft("Clip", null, null) { Constants = [clip.Low, clip.High] }, clip.Origin),
    };

    private LayerChain AppendAffine(LayerChain chain, AffineExpression affine)
    {
        if (!affine.Scale.AreFloats || !affine.Offset.AreFloats)
        {
            throw new Refusal(OnnxFaultCode.NonFinite, $"The scales and offsets of {string.Join(", ", affine.Origins)} are together no finite floats.");
        }

        RequireOpenEnd(chain, affine.Origins[^1]);
        if (!keepsApart && chain.Last is { IsLinear: true, Activation: Activation.Identity } last && Counted(last, affine) && AffineFolding.Behind(last, affine.Scale, affine.Offset) is { } folded)
        {
            // A sum that is the layer's bias is no news.
            LayerChain chained = chain.WithLast(folded);
            return affine.Scale.AreAll(1) && Array.TrueForAll(last.Biases, static bias => bias == 0)
                ? chained
                : chained.Noted(Sentence(affine.Origins, chained.Count, folded.Kind));
        }

        return Append(chain, new LayerDraft(LayerDraft.Affine, null, null) { Scales = affine.Scale, Offsets = affine.Offset, Origins = affine.Origins }, affine.Origins[^1]);
    }

    private bool Counted(LayerDraft layer, AffineExpression affine)
    {
        spend(affine.Scale.AreAll(1) ? layer.Biases.LongLength : layer.Weights.LongLength);
        return true;
    }

    /// <summary>That nodes are folded, in a sentence.</summary>
    public static string Sentence(IReadOnlyList<string> origins, int layer, string kind) =>
        FormattableString.Invariant($"{string.Join(", ", origins.Distinct())} {(origins.Distinct().Count() == 1 ? "is" : "are")} folded into layer {layer}, {kind}.");

    private static void RequireOpenEnd(LayerChain chain, string origin)
    {
        if (chain.Ending is { } ending)
        {
            throw new Refusal(OnnxFaultCode.Operator, $"{ending} is supported as the last step of a network alone, but {origin} follows.");
        }
    }
}
