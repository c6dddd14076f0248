using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Planning.Steps;

namespace Mlp.Generator.Emission.Steps;

/// <summary>Writes a matrix product as a method: tiles of sums in registers, looped over rows, columns and depth.</summary>
internal sealed class ContractionWriter(SourceWriter writer, VectorDialect dialect)
{
    private Contraction _product = null!;
    private ContractionNames _names = null!;

    /// <summary>The method of one contraction.</summary>
    /// <param name="name">The method's name.</param>
    /// <param name="product">What it computes.</param>
    /// <param name="summary">Its formula, for the doc comment.</param>
    public void WriteMethod(string name, Contraction product, string summary)
    {
        _product = product;
        _names = ContractionNames.Of(product.Role);
        writer.Line($"/// <summary>{summary}</summary>");
        writer.Line("[MethodImpl(AggressiveOptimization)]");
        using (writer.Block($"private static void {name}({string.Join(", ", Parameters())})"))
        {
            WriteStrides();
            WriteNest([.. product.Nest]);
        }

        writer.Line();
    }

    private IEnumerable<string> Parameters()
    {
        yield return $"ref {Real.Type} {_names.Left}";
        yield return $"ref {Real.Type} {_names.Right}";
        if (_product.Start is TileStart.Biases or TileStart.RowBiases)
        {
            yield return $"ref {Real.Type} biases";
        }

        yield return $"ref {Real.Type} {_names.Result}";
        if (_product.HasSlope)
        {
            yield return $"ref {Real.Type} slopes";
        }

        if (_product.Column.IsSamples)
        {
            yield return "int columns";
        }
        else if (_product.CountsSamples)
        {
            yield return "int samples";
        }
    }

    private void WriteStrides()
    {
        Stride(ContractionNames.RowOf(_names.Left), _product.Row.Left);
        if (_product.Depth.Count > 1 || _product.Step.Count != 1)
        {
            Stride(ContractionNames.StepOf(_names.Left), _product.Step.Left);
            Stride(ContractionNames.StepOf(_names.Right), _product.Step.Right);
        }

        Stride(ContractionNames.RowOf(_names.Result), _product.Row.Result);
        writer.Line();
    }

    // A stride of one needs no name.
    private void Stride(Expression name, int value)
    {
        if (value != 1)
        {
            writer.Line($"const int {name} = {CSharpLiteral.Int(value)};");
        }
    }


    /// <summary>The axes around the tiles, a loop for each: the operands are moved along them, and back for the next turn of the loop around.</summary>
    private void WriteNest(IReadOnlyList<Axis> axes)
    {
        if (axes.Count == 0)
        {
            WriteRows();
            return;
        }

        string part = "part" + CSharpLiteral.Int(axes.Count);
        using (writer.Block($"for (int {part} = 0; {part} < {ContractionNames.Turns(axes[0])}; {part}++)"))
        {
            WriteNest([.. axes.Skip(1)]);
            writer.Line();
            WriteMoves(axes[0], stride => Expression.Int(stride));
        }

        writer.Line();
        WriteMoves(axes[0], axes[0].IsSamples
            ? stride => Expression.Operation($"samples * {CSharpLiteral.Int(-stride)}")
            : stride => Expression.Int(-axes[0].Count * stride));
    }

    private void WriteMoves(Axis axis, Func<int, Expression> distance)
    {
        Move(_names.Left, axis.Left);
        Move(_names.Right, axis.Right);
        Move("biases", axis.Biases);
        Move(_names.Result, axis.Result);
        Move("slopes", _product.HasSlope ? axis.Result : 0);

        void Move(string operand, int stride)
        {
            if (stride != 0)
            {
                writer.Line($"{operand} = ref At(ref {operand}, {distance(stride)});");
            }
        }
    }

    private void WriteRows()
    {
        if (!_product.Row.IsSamples)
        {
            WriteConstantRows();
            return;
        }

        int rows = _product.Tile.Rows;

        // Results do not depend on each other here, so a last tile may overlap the one before: the same sums, stored again.
        string count = CSharpLiteral.Int(rows);
        using (writer.Block($"if (samples >= {count})"))
        {
            using (writer.Block($"for (int next = 0; next < samples; next += {count})"))
            {
                writer.Line($"int {_names.Row} = next < samples - {count} ? next : samples - {count};");
                WriteColumns(rows);
            }
        }

        using (writer.Block("else"))
        {
            WriteFewRows();
        }
    }

    /// <summary>Less than a tile of samples: one by one, or by two where weights are read from an outer cache.</summary>
    private void WriteFewRows()
    {
        if (_product.Tile.FewRows == 1)
        {
            using (writer.Block($"for (int {_names.Row} = 0; {_names.Row} < samples; {_names.Row}++)"))
            {
                WriteColumns(1);
            }

            return;
        }

        // A single sample stands for both rows: its results are stored twice.
        writer.Line("int last = samples > 2 ? samples - 2 : 0;");
        writer.Line($"int {TileWriter.MeetingRow(_names.Left)} = samples > 1 ? {Offsets.Rows(1, ContractionNames.RowOf(_names.Left), _product.Row.Left)} : 0;");
        writer.Line($"int {TileWriter.MeetingRow(_names.Result)} = samples > 1 ? {Offsets.Rows(1, ContractionNames.RowOf(_names.Result), _product.Row.Result)} : 0;");
        using (writer.Block("for (int next = 0; next < samples; next += 2)"))
        {
            writer.Line($"int {_names.Row} = next < last ? next : last;");
            WriteColumns(2);
        }
    }

    private void WriteConstantRows()
    {
        Split rows = _product.RowSplit;
        if (rows.IsLooped)
        {
            string header = $"for (int {_names.Row} = 0; {_names.Row} < {CSharpLiteral.Int(rows.Whole)}; {_names.Row} += {CSharpLiteral.Int(rows.Step)})";
            using (writer.Block(header))
            {
                WriteColumns(rows.Step);
            }
        }
        else
        {
            writer.Line($"const int {_names.Row} = 0;");
            WriteColumns(rows.Step, inBlock: rows.Step == _product.Tile.Rows);
        }

        if (rows.Rest > 0)
        {
            writer.Line();
            using (writer.Braces())
            {
                writer.Line($"const int {_names.Row}Rest = {CSharpLiteral.Int(rows.Whole)};");
                WriteColumns(rows.Rest, _names.Row + "Rest");
            }
        }
    }

    private void WriteColumns(int rows, bool inBlock) => WriteColumns(rows, _names.Row, inBlock);

    private void WriteColumns(int rows) => WriteColumns(rows, _names.Row, inBlock: false);

    private void WriteColumns(int rows, string row, bool inBlock = false)
    {
        if (_product.Column.IsSamples)
        {
            WriteSampleColumns(rows, row);
            return;
        }

        Split vectors = _product.ColumnSplit(rows, dialect.Lanes);
        if (vectors.IsLooped)
        {
            string limit = CSharpLiteral.Int(vectors.Whole * dialect.Lanes);
            string step = CSharpLiteral.Int(vectors.Step * dialect.Lanes);
            using (writer.Block($"for (int column = 0; column < {limit}; column += {step})"))
            {
                WriteTile(rows, row, vectors.Step, "column", isLast: false);
            }
        }
        else if (vectors.Whole > 0)
        {
            using IDisposable? scope = vectors.Rest > 0 || inBlock ? writer.Braces() : null;
            WriteTile(rows, row, vectors.Step, "", isLast: false);
        }

        if (vectors.Rest > 0)
        {
            using IDisposable? scope = vectors.Whole > 0 || inBlock ? writer.Braces() : null;
            WriteTile(rows, row, vectors.Rest, vectors.Whole == 0 ? "" : Expression.Int(vectors.Whole * dialect.Lanes), isLast: true);
        }
    }

    /// <summary>Samples in lanes: pairs of vectors, and a last single one where their number is odd.</summary>
    private void WriteSampleColumns(int rows, string row)
    {
        string lanes = CSharpLiteral.Int(dialect.Lanes);
        string pair = CSharpLiteral.Int(2 * dialect.Lanes);
        using (writer.Block($"for (int column = 0; column <= columns - {pair}; column += {pair})"))
        {
            WriteTile(rows, row, 2, "column", isLast: false);
        }

        writer.Line();
        using (writer.Block($"if ((columns & {lanes}) != 0)"))
        {
            writer.Line($"int column = columns - {lanes};");
            WriteTile(rows, row, 1, "column", isLast: false);
        }
    }

    private void WriteTile(int rows, string row, int vectors, Expression column, bool isLast) =>
        new TileWriter(writer, dialect, _product, _names, _product.RowsMeet(rows)).Write(rows, row, vectors, column, isLast);
}
