using System;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Planning.Steps;

namespace Mlp.Generator.Emission.Steps;

/// <content>Rows and columns: the loops right around the tiles.</content>
internal sealed partial class ContractionWriter
{
    private void WriteRows()
    {
        if (!_product.Row.IsSamples)
        {
            WriteConstantRows();
            return;
        }

        using (writer.Block($"if (samples >= {CSharpLiteral.Int(_product.LeastRows)})"))
        {
            if (_product.Tile.LastRows > 0)
            {
                WriteTilesOfTwoSizes(_product.Tile.Rows, _product.Tile.LastRows);
            }
            else
            {
                WriteTiles(_product.Tile.Rows);
            }
        }

        using (writer.Block("else"))
        {
            WriteFewRows();
        }
    }

    /// <summary>Results do not depend on each other here, so a last tile may overlap the one before: the same sums, stored again.</summary>
    private void WriteTiles(int rows)
    {
        string count = CSharpLiteral.Int(rows);
        using (writer.Block($"for (int next = 0; next < samples; next += {count})"))
        {
            writer.Line($"int {_names.Row} = next < samples - {count} ? next : samples - {count};");
            WriteColumns(rows);
        }
    }

    /// <summary>Tiles of so many samples, and smaller ones at the end, up to two, where these take fewer rows.</summary>
    private void WriteTilesOfTwoSizes(int rows, int last)
    {
        string large = CSharpLiteral.Int(rows);
        string small = CSharpLiteral.Int(last);
        using (writer.Block("for (int next = 0; next < samples;)"))
        {
            writer.Line("int left = samples - next;");
            using (writer.Block($"if (left > {CSharpLiteral.Int(2 * last)} || left == {large} || (left > {small} && left < {large} && next > 0))"))
            {
                writer.Line($"int {_names.Row} = left < {large} ? samples - {large} : next;");
                WriteColumns(rows);
                writer.Line($"next += {large};");
            }

            using (writer.Block("else"))
            {
                writer.Line($"int {_names.Row} = left < {small} ? samples - {small} : next;");
                WriteColumns(last);
                writer.Line($"next += {small};");
            }
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
        if (_rows != RowPart.Rest)
        {
            WriteWholeRows(rows);
        }

        if (_rows != RowPart.Whole && rows.Rest > 0)
        {
            WriteLastRows(rows);
        }
    }

    private void WriteWholeRows(Split rows)
    {
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
    }

    private void WriteLastRows(Split rows)
    {
        using IDisposable? scope = _rows == RowPart.All ? LineAndBraces() : null;
        writer.Line($"const int {_names.Row}Rest = {CSharpLiteral.Int(rows.Whole)};");
        WriteColumns(rows.Rest, _names.Row + "Rest");
    }

    private IDisposable LineAndBraces()
    {
        writer.Line();
        return writer.Braces();
    }

    private void WriteColumns(int rows, bool inBlock = false) => WriteColumns(rows, _names.Row, inBlock);

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
