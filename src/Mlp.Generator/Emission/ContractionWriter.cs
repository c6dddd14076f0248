using System;
using System.Collections.Generic;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Model;
using Mlp.Generator.Planning;

namespace Mlp.Generator.Emission;

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
            WriteRows();
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
        if (HasSlope)
        {
            yield return $"ref {Real.Type} slopes";
        }

        if (_product.Columns == 0)
        {
            yield return "int columns";
        }
        else if (_product.Rows == 0 || _product.Depth == 0)
        {
            yield return "int samples";
        }
    }

    private bool HasSlope => _product.Role is ContractionRole.Error or ContractionRole.ErrorInLanes && _product.Activation != ActivationKind.Identity;

    private void WriteStrides()
    {
        Stride(LeftRow, _product.LeftRowStride);
        if (_product.Depth != 1)
        {
            Stride(LeftDepth, _product.LeftDepthStride);
            Stride(RightDepth, _product.RightDepthStride);
        }

        Stride(ResultRow, _product.ResultRowStride);
        writer.Line();
    }

    // A stride of one needs no name.
    private void Stride(string name, int value)
    {
        if (value != 1)
        {
            writer.Line($"const int {name} = {CSharpLiteral.Int(value)};");
        }
    }

    private static string Distance(string name, int stride) => stride == 1 ? "1" : name;

    private string LeftRow => Named(_names.Left, "Row");

    private string LeftDepth => Named(_names.Left, "Step");

    private string RightDepth => Named(_names.Right, "Step");

    private string ResultRow => Named(_names.Result, "Row");

    private static string Named(string operand, string suffix) => char.ToUpperInvariant(operand[0]) + operand.Substring(1) + suffix;

    private void WriteRows()
    {
        int rows = _product.Tile.Rows;
        if (_product.Rows != 0)
        {
            WriteConstantRows(rows);
            return;
        }

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
        writer.Line($"int {TileWriter.MeetingRow(_names.Left)} = samples > 1 ? {Distance(LeftRow, _product.LeftRowStride)} : 0;");
        writer.Line($"int {TileWriter.MeetingRow(_names.Result)} = samples > 1 ? {Distance(ResultRow, _product.ResultRowStride)} : 0;");
        using (writer.Block("for (int next = 0; next < samples; next += 2)"))
        {
            writer.Line($"int {_names.Row} = next < last ? next : last;");
            WriteColumns(2);
        }
    }

    private void WriteConstantRows(int rows)
    {
        int full = _product.Rows / rows * rows;
        int rest = _product.Rows - full;
        if (full == rows)
        {
            writer.Line($"const int {_names.Row} = 0;");
            WriteColumns(rows, inBlock: true);
        }
        else if (full > 0)
        {
            string header = $"for (int {_names.Row} = 0; {_names.Row} < {CSharpLiteral.Int(full)}; {_names.Row} += {CSharpLiteral.Int(rows)})";
            using (writer.Block(header))
            {
                WriteColumns(rows);
            }
        }

        if (rest > 0)
        {
            if (full > 0)
            {
                writer.Line();
                using (writer.Braces())
                {
                    writer.Line($"const int {_names.Row}Rest = {CSharpLiteral.Int(full)};");
                    WriteColumns(rest, _names.Row + "Rest");
                }
            }
            else
            {
                writer.Line($"const int {_names.Row} = 0;");
                WriteColumns(rest);
            }
        }
    }

    private void WriteColumns(int rows, bool inBlock) => WriteColumns(rows, _names.Row, inBlock);

    private void WriteColumns(int rows) => WriteColumns(rows, _names.Row, inBlock: false);

    private void WriteColumns(int rows, string row, bool inBlock = false)
    {
        if (_product.Columns == 0)
        {
            WriteSampleColumns(rows, row);
            return;
        }

        int vectors = Lanes.Vectors(_product.Columns, dialect.Lanes);
        int perTile = Math.Min(rows <= _product.Tile.FewRows ? _product.Tile.FewRowVectors : _product.Tile.Vectors, vectors);

        // Full tiles of columns are looped; what is left over, and a last vector that is not full, is a tile of its own.
        bool exact = _product.RightIsExact || _product.ResultIsExact;
        int looped = exact && vectors % perTile == 0 ? vectors - perTile : vectors / perTile * perTile;
        int rest = vectors - looped;
        if (looped > perTile)
        {
            string limit = CSharpLiteral.Int(looped * dialect.Lanes);
            string step = CSharpLiteral.Int(perTile * dialect.Lanes);
            using (writer.Block($"for (int column = 0; column < {limit}; column += {step})"))
            {
                WriteTile(rows, row, perTile, "column", isLast: false);
            }
        }
        else if (looped > 0)
        {
            using IDisposable? scope = rest > 0 || inBlock ? writer.Braces() : null;
            WriteTile(rows, row, perTile, "", isLast: false);
        }

        if (rest > 0)
        {
            using IDisposable? scope = looped > 0 || inBlock ? writer.Braces() : null;
            WriteTile(rows, row, rest, looped == 0 ? "" : CSharpLiteral.Int(looped * dialect.Lanes), isLast: true);
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

    /// <summary>Whether the rows of a tile may be one sample: where there are several, but less than a tile of samples.</summary>
    private bool RowsMeet(int rows) => _product.Rows == 0 && rows > 1 && rows < _product.Tile.Rows;

    private void WriteTile(int rows, string row, int vectors, string column, bool isLast) =>
        new TileWriter(writer, dialect, _product, _names, HasSlope, RowsMeet(rows)).Write(rows, row, vectors, column, isLast);
}
