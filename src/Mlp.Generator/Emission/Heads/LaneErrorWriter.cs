using Mlp.Generator.Emission.Activations;
using Mlp.Generator.Emission.Losses;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Model;
using Mlp.Generator.Planning;

namespace Mlp.Generator.Emission.Heads;

/// <summary>Writes the output stage of training with samples in lanes: logits to scaled δ in place, losses summed.</summary>
internal sealed class LaneErrorWriter(SourceWriter writer, VectorDialect dialect, NetworkModel model, int stride)
{
    private readonly int _classes = model.OutputSize;
    private readonly ActivationFormula _activation = ActivationFormula.Of(model.Head.Activation);

    public void WriteMethod()
    {
        writer.Lines(
            "/// <summary>",
            "/// Turns logits z into scale · w δ in place, and returns the sum of the losses w ℓ,",
            $"/// ℓ = {LossFormula.Of(model.Head.Loss).Definition}. Lanes past the samples get no error and no loss.",
            "/// </summary>",
            "[MethodImpl(Kernel)]");
        using (writer.Block($"internal static {Real.Type} {dialect.ShortName}(ref {Real.Type} logits, ref {Real.Type} targets, ref {Real.Type} sampleWeights, {Real.Type} scale, int samples, int columns)"))
        {
            string lanes = CSharpLiteral.Int(dialect.Lanes);
            writer.Line("bool weighted = !Unsafe.IsNullRef(ref sampleWeights);");
            if (model.Head.Loss == LossKind.SquaredError)
            {
                writer.Line($"var half = {dialect.Broadcast(Real.Half)};");
            }

            writer.Line($"var loss = {dialect.Zero};");
            using (writer.Block($"for (int column = 0; column < columns; column += {lanes})"))
            {
                writer.Line($"ref {Real.Type} logit = ref At(ref logits, column);");
                writer.Line($"ref {Real.Type} target = ref At(ref targets, column);");
                writer.Line($"var isSample = VectorLanes.FirstLanes{dialect.Bits}(samples - column);");
                writer.Line($"var weight = weighted ? {dialect.LoadUpTo("sampleWeights", "column", "samples - column")} : {dialect.One};");
                writer.Line($"var scales = weight * {dialect.Broadcast("scale")};");
                WriteBody();
                writer.Line($"loss += {dialect.Select("isSample", "sampleLoss * weight", dialect.Zero)};");
            }

            writer.Line();
            writer.Line($"return {dialect.Sum("loss")};");
        }

        writer.Line();
    }

    private static string Name(string role, int row) => role + CSharpLiteral.Int(row);

    private void WriteBody()
    {
        if (model.Head.Activation == ActivationKind.Softmax)
        {
            new LaneSoftmaxWriter(writer, dialect, _classes).Write(row => dialect.Load("logit", LaneOutputWriter.Row(row, stride)));
            WriteTargets();
            if (model.Head.Loss == LossKind.CrossEntropy)
            {
                WriteCrossEntropy();
            }
            else
            {
                WriteSquaredSoftmax();
            }

            return;
        }

        WriteTargets();
        writer.Line($"var sampleLoss = {dialect.Zero};");
        for (int row = 0; row < _classes; row++)
        {
            WriteElement(row);
        }
    }

    private void WriteTargets()
    {
        for (int row = 0; row < _classes; row++)
        {
            writer.Line($"var {Name("y", row)} = {dialect.Load("target", LaneOutputWriter.Row(row, stride))};");
        }
    }

    private void StoreDelta(int row, string delta) => writer.Line(
        dialect.Store(dialect.Select("isSample", $"{delta} * scales", dialect.Zero), "logit", LaneOutputWriter.Row(row, stride)));

    private void WriteElement(int row)
    {
        string z = Name("z", row);
        string y = Name("y", row);
        string error = Name("error", row);
        writer.Line($"var {z} = {dialect.Load("logit", LaneOutputWriter.Row(row, stride))};");
        string prediction = model.Head.Activation == ActivationKind.Identity ? z : Name("prediction", row);
        if (prediction != z)
        {
            writer.Line($"var {prediction} = {_activation.Value(dialect, z)};");
        }

        writer.Line($"var {error} = {prediction} - {y};");
        writer.Line("sampleLoss += " + model.Head.Loss switch
        {
            LossKind.SquaredError => $"{error} * {error} * half;",
            LossKind.BinaryCrossEntropy => $"{dialect.Function("Softplus", z)} - ({z} * {y});",
            _ => $"{prediction} - ({z} * {y});",
        });
        string slope = ActivationTraits.IsCanonical(model.Head.Activation, model.Head.Loss) || model.Head.Activation == ActivationKind.Identity
            ? ""
            : " * " + _activation.Slope(dialect, ActivationTraits.SlopeNeedsPreActivation(model.Head.Activation) ? z : prediction);
        StoreDelta(row, error + slope);
    }

    /// <summary>log Σ e^(z−λ) − Σ y (z − λ) + λ (1 − Σ y): the λ cancel where the targets sum to one.</summary>
    private void WriteCrossEntropy()
    {
        // A class that is out of reach has a shifted logit of −∞, and 0 · −∞ would be no number.
        writer.Line($"var lowest = {dialect.Broadcast(Real.Lowest)};");
        writer.Line($"var product = y0 * {dialect.Max("shifted0", "lowest")};");
        writer.Line("var mass = y0;");
        for (int row = 1; row < _classes; row++)
        {
            writer.Line($"product += {Name("y", row)} * {dialect.Max(Name("shifted", row), "lowest")};");
            writer.Line($"mass += {Name("y", row)};");
        }

        writer.Line($"var sampleLoss = {dialect.Function("Log", "total")} - product + (largest * ({dialect.Broadcast(Real.One)} - mass));");
        for (int row = 0; row < _classes; row++)
        {
            StoreDelta(row, $"(({LaneSoftmaxWriter.Probability(dialect, row)}) - {Name("y", row)})");
        }
    }

    /// <summary>(diag(ŷ) − ŷŷᵀ)(ŷ − y).</summary>
    private void WriteSquaredSoftmax()
    {
        writer.Line($"var sampleLoss = {dialect.Zero};");
        writer.Line($"var product = {dialect.Zero};");
        for (int row = 0; row < _classes; row++)
        {
            writer.Line($"var {Name("prediction", row)} = {LaneSoftmaxWriter.Probability(dialect, row)};");
            writer.Line($"var {Name("error", row)} = {Name("prediction", row)} - {Name("y", row)};");
            writer.Line($"sampleLoss += {Name("error", row)} * {Name("error", row)} * half;");
            writer.Line($"product += {Name("error", row)} * {Name("prediction", row)};");
        }

        for (int row = 0; row < _classes; row++)
        {
            StoreDelta(row, $"{Name("prediction", row)} * ({Name("error", row)} - product)");
        }
    }
}
