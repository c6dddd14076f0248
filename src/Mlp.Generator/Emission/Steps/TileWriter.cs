using System;
using System.Collections.Generic;
using Mlp.Generator.Emission.Activations;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Planning;
using Mlp.Generator.Planning.Steps;

namespace Mlp.Generator.Emission.Steps;

/// <summary>Writes one tile of a matrix product: a call of the runtime's tile of so many rows and vectors, with the strides of this product.</summary>
internal sealed class TileWriter(SourceWriter writer, VectorDialect dialect, Contraction product, ContractionNames names, bool rowsMeet)
{
    /// <summary>The loops of a tile over the terms of its sums.</summary>
    private const int MostDepth = 3;

    /// <param name="rows">Rows of the tile.</param>
    /// <param name="row">The variable or constant that is the first row.</param>
    /// <param name="vectors">Vectors of columns.</param>
    /// <param name="column">The first column; empty for 0.</param>
    /// <param name="isLast">Whether the last vector is the last of the row, and may not be full.</param>
    public void Write(int rows, Expression row, int vectors, Expression column, bool isLast)
    {
        Expression results = Offsets.Sum(Offsets.Rows(row, Row(names.Result), product.Row.Result), column);
        writer.Line($"Tiles.Rows{CSharpLiteral.Int(rows)}<{Group(vectors)}, {Use()}>(");
        writer.Line($"    {Reference(names.Left, Offsets.Rows(row, Row(names.Left), product.Row.Left))}, {Stride(Row(names.Left), product.Row.Left)}, {Step(names.Left, product.Step.Left)},");
        writer.Line($"    {Reference(names.Right, column)}, {Step(names.Right, product.Step.Right)}, {Other(row, column, results)},");
        writer.Line($"    {Reference(names.Result, results)}, {Stride(Row(names.Result), product.Row.Result)}, {string.Join(", ", Turns(isLast ? product.Tail(dialect.Lanes) : 0))});");
    }

    /// <summary>The variable that is a row's stride, or 0 where there is but one row.</summary>
    public static string MeetingRow(string operand) => operand + "Row";

    /// <summary>The columns; of agents each has a left factor of its own.</summary>
    private string Group(int vectors) => product.Role == ContractionRole.ForwardOfAgents ? dialect.GroupOfAgents(vectors) : dialect.Group(vectors);

    private Expression Row(string operand) => rowsMeet ? MeetingRow(operand) : ContractionNames.RowOf(operand);

    // A variable has a name, also where it is a stride of one.
    private string Stride(Expression name, int stride) => stride == 1 && !rowsMeet ? "1" : name.Text;

    private static string Step(string operand, int stride) => stride == 1 ? "1" : ContractionNames.StepOf(operand).Text;

    private static string Reference(string operand, Expression offset) => "ref " + VectorDialect.Element(operand, offset);

    /// <summary>What the sums start from and end as.</summary>
    private string Use()
    {
        ActivationFormula activation = ActivationFormula.Of(product.Activation);
        return product.Role switch
        {
            ContractionRole.Forward => $"Forward<{activation.TileFunction}>",
            ContractionRole.ForwardInLanes => $"ForwardLanes<{activation.TileFunction}>",
            ContractionRole.ForwardOfAgents => $"ForwardAgents<{activation.TileFunction}>",
            ContractionRole.Error or ContractionRole.ErrorInLanes when product.Start == TileStart.Result => "Update",
            ContractionRole.Error or ContractionRole.ErrorInLanes when !product.HasSlope => "PlainError",
            ContractionRole.Error or ContractionRole.ErrorInLanes => $"Error<{(ActivationTraits.StoresSlope(product.Activation) ? ActivationFormula.Itself : activation.TileSlope)}>",
            _ => "Update",
        };
    }

    /// <summary>Biases or slopes; where neither is read, the results stand in.</summary>
    private string Other(Expression row, Expression column, Expression results) => product.Start switch
    {
        TileStart.Biases => Reference("biases", column),
        TileStart.RowBiases => Reference("biases", Offsets.Rows(row, CSharpLiteral.Int(product.Row.Biases), product.Row.Biases)),
        _ => product.HasSlope ? Reference("slopes", results) : "ref " + names.Result,
    };

    /// <summary>How often the loops over the terms turn, the innermost first, and what is less than a vector at the end.</summary>
    private IEnumerable<string> Turns(int tail)
    {
        if (product.Depth.Count > MostDepth)
        {
            throw new NotSupportedException($"A tile has {MostDepth} loops over the terms of a sum, not {product.Depth.Count}.");
        }

        yield return ContractionNames.Turns(product.Step);
        if (tail != 0 && product.RightIsExact)
        {
            yield return "rightTail: " + CSharpLiteral.Int(tail);
        }

        if (tail != 0 && product.ResultIsExact)
        {
            yield return "resultTail: " + CSharpLiteral.Int(tail);
        }

        for (int outer = 1; outer < product.Depth.Count; outer++)
        {
            Axis axis = product.Depth[product.Depth.Count - 1 - outer];
            Axis gone = product.Depth[product.Depth.Count - outer];
            string unit = outer == 1 ? "Part" : "Block";
            yield return $"{unit.ToLowerInvariant()}s: {ContractionNames.Turns(axis)}";
            yield return $"left{unit}: {MoveOn(axis.Left, gone.Left, gone)}";
            yield return $"right{unit}: {MoveOn(axis.Right, gone.Right, gone)}";
        }
    }

    /// <summary>From where the loop within leaves an operand to its next turn.</summary>
    private static string MoveOn(int stride, int goneStride, Axis gone) => gone.IsSamples
        ? $"{CSharpLiteral.Int(stride)} - (samples * {CSharpLiteral.Int(goneStride)})"
        : CSharpLiteral.Int(stride - (gone.Count * goneStride));
}
