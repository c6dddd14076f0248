using System;
using System.Linq;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Model;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Emission.Steps;

/// <content>Steps over planes.</content>
internal sealed partial class StepWriter
{
    private string Plane(Step step) => step switch
    {
        ClearStep clear => $"Planes.Clear(ref {VectorDialect.Element("scratch", CSharpLiteral.Int(clear.Buffer.Offset))}, {CSharpLiteral.Int(clear.Buffer.Length)});",
        PlaneCopyStep copy => PlaneCopy(copy),
        LineCopyStep copy => $"Planes.CopyLines(ref {PlaceNames.Reference(copy.From)}, {CSharpLiteral.Int(copy.FromStride)}, ref {PlaceNames.Reference(copy.To)}, {CSharpLiteral.Int(copy.ToStride)}, {CSharpLiteral.Int(copy.Rows)}, {CSharpLiteral.Int(copy.Columns)}, {CSharpLiteral.Int(copy.Step)});",
        BorderStep border => $"LaneColumns.Clear(ref {PlaceNames.Reference(border.Planes)}, {CSharpLiteral.Int(border.Layout.ChannelStride)}, {CSharpLiteral.Int(border.Layout.Rows)}, {CSharpLiteral.Int(border.Layout.Columns)}, {CSharpLiteral.Int(border.Layout.PaddedColumns)});",
        SlopeStep slope => $"{calls.Slope(slope.Activation)}(ref {PlaceNames.Reference(slope.Deltas)}, ref {PlaceNames.Reference(slope.Slopes)}, {CSharpLiteral.Int(slope.Rows)}, {CSharpLiteral.Int(slope.RowStride)}, {Floats(slope)});",
        PlaneDotStep dot => $"{calls.PlaneDot(dot)}(ref {PlaceNames.Reference(dot.Deltas)}, ref {PlaceNames.Reference(dot.Inputs)}, ref {PlaceNames.Reference(dot.Result)});",
        PlaneBiasStep sum when dialect.IsDeterministic => $"DeterministicPlanes.AddDeltas<{dialect.Words}>(ref {PlaceNames.Reference(sum.Deltas)}, ref {PlaceNames.Reference(sum.Result)}, {CSharpLiteral.Int(sum.Layout.Channels)}, {CSharpLiteral.Int(sum.Layout.ChannelStride)}, {CSharpLiteral.Int(sum.Layout.Height)}, {CSharpLiteral.Int(sum.Layout.Columns)}, {CSharpLiteral.Int(sum.Layout.Samples)});",
        PlaneBiasStep sum => $"BiasSums.OfPlanes<{dialect.Words}>(ref {PlaceNames.Reference(sum.Deltas)}, ref {PlaceNames.Reference(sum.Result)}, {CSharpLiteral.Int(sum.Layout.Channels)}, {CSharpLiteral.Int(sum.Layout.ChannelStride)}, {CSharpLiteral.Int(sum.Layout.Height)}, {CSharpLiteral.Int(sum.Layout.Columns)});",
        PoolStep pool => Pool(pool),
        AffineStep affine => $"PlaneMaps.Affine<{dialect.Words}>(ref {PlaceNames.Reference(affine.From)}, {CSharpLiteral.Int(affine.FromStride)}, ref {PlaceNames.Reference(affine.To)}, {CSharpLiteral.Int(affine.Layout.ChannelStride)}, {Numbers(affine.Scales)}, {Numbers(affine.Offsets)}, {CSharpLiteral.Int(affine.Layout.Height)}, {CSharpLiteral.Int(affine.Layout.Channels)}, {CSharpLiteral.Int(affine.Layout.Columns)});",
        ClipStep clip => Clip(clip),
        PReLUStep learned => Learned(learned),
        OwnSlopesStep own => OwnSlopes(own),
        DropoutStep dropped => Dropped(dropped),
        DrawStep drawn => Drawn(drawn),
        _ => throw new NotSupportedException(step.GetType().Name),
    };

    private string Floats(SlopeStep step) =>
        !step.TimesSamples ? CSharpLiteral.Int(step.Columns) : step.Columns == 1 ? _count : _count + " * " + CSharpLiteral.Int(step.Columns);

    private string PlaneCopy(PlaneCopyStep step)
    {
        PlaneLayout layout = step.Layout;
        string rows = $"ref {PlaceNames.Reference(step.Rows)}, {CSharpLiteral.Int(step.Stride)}";
        string planes = $"ref {PlaceNames.Reference(step.Planes)}, {CSharpLiteral.Int(layout.ChannelStride)}";
        string sizes = $"{CSharpLiteral.Int(layout.Height)}, {CSharpLiteral.Int(layout.Width)}, {CSharpLiteral.Int(layout.Channels)}, {CSharpLiteral.Int(layout.Samples)}, {_count}";
        return step.ToPlanes ? $"Planes.FromRows({rows}, {planes}, {sizes});" : $"Planes.ToRows({planes}, {rows}, {sizes});";
    }

    private string Pool(PoolStep step)
    {
        (bool isOne, string kind) = (step.InputLayout.Samples == 1, step.IsMax ? "Max" : "Average");
        string inputs = $", {CSharpLiteral.Int(step.InputLayout.ChannelStride)}";
        string outputs = $", {CSharpLiteral.Int(step.OutputLayout.ChannelStride)}";
        string window = $"{Axis(step.Window.Rows)}, {Axis(step.Window.Columns)}, {CSharpLiteral.Int(step.InputLayout.Channels)}{(isOne ? "" : $", {CSharpLiteral.Int(step.InputLayout.Samples)}")}";
        if (step is not { Errors: { } errors, Deltas: { } deltas })
        {
            string method = isOne && !step.IsMax && dialect.IsDeterministic ? "DeterministicPlanes.AverageOfOne" : $"PlanePools.{kind}{(isOne ? "OfOne" : "")}<{dialect.Words}>";
            return $"{method}(ref {PlaceNames.Reference(step.Inputs)}{inputs}, ref {PlaceNames.Reference(step.Outputs)}{outputs}, {window});";
        }

        (string back, string given) = ($"ref {PlaceNames.Reference(errors)}", $"ref {PlaceNames.Reference(deltas)}");
        return step.IsMax
            ? $"PlanePools.MaxErrors<{dialect.Words}>(ref {PlaceNames.Reference(step.Inputs)}{inputs}, ref {PlaceNames.Reference(step.Outputs)}{outputs}, {back}, {given}, {window});"
            : $"PlanePools.AverageErrors<{dialect.Words}>({back}{inputs}, {given}{outputs}, {window});";
    }

    private static string Axis(PlaneAxis axis) =>
        $"new({string.Join(", ", new[] { axis.Length, axis.Positions, axis.Kernel, axis.Stride, axis.Dilation, axis.Before }.Select(CSharpLiteral.Int))})";

    private string Clip(ClipStep step)
    {
        string inputs = $"ref {PlaceNames.Reference(step.Inputs)}, {CSharpLiteral.Int(step.InputLayout.ChannelStride)}";
        string outputs = $"ref {PlaceNames.Reference(step.Outputs)}, {CSharpLiteral.Int(step.OutputLayout.ChannelStride)}";
        string sizes = $"{CSharpLiteral.Int(step.OutputLayout.Rows)}, {CSharpLiteral.Int(step.OutputLayout.Columns)}, {CSharpLiteral.Bound(step.Low)}, {CSharpLiteral.Bound(step.High)}";
        return step.Errors is { } errors
            ? $"PlaneMaps.ClipErrors<{dialect.Words}>({inputs}, {outputs}, ref {PlaceNames.Reference(errors)}, {sizes});"
            : $"PlaneMaps.Clip<{dialect.Words}>({inputs}, {outputs}, {sizes});";
    }

    private string Learned(PReLUStep step)
    {
        string inputs = $"ref {PlaceNames.Reference(step.Inputs)}, {CSharpLiteral.Int(step.InputStride)}";
        string results = $"ref {PlaceNames.Reference(step.Results)}, {CSharpLiteral.Int(step.ResultStride)}";
        string slopes = $"ref {PlaceNames.Reference(step.Slopes)}";
        string sizes = step.Layout.IsInRows
            ? $"{CSharpLiteral.Int(step.Layout.Values)}, {_count}"
            : $"{CSharpLiteral.Int(step.Layout.Height)}, {CSharpLiteral.Int(step.Layout.Channels)}, {Columns(step.Layout)}";
        return step is { Errors: { } errors, Gradient: { } gradient }
            ? $"LearnedSlopes.{(step.Layout.IsInRows ? "ErrorsOfRows" : "ErrorsOfPlanes")}<{dialect.Words}>({inputs}, {results}, {slopes}, ref {PlaceNames.Reference(errors)}, ref {PlaceNames.Reference(gradient)}, {sizes});"
            : $"LearnedSlopes.{(step.Layout.IsInRows ? "OfRows" : "OfPlanes")}<{dialect.Words}>({inputs}, {slopes}, {results}, {sizes});";
    }

    // One row: the slopes stand as the values do.
    private string OwnSlopes(OwnSlopesStep step)
    {
        string floats = CSharpLiteral.Int(step.Floats);
        return $"LearnedSlopes.OfRows<{dialect.Words}>(ref {PlaceNames.Reference(step.Inputs)}, {floats}, ref {PlaceNames.Reference(step.Slopes)}, ref {PlaceNames.Reference(step.Results)}, {floats}, {floats}, 1);";
    }

    private string Dropped(DropoutStep step)
    {
        string operands = string.Join(", ", new[] { (step.From, step.FromStride), (step.Factors, step.FactorStride), (step.To, step.ToStride) }
            .Select(operand => $"ref {PlaceNames.Reference(operand.Item1)}, {CSharpLiteral.Int(operand.Item2)}"));
        string sizes = step.Layout.IsInRows
            ? $"{_count}, {CSharpLiteral.Int(step.Layout.Values)}"
            : $"{CSharpLiteral.Int(step.Layout.Height * step.Layout.Channels)}, {Columns(step.Layout)}";
        return $"DropoutFactors.Multiply<{dialect.Words}>({operands}, {sizes});";
    }

    private string Drawn(DrawStep step)
    {
        string factors = $"masks, {CSharpLiteral.Int(step.Layer)}, {CSharpLiteral.Bound(step.Probability)}, ref {PlaceNames.Reference(step.Factors)}, {CSharpLiteral.Int(step.Stride)}";
        if (step.Layout.IsInRows)
        {
            return $"DropoutFactors.OfRows({factors}, {CSharpLiteral.Int(step.Layout.Values)}, {_count});";
        }

        string sizes = string.Join(", ", new[] { step.Layout.Height, step.Layout.Width, step.Layout.Channels }.Select(CSharpLiteral.Int));
        return $"DropoutFactors.OfPlanes({factors}, {sizes}, {(step.Layout.Planes is { } planes ? CSharpLiteral.Int(planes.Samples) : _count)});";
    }

    private string Columns(ElementLayout layout) => layout.Columns is { } columns ? CSharpLiteral.Int(columns) : _count;

    // Data of the assembly: no array is made.
    private static string Numbers(EquatableArray<double> numbers) =>
        numbers.Count == 0 ? "default" : $"new {Real.Type}[] {{ {string.Join(", ", numbers.Select(CSharpLiteral.Bound))} }}";
}
