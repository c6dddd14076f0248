using System;
using System.Linq;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;

namespace Mlp.Generator.Emission.Heads;

/// <summary>Writes softmax with samples in lanes, a class in a vector: no step across lanes [Lu 9].</summary>
/// <param name="writer">Receives the text.</param>
/// <param name="dialect">The vectors.</param>
/// <param name="classes">The number of classes.</param>
/// <param name="ending">What the names of its locals end in.</param>
internal sealed class LaneSoftmaxWriter(SourceWriter writer, VectorDialect dialect, int classes, string ending = "")
{
    /// <summary>
    /// Leaves λ in <c>largest</c>, z − λ in <c>shifted…</c>, e^(z − λ) in <c>exponential…</c>, their sum in <c>total</c> and
    /// its reciprocal in <c>share</c>: one division for all classes, but in a deterministic network, which divides each as its other orders do.
    /// </summary>
    public void Write(Func<int, string> logit)
    {
        string[] names = [.. Enumerable.Range(0, classes).Select(output => CSharpLiteral.Int(output) + ending)];
        for (int output = 0; output < classes; output++)
        {
            writer.Line($"var logit{names[output]} = {logit(output)};");
        }

        writer.Line($"var largest{ending} = logit{names[0]};");
        foreach (string name in names.Skip(1))
        {
            writer.Line($"largest{ending} = {dialect.Max("largest" + ending, "logit" + name)};");
        }

        foreach (string name in names)
        {
            writer.Line($"var shifted{name} = logit{name} - largest{ending};");
            writer.Line($"var exponential{name} = {dialect.Function("Exp", "shifted" + name)};");
        }

        writer.Line($"var total{ending} = exponential{string.Join(" + exponential", names)};");
        if (!dialect.IsDeterministic)
        {
            writer.Line($"var share{ending} = {dialect.One} / total{ending};");
        }
    }

    /// <summary>The probability of a class.</summary>
    public static Expression Probability(VectorDialect dialect, int output, string ending = "") =>
        Expression.Operation($"exponential{CSharpLiteral.Int(output)}{ending} {(dialect.IsDeterministic ? "/ total" : "* share")}{ending}");
}
