using System.Collections.Generic;
using Mlp.Generator.Emission.Activations;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Planning;
using Mlp.Generator.Planning.Steps;

namespace Mlp.Generator.Emission.Steps;

/// <summary>Writes one tile of a matrix product: start the sums, add the products, finish and store.</summary>
internal sealed class TileWriter(SourceWriter writer, VectorDialect dialect, Contraction product, ContractionNames names, bool rowsMeet)
{
    private readonly string _left = names.Left.Substring(0, names.Left.Length - 1);
    private readonly string _right = names.Right.Substring(0, names.Right.Length - 1);
    private readonly string _result = names.Result.Substring(0, names.Result.Length - 1);
    private int _tail;
    private Expression _firstRow = "";

    /// <param name="rows">Rows of the tile.</param>
    /// <param name="row">The variable or constant that is the first row.</param>
    /// <param name="vectors">Vectors of columns.</param>
    /// <param name="column">The first column; empty for 0.</param>
    /// <param name="isLast">Whether the last vector is the last of the row, and may not be full.</param>
    public void Write(int rows, Expression row, int vectors, Expression column, bool isLast)
    {
        _tail = isLast ? product.Tail(dialect.Lanes) : 0;
        _firstRow = row;
        Reference(_left, names.Left, Offsets.Rows(row, Row(names.Left), product.Row.Left));
        Reference(_right, names.Right, column);
        Reference(_result, names.Result, Offsets.Sum(Offsets.Rows(row, Row(names.Result), product.Row.Result), column));
        WriteStart(rows, vectors, column);
        writer.Line();
        WriteDepth(rows, vectors);
        writer.Line();
        WriteFinish(rows, row, vectors, column);
    }

    /// <summary>The variable that is a row's stride, or 0 where there is but one row.</summary>
    public static string MeetingRow(string operand) => operand + "Row";

    private Expression Row(string operand) => rowsMeet ? MeetingRow(operand) : ContractionNames.RowOf(operand);

    // A variable has a name, also where it is a stride of one.
    private Expression Rows(int count, string operand, int stride) => Offsets.Rows(count, Row(operand), rowsMeet ? 0 : stride);

    private static string Sum(int row, int vector) => $"sum{CSharpLiteral.Int(row)}{(char)('a' + vector)}";

    private Expression Vector(int vector) => Expression.Int(vector * dialect.Lanes);

    private void Reference(string name, string operand, Expression offset) =>
        writer.Line($"ref {Real.Type} {name} = ref {VectorDialect.Element(operand, offset)};");

    private void WriteStart(int rows, int vectors, Expression column)
    {
        for (int row = 0; row < rows; row++)
        {
            for (int vector = 0; vector < vectors; vector++)
            {
                writer.Line($"var {Sum(row, vector)} = {Start(row, vector, vectors, column)};");
            }
        }
    }

    private string Start(int row, int vector, int vectors, Expression column)
    {
        switch (product.Start)
        {
            case TileStart.Zero:
                return dialect.Zero;
            case TileStart.Biases:
                return row > 0 ? Sum(0, vector) : dialect.Load("biases", Offsets.Sum(column, Vector(vector)));
            case TileStart.RowBiases:
                return vector > 0 ? Sum(row, 0) : dialect.Spread("biases", Offsets.Sum(_firstRow, Expression.Int(row)));
            default:
                Expression place = Offsets.Sum(Rows(row, names.Result, product.Row.Result), Vector(vector));
                return IsPartial(vector, vectors) && product.ResultIsExact
                    ? dialect.LoadFirst(_result, place, _tail)
                    : dialect.Load(_result, place);
        }
    }

    private bool IsPartial(int vector, int vectors) => _tail != 0 && vector == vectors - 1;

    private void WriteDepth(int rows, int vectors)
    {
        if (product.Depth.Count == 1 && product.Step.Count == 1)
        {
            WriteStep(rows, vectors);
        }
        else
        {
            WriteDepth(rows, vectors, level: 0);
        }
    }

    /// <summary>The axes of the depth from one level inwards.</summary>
    private void WriteDepth(int rows, int vectors, int level)
    {
        Axis axis = product.Depth[level];
        int inner = product.Depth.Count - 1 - level;
        string step = inner == 0 ? "step" : "step" + CSharpLiteral.Int(inner);
        using (writer.Block($"for (int {step} = 0; {step} < {ContractionNames.Turns(axis)}; {step}++)"))
        {
            if (inner == 0)
            {
                WriteStep(rows, vectors);
                Move(_left, Offsets.Rows(1, ContractionNames.StepOf(names.Left), axis.Left));
                Move(_right, Offsets.Rows(1, ContractionNames.StepOf(names.Right), axis.Right));
                return;
            }

            // The inner loop leaves the operands at its end: they are moved on from there.
            WriteDepth(rows, vectors, level + 1);
            writer.Line();
            Axis gone = product.Depth[level + 1];
            MoveOn(_left, axis.Left, gone.Left, gone);
            MoveOn(_right, axis.Right, gone.Right, gone);
        }
    }

    private void Move(string operand, Expression distance) => writer.Line($"{operand} = ref At(ref {operand}, {distance});");

    private void MoveOn(string operand, int stride, int goneStride, Axis gone)
    {
        if (gone.IsSamples)
        {
            Move(operand, Expression.Operation($"{CSharpLiteral.Int(stride)} - (samples * {CSharpLiteral.Int(goneStride)})"));
        }
        else if (stride != gone.Count * goneStride)
        {
            Move(operand, Expression.Int(stride - (gone.Count * goneStride)));
        }
    }

    private void WriteStep(int rows, int vectors)
    {
        var rights = new List<string>();
        for (int vector = 0; vector < vectors; vector++)
        {
            string name = $"{_right}{(char)('a' + vector)}";
            Expression place = Vector(vector);
            string load = IsPartial(vector, vectors) && product.RightIsExact
                ? dialect.LoadFirst(_right, place, _tail)
                : dialect.Load(_right, place);
            writer.Line($"var {name} = {load};");
            rights.Add(name);
        }

        for (int row = 0; row < rows; row++)
        {
            string broadcast = dialect.Spread(_left, Rows(row, names.Left, product.Row.Left));
            if (vectors > 1)
            {
                string name = $"{_left}At{CSharpLiteral.Int(row)}";
                writer.Line($"var {name} = {broadcast};");
                broadcast = name;
            }

            for (int vector = 0; vector < vectors; vector++)
            {
                writer.Line($"{Sum(row, vector)} = {dialect.MultiplyAdd(rights[vector], broadcast, Sum(row, vector))};");
            }
        }
    }

    private void WriteFinish(int rows, Expression row, int vectors, Expression column)
    {
        ActivationFormula activation = ActivationFormula.Of(product.Activation);
        if (product.HasSlope)
        {
            Reference("slope", "slopes", Offsets.Sum(Offsets.Rows(row, Row(names.Result), product.Row.Result), column));
        }

        for (int index = 0; index < rows; index++)
        {
            for (int vector = 0; vector < vectors; vector++)
            {
                Expression place = Offsets.Sum(Rows(index, names.Result, product.Row.Result), Vector(vector));
                Expression value = Sum(index, vector);
                if (product.Role is ContractionRole.Forward or ContractionRole.ForwardInLanes)
                {
                    value = activation.Value(dialect, value);
                }
                else if (product.HasSlope)
                {
                    string slope = dialect.Load("slope", place);
                    value = Expression.Operation($"{value} * {(ActivationTraits.StoresSlope(product.Activation) ? slope : activation.Slope(dialect, slope))}");
                }

                writer.Line(IsPartial(vector, vectors) && product.ResultIsExact
                    ? dialect.StoreFirst(value, _result, place, _tail)
                    : dialect.Store(value, _result, place));
            }
        }
    }
}
