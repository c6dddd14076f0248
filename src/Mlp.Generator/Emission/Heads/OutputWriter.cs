using System;
using Mlp.Generator.Emission.Activations;
using Mlp.Generator.Emission.Steps;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Model;
using Mlp.Generator.Planning.Steps;

namespace Mlp.Generator.Emission.Heads;

/// <summary>Writes the output stage of a prediction: the output activation, stored where the caller wants it.</summary>
internal sealed class OutputWriter(SourceWriter writer, VectorDialect dialect, NetworkModel model, RowPlan row)
{
    private readonly RowWriter _row = new(writer, dialect, row);
    private readonly ActivationFormula _activation = ActivationFormula.Of(model.Head.Activation);

    /// <summary>The method that finishes the rows of a batch.</summary>
    /// <param name="stride">Floats between rows of logits.</param>
    public void WriteMethod(int stride)
    {
        writer.Line($"/// <summary>ŷ = {_activation.Around("z")}, row by row, without the padding.</summary>");
        writer.Line("[MethodImpl(Kernel)]");
        using (writer.Block($"internal static void {dialect.ShortName}(ref {Real.Type} logits, ref {Real.Type} outputs, int samples)"))
        {
            using (writer.Block("for (int sample = 0; sample < samples; sample++)"))
            {
                WriteRow((offset, _) => dialect.Load("logits", offset), "logits", "outputs");
                writer.Line($"logits = ref At(ref logits, {CSharpLiteral.Int(stride)});");
                writer.Line($"outputs = ref At(ref outputs, {CSharpLiteral.Int(model.OutputSize)});");
            }
        }

        writer.Line();
    }

    /// <summary>Writes the stage for one row.</summary>
    /// <param name="logit">The vector of logits at an offset, by its number.</param>
    /// <param name="memory">The reference to the logits where they stand in memory and may be overwritten.</param>
    /// <param name="destination">The reference to the caller's outputs.</param>
    public void WriteRow(Func<Expression, int, string> logit, string memory, string destination)
    {
        if (model.Head.Activation == ActivationKind.Softmax)
        {
            WriteSoftmax(logit, memory, destination);
            return;
        }

        int vector = 0;
        _row.ForEach((offset, count, _) =>
            writer.Line(dialect.StoreFirst(_activation.Value(dialect, logit(offset, vector++)), destination, offset, count)));
    }

    private void WriteSoftmax(Func<Expression, int, string> logit, string memory, string destination)
    {
        if (_row.IsUnrolled)
        {
            new SoftmaxWriter(writer, dialect, _row).WriteRegisters(logit);
            _row.ForEach((offset, count, name) =>
                writer.Line(dialect.StoreFirst(Expression.Operation($"exponential{name} / total"), destination, offset, count)));
            return;
        }

        new SoftmaxWriter(writer, dialect, _row).WriteMemory(memory);
        _row.ForEach((offset, count, _) =>
            writer.Line(dialect.StoreFirst(Expression.Operation($"{dialect.Load(memory, offset)} / total"), destination, offset, count)));
    }
}
