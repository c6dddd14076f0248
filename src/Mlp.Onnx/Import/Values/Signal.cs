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
    /// <summary>The layers.</summary>
    public LayerChain Chain => chain;

    /// <summary>What is done to each value that leaves them.</summary>
    public Expression Expression => expression;

    /// <summary>How the file sees the values.</summary>
    public Layout Layout => layout;

    /// <summary>The operators of nodes that were left out on the way.</summary>
    public Remark? Remarks => remarks;

    /// <summary>Zeros around the values, before and after those of each dimension of the file; null for none.</summary>
    public IReadOnlyList<(int Before, int After)>? Padding { get; init; }

    /// <summary>What it is to a classifier; null where it is any tensor.</summary>
    public ClassifierHead? Head { get; init; }

    /// <summary>The type of the values in the file.</summary>
    public OnnxElementType Type { get; init; } = OnnxElementType.Float;

    /// <summary>Whether the file computes with whole numbers, of which some operators drop the rest.</summary>
    public bool IsInteger => ConstantValue.IsIntegerType(Type);

    /// <summary>The same values seen otherwise.</summary>
    public Signal Seen(Layout other) => new(chain, expression, other, remarks) { Padding = Padding, Head = Head, Type = Type };

    /// <summary>Something else done to each value.</summary>
    public Signal With(Expression other) => new(chain, other, layout, remarks) { Head = Head, Type = Type };

    /// <summary>What leaves a longer chain.</summary>
    public Signal Behind(LayerChain longer, Layout seen) => new(longer, Expression.Value, seen, remarks) { Type = Type };

    /// <summary>The same values, all that is done to them being layers.</summary>
    public Signal Shortened(LayerChain longer) => new(longer, Expression.Value, layout, remarks) { Head = Head, Type = Type };

    /// <summary>With zeros around it.</summary>
    public Signal Padded(IReadOnlyList<(int Before, int After)>? zeros) => new(chain, expression, layout, remarks) { Padding = zeros, Head = Head, Type = Type };

    /// <summary>As part of a classifier.</summary>
    public Signal As(ClassifierHead head) => new(chain, expression, layout, remarks) { Head = head, Type = Type };

    /// <summary>As values of another type.</summary>
    public Signal Of(OnnxElementType type) => new(chain, expression, layout, remarks) { Padding = Padding, Head = Head, Type = type };

    /// <summary>A node was left out on the way.</summary>
    public Signal Without(string left) => new(chain, expression, layout, Remark.Once(remarks, left)) { Padding = Padding, Head = Head, Type = Type };
}
