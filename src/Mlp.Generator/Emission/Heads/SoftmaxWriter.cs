using System;
using System.Collections.Generic;
using Mlp.Generator.Emission.Steps;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;

namespace Mlp.Generator.Emission.Heads;

/// <summary>
/// Writes the stable softmax [Lu 9] up to its division: e^(z − λ) with λ = max z, and their total. Lanes past the last
/// logit count as −∞, whatever they hold.
/// </summary>
internal sealed class SoftmaxWriter(SourceWriter writer, VectorDialect dialect, RowWriter row)
{
    private readonly string _lowest = dialect.Broadcast(Real.NegativeInfinity);

    /// <summary>Few vectors: leaves <c>shifted…</c> (z − λ), <c>exponential…</c> and <c>total</c> in locals, <c>largest</c> as λ.</summary>
    public void WriteRegisters(Func<Expression, int, string> logit)
    {
        var names = new List<string>();
        var counts = new List<int>();
        row.ForEach((offset, count, name) =>
        {
            writer.Line($"var logit{name} = {dialect.KeepFirst(logit(offset, names.Count), count, _lowest)};");
            names.Add(name);
            counts.Add(count);
        });
        string largest = "logit" + names[0];
        for (int index = 1; index < names.Count; index++)
        {
            largest = dialect.Max(largest, "logit" + names[index]);
        }

        writer.Line($"{Real.Type} largest = {dialect.MaxAcross(largest)};");
        foreach (string name in names)
        {
            writer.Line($"var shifted{name} = logit{name} - {dialect.Broadcast("largest")};");
            writer.Line($"var exponential{name} = {dialect.Function("Exp", "shifted" + name)};");
        }

        string sum = dialect.Sum("exponential" + string.Join(" + exponential", names));
        if (dialect.IsDeterministic)
        {
            sum = Real.Zero;
            for (int index = 0; index < names.Count; index++)
            {
                sum = VectorDialect.AddInTurn(sum, "exponential" + names[index], counts[index]);
            }
        }

        writer.Line($"{Real.Type} sum = {sum};");
        writer.Line($"var total = {dialect.Broadcast("sum")};");
    }

    /// <summary>Many vectors: overwrites the logits in memory with e^(z − λ); leaves <c>largest</c>, <c>sum</c> and <c>total</c>.</summary>
    /// <param name="memory">The reference to the logits.</param>
    /// <param name="alsoForEach">Written while <c>shifted</c> is at hand, for an offset and the floats in its vector.</param>
    public void WriteMemory(string memory, Action<Expression, int>? alsoForEach = null)
    {
        writer.Line($"var largestLanes = {_lowest};");
        row.ForEach((offset, count, _) =>
            writer.Line($"largestLanes = {dialect.Max("largestLanes", dialect.KeepFirst(dialect.Load(memory, offset), count, _lowest))};"));
        writer.Line($"{Real.Type} largest = {dialect.MaxAcross("largestLanes")};");
        var sum = new RowSum(writer, dialect, "sum", "sumLanes");
        sum.Begin();
        row.ForEach((offset, count, _) =>
        {
            writer.Line($"var shifted = {dialect.Load(memory, offset)} - {dialect.Broadcast("largest")};");
            writer.Line($"var exponential = {dialect.KeepFirst(dialect.Function("Exp", "shifted"), count, dialect.Zero)};");
            writer.Line(dialect.Store("exponential", memory, offset));
            sum.Add("exponential", count);
            alsoForEach?.Invoke(offset, count);
        });
        if (!dialect.IsDeterministic)
        {
            writer.Line($"{Real.Type} sum = {sum.Total};");
        }

        writer.Line($"var total = {dialect.Broadcast("sum")};");
    }
}
