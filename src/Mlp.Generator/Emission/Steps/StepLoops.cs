using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Planning.Steps;

namespace Mlp.Generator.Emission.Steps;

/// <summary>Writes the loops around tiles.</summary>
internal static class StepLoops
{
    /// <summary>A loop for each axis, the outermost first: operands are moved along it, and back for the next turn of the loop around.</summary>
    /// <param name="writer">Receives the lines.</param>
    /// <param name="axes">The axes.</param>
    /// <param name="innermost">Writes what is within all loops.</param>
    /// <param name="moves">What an axis moves: names of operands, and floats between neighbours there.</param>
    public static void Nest(SourceWriter writer, IReadOnlyList<Axis> axes, Action innermost, Func<Axis, IEnumerable<(string Operand, int Stride)>> moves)
    {
        if (axes.Count == 0)
        {
            innermost();
            return;
        }

        Axis axis = axes[0];
        string part = "part" + CSharpLiteral.Int(axes.Count);
        using (writer.Block($"for (int {part} = 0; {part} < {ContractionNames.Turns(axis)}; {part}++)"))
        {
            Nest(writer, [.. axes.Skip(1)], innermost, moves);
            writer.Line();
            Move(CSharpLiteral.Int);
        }

        writer.Line();
        Move(axis.IsSamples ? stride => $"samples * {CSharpLiteral.Int(-stride)}" : stride => CSharpLiteral.Int(-axis.Count * stride));

        void Move(Func<int, string> distance)
        {
            foreach ((string operand, int stride) in moves(axis).Where(move => move.Stride != 0))
            {
                writer.Line($"{operand} = ref At(ref {operand}, {distance(stride)});");
            }
        }
    }

    /// <summary>A loop of whole groups, and a last one that is less.</summary>
    /// <param name="writer">Receives the lines.</param>
    /// <param name="split">The groups.</param>
    /// <param name="variable">The first of a group.</param>
    /// <param name="write">Writes a group: how many it has, and its first.</param>
    public static void Groups(SourceWriter writer, Split split, string variable, Action<int, string> write)
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
}
