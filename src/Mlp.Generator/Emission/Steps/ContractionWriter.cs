using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Planning.Steps;

namespace Mlp.Generator.Emission.Steps;

/// <summary>Writes a matrix product as a method: tiles of sums in registers, looped over rows, columns and depth.</summary>
/// <param name="writer">Receives the lines.</param>
/// <param name="dialect">Spells the vectors.</param>
/// <param name="method">The method's name: that of the width of the network.</param>
internal sealed partial class ContractionWriter(SourceWriter writer, VectorDialect dialect, string method)
{
    /// <summary>The rows that a method goes through: those of whole steps, what is left over, or both.</summary>
    private enum RowPart
    {
        All,
        Whole,
        Rest,
    }

    private Contraction _product = null!;
    private RowPart _rows;
    private ContractionNames _names = null!;

    /// <summary>The method of one contraction.</summary>
    /// <param name="product">What it computes.</param>
    /// <param name="summary">Its formula, for the doc comment.</param>
    public void WriteMethod(Contraction product, string summary)
    {
        _product = product;
        _names = ContractionNames.Of(product.Role);
        if (!product.IsInTwo(dialect.Lanes))
        {
            _rows = RowPart.All;
            WriteMethod("internal", method, summary, rest: "");
            return;
        }

        string rest = method + "Rest";
        _rows = RowPart.Whole;
        WriteMethod("internal", method, summary, rest);
        _rows = RowPart.Rest;
        WriteMethod("private", rest, "The last rows, with a tile of their own.", rest: "");
    }

    private void WriteMethod(string access, string name, string summary, string rest)
    {
        writer.Line($"/// <summary>{summary}</summary>");
        writer.Line("[MethodImpl(Kernel)]");
        using (writer.Block($"{access} static void {name}({string.Join(", ", Parameters().Select(parameter => parameter.Declaration))})"))
        {
            WriteStrides();
            StepLoops.Nest(writer, [.. _product.Nest], WriteRows, Moves);
            if (rest.Length > 0)
            {
                writer.Line();
                writer.Line($"{rest}({string.Join(", ", Parameters().Select(parameter => parameter.Given))});");
            }
        }

        writer.Line();
    }

    private IEnumerable<CallParameter> Parameters()
    {
        yield return CallParameter.Numbers(_names.Left);
        yield return CallParameter.Numbers(_names.Right);
        if (_product.Start is TileStart.Biases or TileStart.RowBiases)
        {
            yield return CallParameter.Numbers("biases");
        }

        yield return CallParameter.Numbers(_names.Result);
        if (_product.HasSlope)
        {
            yield return CallParameter.Numbers("slopes");
        }

        if (_product.Column.IsSamples)
        {
            yield return new CallParameter("int", "columns");
        }
        else if (_product.CountsSamples)
        {
            yield return new CallParameter("int", "samples");
        }
    }

    private void WriteStrides()
    {
        Stride(ContractionNames.RowOf(_names.Left), _product.Row.Left);
        Stride(ContractionNames.StepOf(_names.Left), _product.Step.Left);
        Stride(ContractionNames.StepOf(_names.Right), _product.Step.Right);
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

    /// <summary>What an axis around the tiles moves.</summary>
    private IEnumerable<(string Operand, int Stride)> Moves(Axis axis) =>
    [
        (_names.Left, axis.Left),
        (_names.Right, axis.Right),
        ("biases", axis.Biases),
        (_names.Result, axis.Result),
        ("slopes", _product.HasSlope ? axis.Result : 0),
    ];
}
