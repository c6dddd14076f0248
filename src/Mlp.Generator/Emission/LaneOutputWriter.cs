using System.Linq;
using Mlp.Generator.Emission.Activations;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Model;

namespace Mlp.Generator.Emission;

/// <summary>Writes the output stage of a prediction with samples in lanes: no step across lanes, whatever the activation.</summary>
internal sealed class LaneOutputWriter(SourceWriter writer, VectorDialect dialect, NetworkModel model, int stride)
{
    private readonly int _classes = model.OutputSize;
    private readonly ActivationFormula _activation = ActivationFormula.Of(model.OutputActivation);

    public void WriteMethod()
    {
        writer.Line($"/// <summary>ŷ = {_activation.Around("z")} in place.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"private static void FinishOutputs(ref {Real.Type} logits, int columns)"))
        {
            using (writer.Block($"for (int column = 0; column < columns; column += {CSharpLiteral.Int(dialect.Lanes)})"))
            {
                writer.Line($"ref {Real.Type} logit = ref Add(ref logits, column);");
                if (model.OutputActivation == ActivationKind.Softmax)
                {
                    WriteSoftmax(writer, dialect, _classes, stride);
                }

                for (int row = 0; row < _classes; row++)
                {
                    string value = model.OutputActivation == ActivationKind.Softmax
                        ? $"(exponential{CSharpLiteral.Int(row)} / total)"
                        : _activation.Value(dialect.Load("logit", Row(row, stride)));
                    writer.Line(dialect.Store(value, "logit", Row(row, stride)));
                }
            }
        }

        writer.Line();
    }

    /// <summary>Leaves λ in <c>largest</c>, z − λ in <c>shifted…</c>, e^(z − λ) in <c>exponential…</c>, their sum in <c>total</c> [Lu 9].</summary>
    public static void WriteSoftmax(SourceWriter writer, VectorDialect dialect, int classes, int stride)
    {
        string[] names = [.. Enumerable.Range(0, classes).Select(CSharpLiteral.Int)];
        for (int row = 0; row < classes; row++)
        {
            writer.Line($"var logit{names[row]} = {dialect.Load("logit", Row(row, stride))};");
        }

        writer.Line("var largest = logit0;");
        for (int row = 1; row < classes; row++)
        {
            writer.Line($"largest = {dialect.Max("largest", "logit" + names[row])};");
        }

        foreach (string name in names)
        {
            writer.Line($"var shifted{name} = logit{name} - largest;");
            writer.Line($"var exponential{name} = VectorMath.Exp(shifted{name});");
        }

        writer.Line($"var total = exponential{string.Join(" + exponential", names)};");
    }

    /// <summary>Where a class's row starts.</summary>
    public static string Row(int row, int stride) => CSharpLiteral.Int(row * stride);
}
