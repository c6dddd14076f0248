using Mlp.Generator.Emission.Activations;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Model;

namespace Mlp.Generator.Emission.Heads;

/// <summary>Writes the output stage of a prediction with samples in lanes: no step across lanes, whatever the activation.</summary>
internal sealed class LaneOutputWriter(SourceWriter writer, VectorDialect dialect, NetworkModel model, int stride)
{
    private readonly int _classes = model.OutputSize;
    private readonly ActivationFormula _activation = ActivationFormula.Of(model.Head.Activation);

    public void WriteMethod()
    {
        writer.Line($"/// <summary>ŷ = {_activation.Around("z")} in place.</summary>");
        writer.Line("[MethodImpl(Kernel)]");
        using (writer.Block($"internal static void {dialect.ShortName}(ref {Real.Type} logits, int columns)"))
        {
            using (writer.Block($"for (int column = 0; column < columns; column += {CSharpLiteral.Int(dialect.Lanes)})"))
            {
                writer.Line($"ref {Real.Type} logit = ref At(ref logits, column);");
                if (model.Head.Activation == ActivationKind.Softmax)
                {
                    new LaneSoftmaxWriter(writer, dialect, _classes).Write(row => dialect.Load("logit", Row(row, stride)));
                }

                for (int row = 0; row < _classes; row++)
                {
                    Expression value = model.Head.Activation == ActivationKind.Softmax
                        ? LaneSoftmaxWriter.Probability(dialect, row)
                        : _activation.Value(dialect, dialect.Load("logit", Row(row, stride)));
                    writer.Line(dialect.Store(value, "logit", Row(row, stride)));
                }
            }
        }

        writer.Line();
    }

    /// <summary>Where a class's row starts.</summary>
    public static Expression Row(int row, int stride) => Expression.Int(row * stride);
}
