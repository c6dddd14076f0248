using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Onnx.Graph;
using Mlp.Onnx.Import.Layouts;
using Mlp.Onnx.Import.Values;

namespace Mlp.Onnx.Import.Operators;

/// <summary>Gemm and MatMul: dense layers, or convolutions with a kernel of 1 along what is in front of the values.</summary>
internal static class DenseOperators
{
    /// <summary>α A B + β C.</summary>
    public static TensorValue Gemm(NodeCall call)
    {
        bool isLeft = call.Input(0) is ConstantValue;
        Meetings.RequireOne(call, 0, 1);
        Signal signal = call.Signal(isLeft ? 1 : 0);
        OnnxTensor matrix = call.Constant(isLeft ? 0 : 1).Tensor;
        double[] values = call.Floats(call.Constant(isLeft ? 0 : 1));
        if (signal.Layout.Rank != 2 || matrix.Extents.Count != 2)
        {
            throw call.Refuse(OnnxFaultCode.Shape, $"multiplies tensors of {signal.Layout.Rank} and {matrix.Extents.Count} dimensions, and not of 2");
        }

        bool isSignalTurned = call.Integer(isLeft ? "transB" : "transA", 0) != 0;
        bool isMatrixTurned = call.Integer(isLeft ? "transA" : "transB", 0) != 0;
        Signal seen = isSignalTurned ? signal.Seen(signal.Layout.Transposed([1, 0])) : signal;

        // As a row for each output: of x W its columns, of W x its rows.
        int depth = isMatrixTurned == isLeft ? 0 : 1;
        double alpha = call.Number("alpha", 1);
        double[] weights = RowMajor(call, values, matrix.Extents, isTurned: depth == 0, alpha);
        int outputs = matrix.Extents[1 - depth];
        int contracted = isLeft ? 0 : 1;
        RequireDepth(call, seen.Layout, contracted, matrix.Extents[depth]);
        return DenseLayers.Behind(call, seen, [contracted], weights, GemmBiases(call, seen.Layout, contracted, outputs), contracted);
    }

    /// <summary>A B.</summary>
    public static TensorValue MatMul(NodeCall call)
    {
        bool isLeft = call.Input(0) is ConstantValue;
        Meetings.RequireOne(call, 0, 1);
        Signal signal = call.Signal(isLeft ? 1 : 0);
        ConstantValue constant = call.Constant(isLeft ? 0 : 1);
        double[] values = call.Floats(constant);
        List<int> extents = [.. constant.Tensor.Extents];
        while (extents.Count > 2 && extents[0] == 1)
        {
            extents.RemoveAt(0);
        }

        if (extents.Count is not (1 or 2))
        {
            throw call.Refuse(OnnxFaultCode.Shape, $"multiplies by a tensor of {constant.Tensor.Extents.Count} dimensions: by a matrix for each of several parts");
        }

        Signal seen = signal.Seen(Widened(signal.Layout, constant.Tensor.Extents.Count));
        Layout layout = seen.Layout;
        bool isVector = extents.Count == 1;
        bool isTurned = !isVector && !isLeft;
        int depth = extents[isVector ? 0 : isLeft ? 1 : 0];
        int outputs = isVector ? 1 : extents[isLeft ? 0 : 1];
        int contracted = isLeft && layout.Rank > 1 ? layout.Rank - 2 : layout.Rank - 1;
        if (contracted < 0)
        {
            throw call.Refuse(OnnxFaultCode.Shape, $"multiplies a single number by a matrix");
        }

        RequireDepth(call, layout, contracted, depth);
        double[] weights = isTurned ? RowMajor(call, values, extents, isTurned: true, 1) : values;
        bool isAlone = Enumerable.Range(0, layout.Rank).All(dimension => dimension == contracted || layout.IsLead(dimension));
        Signal product = isAlone || isLeft
            ? DenseLayers.Behind(call, seen, [contracted], weights, new double[outputs], contracted)
            : WindowLayers.ByPosition(call, seen, weights, outputs);
        Layout made = isVector ? product.Layout.With(product.Layout.Dimensions.Where((_, dimension) => dimension != contracted)) : product.Layout;

        // A list by a matrix of more dimensions: its own dimension is gone, those of the matrix stay.
        int more = signal.Layout.Rank == 1 ? Math.Max(0, constant.Tensor.Extents.Count - 2) : 0;
        return product.Seen(made.With([.. Enumerable.Repeat(Enumerable.Empty<Axis>(), more), .. made.Dimensions]));
    }

    // A matrix of more dimensions makes the result one of as many.
    private static Layout Widened(Layout layout, int rank)
    {
        Layout wide = layout;
        while (wide.Rank > 1 && wide.Rank < rank)
        {
            wide = wide.With(wide.Dimensions.Prepend([]));
        }

        return wide;
    }

    private static void RequireDepth(NodeCall call, Layout layout, int contracted, int depth)
    {
        if (layout.ExtentOf(contracted) != depth)
        {
            throw call.Refuse(OnnxFaultCode.Shape, $"multiplies [{ShapeText.Of(layout)}] by weights for {depth} values");
        }
    }

    private static double[] RowMajor(NodeCall call, double[] values, IReadOnlyList<int> extents, bool isTurned, double factor)
    {
        if (!isTurned && factor == 1)
        {
            return values;
        }

        call.Context.Spend(values.LongLength);
        (int rows, int columns) = (extents[0], extents[1]);
        double[] turned = new double[values.Length];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                turned[isTurned ? (column * rows) + row : (row * columns) + column] = values[(row * columns) + column] * factor;
            }
        }

        return turned;
    }

    /// <summary>β C, which is one number, or one for each output.</summary>
    private static double[] GemmBiases(NodeCall call, Layout layout, int outputDimension, int outputs)
    {
        double beta = call.Number("beta", 1);
        if (!layout.IsLead(1 - outputDimension))
        {
            throw call.Refuse(OnnxFaultCode.Shape, $"multiplies a matrix of [{ShapeText.Of(layout)}] by weights in a way that no layer does");
        }

        if (call.OptionalConstant(2) is not { } constant || beta == 0)
        {
            return new double[outputs];
        }

        double[] values = call.Floats(constant);
        Layout results = layout.With(Enumerable.Range(0, 2).Select(dimension =>
            dimension != outputDimension ? layout.Dimensions[dimension] : outputs == 1 ? [] : [new Axis(outputs, 1)]));
        Numbers biases = Broadcasting.Over(call, results, constant.Tensor.Extents, values);
        return [.. Enumerable.Range(0, outputs).Select(output => biases[output] * beta)];
    }
}
