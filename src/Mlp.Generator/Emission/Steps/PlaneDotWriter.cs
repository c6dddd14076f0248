using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Planning.Steps;

namespace Mlp.Generator.Emission.Steps;

/// <summary>Writes Σ δ hᵀ of a convolution over planes: loops around the runtime's tiles of dot products.</summary>
internal sealed class PlaneDotWriter(SourceWriter writer, VectorDialect dialect)
{
    public void WriteMethod(PlaneDot dot)
    {
        writer.Line("/// <summary>Σ δ hᵀ over positions and samples, added onto the weights or their gradient, neighbouring filters reduced together.</summary>");
        writer.Line("[MethodImpl(Kernel)]");
        using (writer.Block($"internal static void {dialect.ShortName}(ref {Real.Type} deltas, ref {Real.Type} inputs, ref {Real.Type} weights)"))
        {
            WriteNest(dot, [.. dot.Nest]);
        }

        writer.Line();
    }

    private void WriteNest(PlaneDot dot, IReadOnlyList<Axis> axes)
    {
        if (axes.Count == 0)
        {
            WriteGroups(dot.Rows, "row", (rows, row) => WriteGroups(dot.Neighbours, "next", (count, first) => WriteTile(dot, rows, row, count, first)));
            return;
        }

        string part = "part" + CSharpLiteral.Int(axes.Count);
        using (writer.Block($"for (int {part} = 0; {part} < {CSharpLiteral.Int(axes[0].Count)}; {part}++)"))
        {
            WriteNest(dot, [.. axes.Skip(1)]);
            writer.Line();
            Move("inputs", axes[0].Left);
            Move("deltas", axes[0].Right);
            Move("weights", axes[0].Result);
        }

        writer.Line();
        Move("inputs", -axes[0].Count * axes[0].Left);
        Move("deltas", -axes[0].Count * axes[0].Right);
        Move("weights", -axes[0].Count * axes[0].Result);
    }

    private void Move(string operand, int distance)
    {
        if (distance != 0)
        {
            writer.Line($"{operand} = ref At(ref {operand}, {CSharpLiteral.Int(distance)});");
        }
    }

    /// <summary>A loop of whole groups, and a last one that is less.</summary>
    private void WriteGroups(Split split, string variable, Action<int, string> write)
    {
        if (split.Whole > 0)
        {
            using (writer.Block($"for (int {variable} = 0; {variable} < {CSharpLiteral.Int(split.Whole)}; {variable} += {CSharpLiteral.Int(split.Step)})"))
            {
                write(split.Step, variable);
            }
        }

        if (split.Rest > 0)
        {
            writer.Line();
            using (writer.Braces())
            {
                writer.Line($"const int {variable} = {CSharpLiteral.Int(split.Whole)};");
                write(split.Rest, variable);
            }
        }
    }

    private void WriteTile(PlaneDot dot, int rows, string row, int count, string first)
    {
        string Int(int number) => CSharpLiteral.Int(number);
        PlaneWalk walk = dot.Walk;
        writer.Line($"PlaneDots.Rows{Int(rows)}<{dialect.Words}>(");
        writer.Line($"    ref At(ref inputs, {row} * {Int(dot.Row.Left)}), {Int(dot.Row.Left)}, ref At(ref deltas, {first} * {Int(dot.FilterStride)}), {Int(dot.FilterStride)},");
        writer.Line($"    ref At(ref weights, ({row} * {Int(dot.Row.Result)}) + {first}), {Int(dot.Row.Result)}, {Int(count)},");
        writer.Line($"    {Int(walk.Lines)}, {Int(walk.LeftLine)}, {Int(walk.RightLine)}, {Int(walk.Turns)}, {Int(walk.LeftTurn)}, {Int(walk.RightTurn)}, {Int(walk.Columns)});");
    }
}
