using System.Linq;
using Mlp.Generator.Emission.Kernels;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Planning.Orders;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Emission.Steps;

/// <summary>Writes a step of a batch as a call; the one place that knows which writer a kind of step has.</summary>
/// <param name="writer">Receives the lines.</param>
/// <param name="dialect">Spells the vectors of what the runtime does.</param>
/// <param name="calls">Names the steps that are called, and has them written.</param>
/// <param name="lanes">What fills the lanes: calls are told how many samples there are, or how many columns they fill.</param>
internal sealed partial class StepWriter(SourceWriter writer, VectorDialect dialect, StepCalls calls, BatchLanes lanes)
{
    private readonly string _count = lanes == BatchLanes.Samples ? "columns" : "samples";

    public void Write(Step step) => writer.Line(step switch
    {
        ProductStep product => Product(product),
        PassStep pass => Pass(pass),
        BiasSumStep sum => $"BiasSums.{(lanes == BatchLanes.Samples ? "OfLanes" : "OfRows")}<{dialect.Words}>(ref {PlaceNames.Reference(sum.Deltas)}, ref {PlaceNames.Reference(sum.Result)}, {CSharpLiteral.Int(sum.Outputs)}, {CSharpLiteral.Int(sum.Stride)}, {_count});",
        DotStep dot => $"{calls.Dot(dot)}(ref {PlaceNames.Reference(dot.Deltas)}, ref {PlaceNames.Reference(dot.Inputs)}, ref {PlaceNames.Reference(dot.Result)}, {_count});",
        TransposeStep transpose => Transpose(transpose),
        _ => Plane(step),
    });

    private string Product(ProductStep step)
    {
        string[] count = step.Product.CountsSamples ? [_count] : [];
        string[] operands = [PlaceNames.Reference(step.Left), PlaceNames.Reference(step.Right), .. Of(step.Biases), PlaceNames.Reference(step.Result), .. Of(step.Slopes)];
        return $"{calls.Product(step)}({string.Join(", ", operands.Select(operand => "ref " + operand).Concat(count))});";

        static string[] Of(Place? place) => place is null ? [] : [PlaceNames.Reference(place)];
    }

    private string Pass(PassStep step)
    {
        string slopes = step.Slopes is { } receiver ? $"ref {PlaceNames.Reference(receiver)}, " : "";
        string columns = step.Columns is { } known ? CSharpLiteral.Int(known) : step.SampleFloats is { } floats ? $"{_count} * {CSharpLiteral.Int(floats)}" : _count;
        return $"{calls.Pass(step.Activation, step.Slopes is not null)}(ref {PlaceNames.Reference(step.Values)}, {slopes}{CSharpLiteral.Int(step.Rows)}, {CSharpLiteral.Int(step.RowStride)}, {columns});";
    }

    // Before the chunks no buffer has a name yet.
    private static string Transpose(TransposeStep step)
    {
        string from = $"ref {VectorDialect.Element("parameters", PlaceNames.Of(step.Tensor))}, {CSharpLiteral.Int(step.Stride)}";
        string to = $"ref {VectorDialect.Element("scratch", CSharpLiteral.Int(step.Result.Offset))}, {CSharpLiteral.Int(step.Result.Stride)}";
        (string method, string panel) = step.IsInPanels ? ("CopyPanels", $", {CSharpLiteral.Int(step.ResultRows)}") : ("Copy", "");
        return $"Transposition.{method}({from}, {to}, {CSharpLiteral.Int(step.Rows)}, {CSharpLiteral.Int(step.Columns)}{panel}); // {step.Tensor.Tensor.Symbol}{Formulas.Subscript(step.Tensor.Layer)}ᵀ";
    }
}
