using System.Collections.Generic;
using Mlp.Onnx.Graph;
using Mlp.Onnx.Import.Elements;
using Mlp.Onnx.Import.Layers;
using Mlp.Onnx.Import.Layouts;

namespace Mlp.Onnx.Import.Values;

/// <summary>A tensor that a network computes: layers, and what is done to each of their values since.</summary>
/// <param name="chain">The layers.</param>
/// <param name="expression">What is done to each value that leaves them.</param>
/// <param name="layout">How the file sees the values.</param>
/// <param name="remarks">The operators of nodes that were left out on the way.</param>
internal sealed class Signal(LayerChain chain, Expression expression, Layout layout, Remark? remarks) : TensorValue
{
    private Signal(Signal other)
        : this(other.Chain, other.Expression, other.Layout, other.Remarks) => (Padding, Head, Type) = (other.Padding, other.Head, other.Type);

    /// <summary>The layers.</summary>
    public LayerChain Chain { get; private init; } = chain;

    /// <summary>What is done to each value that leaves them.</summary>
    public Expression Expression { get; private init; } = expression;

    /// <summary>How the file sees the values.</summary>
    public Layout Layout { get; private init; } = layout;

    /// <summary>The operators of nodes that were left out on the way.</summary>
    public Remark? Remarks { get; private init; } = remarks;

    /// <summary>Zeros around the values, before and after those of each dimension of the file; null for none.</summary>
    public IReadOnlyList<(int Before, int After)>? Padding { get; private init; }

    /// <summary>What it is to a classifier; null where it is any tensor.</summary>
    public ClassifierHead? Head { get; private init; }

    /// <summary>The type of the values in the file.</summary>
    public OnnxElementType Type { get; init; } = OnnxElementType.Float;

    /// <summary>Whether the file computes with whole numbers, of which some operators drop the rest.</summary>
    public bool IsInteger => ConstantValue.IsIntegerType(Type);

    /// <summary>The same values seen otherwise.</summary>
    public Signal Seen(Layout other) => new(this) { Layout = other };

    /// <summary>Something else done to each value.</summary>
    public Signal With(Expression other) => new(this) { Expression = other, Padding = null };

    /// <summary>What leaves a longer chain.</summary>
    public Signal Behind(LayerChain longer, Layout seen) => new(this) { Chain = longer, Expression = Expression.Value, Layout = seen, Padding = null, Head = null };

    /// <summary>The same values, all that is done to them being layers.</summary>
    public Signal Shortened(LayerChain longer) => new(this) { Chain = longer, Expression = Expression.Value, Padding = null };

    /// <summary>With zeros around it.</summary>
    public Signal Padded(IReadOnlyList<(int Before, int After)>? zeros) => new(this) { Padding = zeros };

    /// <summary>As part of a classifier.</summary>
    public Signal As(ClassifierHead head) => new(this) { Head = head, Padding = null };

    /// <summary>As values of another type.</summary>
    public Signal Of(OnnxElementType type) => new(this) { Type = type };

    /// <summary>A node was left out on the way.</summary>
    public Signal Without(string left) => new(this) { Remarks = Remark.Once(Remarks, left) };
}
