using System.Collections.Generic;
using Mlp.Generator.Emission.Activations;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Planning;

namespace Mlp.Generator.Emission;

/// <summary>Writes one tile of a matrix product: start the sums, add the products, finish and store.</summary>
internal sealed class TileWriter(SourceWriter writer, VectorDialect dialect, Contraction product, ContractionNames names, bool hasSlope, bool rowsMeet)
{
    private readonly string _left = names.Left.Substring(0, names.Left.Length - 1);
    private readonly string _right = names.Right.Substring(0, names.Right.Length - 1);
    private readonly string _result = names.Result.Substring(0, names.Result.Length - 1);
    private int _tail;
    private string _firstRow = "";

    /// <param name="rows">Rows of the tile.</param>
    /// <param name="row">The variable or constant that is the first row.</param>
    /// <param name="vectors">Vectors of columns.</param>
    /// <param name="column">The first column; empty for 0.</param>
    /// <param name="isLast">Whether the last vector is the last of the row, and may not be full.</param>
    public void Write(int rows, string row, int vectors, string column, bool isLast)
    {
        _tail = isLast ? Planning.Lanes.Tail(product.Columns, dialect.Lanes) : 0;
        _firstRow = row;
        Reference(_left, names.Left, Times(row, product.LeftRowStride, Row(names.Left)));
        Reference(_right, names.Right, column);
        Reference(_result, names.Result, Offsets.Sum(Times(row, product.ResultRowStride, Row(names.Result)), column));
        WriteStart(rows, vectors, column);
        writer.Line();
        WriteDepth(rows, vectors);
        writer.Line();
        WriteFinish(rows, row, vectors, column);
    }

    /// <summary>The variable that is a row's stride, or 0 where there is but one row.</summary>
    public static string MeetingRow(string operand) => operand + "Row";

    private string Row(string operand) => rowsMeet ? MeetingRow(operand) : Constant(operand, "Row");

    // A variable has a name, also where it is a stride of one.
    private string Rows(int count, string operand, int stride) => Offsets.Rows(count, Row(operand), rowsMeet ? 0 : stride);

    private static string Sum(int row, int vector) => $"sum{CSharpLiteral.Int(row)}{(char)('a' + vector)}";

    private static string Constant(string operand, string suffix) => char.ToUpperInvariant(operand[0]) + operand.Substring(1) + suffix;

    private static string Times(string count, int stride, string constant) => stride == 1 ? count : $"{count} * {constant}";

    private string Vector(int vector) => CSharpLiteral.Int(vector * dialect.Lanes);

    private void Reference(string name, string operand, string offset) =>
        writer.Line($"ref {Real.Type} {name} = ref {VectorDialect.Element(operand, offset)};");

    private void WriteStart(int rows, int vectors, string column)
    {
        for (int row = 0; row < rows; row++)
        {
            for (int vector = 0; vector < vectors; vector++)
            {
                writer.Line($"var {Sum(row, vector)} = {Start(row, vector, vectors, column)};");
            }
        }
    }

    private string Start(int row, int vector, int vectors, string column)
    {
        switch (product.Start)
        {
            case TileStart.Zero:
                return dialect.Zero;
            case TileStart.Biases:
                return row > 0 ? Sum(0, vector) : dialect.Load("biases", Offsets.Sum(column, Vector(vector)));
            case TileStart.RowBiases:
                return vector > 0 ? Sum(row, 0) : dialect.Broadcast(VectorDialect.Element("biases", Offsets.Sum(_firstRow, CSharpLiteral.Int(row))));
            default:
                string place = Offsets.Sum(Rows(row, names.Result, product.ResultRowStride), Vector(vector));
                return IsPartial(vector, vectors) && product.ResultIsExact
                    ? dialect.LoadFirst(_result, place, _tail)
                    : dialect.Load(_result, place);
        }
    }

    private bool IsPartial(int vector, int vectors) => _tail != 0 && vector == vectors - 1;

    private void WriteDepth(int rows, int vectors)
    {
        string leftStep = Constant(names.Left, "Step");
        string rightStep = Constant(names.Right, "Step");
        if (product.Depth == 1)
        {
            WriteStep(rows, vectors);
            return;
        }

        string limit = product.Depth == 0 ? "samples" : CSharpLiteral.Int(product.Depth);
        using (writer.Block($"for (int step = 0; step < {limit}; step++)"))
        {
            WriteStep(rows, vectors);
            writer.Line($"{_left} = ref Add(ref {_left}, {Offsets.Rows(1, leftStep, product.LeftDepthStride)});");
            writer.Line($"{_right} = ref Add(ref {_right}, {Offsets.Rows(1, rightStep, product.RightDepthStride)});");
        }
    }

    private void WriteStep(int rows, int vectors)
    {
        var rights = new List<string>();
        for (int vector = 0; vector < vectors; vector++)
        {
            string name = $"{_right}{(char)('a' + vector)}";
            string place = Vector(vector);
            string load = IsPartial(vector, vectors) && product.RightIsExact
                ? dialect.LoadFirst(_right, place, _tail)
                : dialect.Load(_right, place);
            writer.Line($"var {name} = {load};");
            rights.Add(name);
        }

        for (int row = 0; row < rows; row++)
        {
            string element = VectorDialect.Element(_left, Rows(row, names.Left, product.LeftRowStride));
            string broadcast = dialect.Broadcast(element);
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

    private void WriteFinish(int rows, string row, int vectors, string column)
    {
        ActivationFormula activation = ActivationFormula.Of(product.Activation);
        if (hasSlope)
        {
            Reference("slope", "slopes", Offsets.Sum(Times(row, product.ResultRowStride, Row(names.Result)), column));
        }

        for (int index = 0; index < rows; index++)
        {
            for (int vector = 0; vector < vectors; vector++)
            {
                string place = Offsets.Sum(Rows(index, names.Result, product.ResultRowStride), Vector(vector));
                string value = Sum(index, vector);
                if (product.Role is ContractionRole.Forward or ContractionRole.ForwardInLanes)
                {
                    value = activation.Value(value);
                }
                else if (hasSlope)
                {
                    string slope = dialect.Load("slope", place);
                    value += " * " + (ActivationTraits.StoresSlope(product.Activation) ? slope : activation.Slope(slope));
                }

                writer.Line(IsPartial(vector, vectors) && product.ResultIsExact
                    ? dialect.StoreFirst(value, _result, place, _tail)
                    : dialect.Store(value, _result, place));
            }
        }
    }
}
