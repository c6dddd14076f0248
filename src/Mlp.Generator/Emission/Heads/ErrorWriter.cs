using Mlp.Generator.Emission.Activations;
using Mlp.Generator.Emission.Losses;
using Mlp.Generator.Emission.Steps;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Model;
using Mlp.Generator.Planning;
using Mlp.Generator.Planning.Steps;

namespace Mlp.Generator.Emission.Heads;

/// <summary>
/// Writes the output stage of training: logits become the scaled error δ of the last layer in place, and the losses of
/// the rows are summed.
/// </summary>
internal sealed class ErrorWriter(SourceWriter writer, VectorDialect dialect, NetworkModel model, RowPlan row)
{
    private readonly RowWriter _row = new(writer, dialect, row);
    private readonly ActivationFormula _activation = ActivationFormula.Of(model.Head.Activation);
    private readonly RowSum _loss = new(writer, dialect, "sampleLoss", "loss");
    private readonly RowSum _product = new(writer, dialect, "product", "productLanes");
    private readonly RowSum _mass = new(writer, dialect, "mass", "targetLanes");

    /// <param name="stride">Floats between rows of logits.</param>
    /// <param name="labelled">Whether targets are classes, known by number.</param>
    public void WriteMethod(int stride, bool labelled)
    {
        (CallParameter targets, string step) = labelled
            ? (CallParameter.Labels, "1")
            : (CallParameter.Numbers("targets"), CSharpLiteral.Int(model.OutputSize));
        LossFormula loss = LossFormula.Of(model.Head.Loss);
        writer.Lines(
            $"/// <summary>Turns logits z into scale · w δ in place, {DeltaFormula()}, and returns the sum of the losses w ℓ,",
            $"/// ℓ = {loss.Definition}.</summary>",
            "[MethodImpl(Kernel)]");
        string receiver = dialect.IsDeterministic ? ", ref double loss" : "";
        using (writer.Block($"internal static {(dialect.IsDeterministic ? "void" : Real.Type)} {dialect.ShortName}(ref {Real.Type} logits, {targets.Declaration}, ref {Real.Type} sampleWeights, {Real.Type} scale, int samples{receiver})"))
        {
            bool byRow = model.Head.Loss == LossKind.CrossEntropy;
            writer.Line("bool weighted = !Unsafe.IsNullRef(ref sampleWeights);");
            if (!dialect.IsDeterministic && byRow)
            {
                writer.Line($"{Real.Type} loss = {Real.Zero};");
            }
            else if (!dialect.IsDeterministic)
            {
                _loss.Begin();
            }

            using (writer.Block("for (int sample = 0; sample < samples; sample++)"))
            {
                writer.Line($"{Real.Type} weight = weighted ? At(ref sampleWeights, sample) : {Real.One};");
                writer.Line($"var scales = {dialect.Broadcast("scale * weight")};");
                if (dialect.IsDeterministic && !byRow)
                {
                    _loss.Begin();
                }

                if (model.Head.Activation == ActivationKind.Softmax)
                {
                    WriteSoftmax(labelled);
                }
                else
                {
                    _row.ForEach((offset, count, ending) => WriteElements(offset, count, ending, labelled));
                }

                if (dialect.IsDeterministic)
                {
                    writer.Line("loss += weight * sampleLoss;");
                }

                writer.Line($"logits = ref At(ref logits, {CSharpLiteral.Int(stride)});");
                writer.Line($"{targets.Name} = ref {(labelled ? "Unsafe.Add" : "At")}({targets.Given}, {step});");
            }

            if (!dialect.IsDeterministic)
            {
                writer.Line();
                writer.Line($"return {(byRow ? "loss" : _loss.Total)};");
            }
        }

        writer.Line();
    }

    /// <summary>A term of the loss for each output.</summary>
    /// <param name="element">The terms of a vector of outputs.</param>
    /// <param name="count">How many of them count.</param>
    /// <param name="isZeroBehind">Whether what is behind them is zero.</param>
    private void WriteLoss(string element, int count, bool isZeroBehind = false)
    {
        if (dialect.IsDeterministic)
        {
            _loss.Add(element, count);
        }
        else
        {
            writer.Line($"loss += weight * ({(isZeroBehind ? element : dialect.KeepFirst(element, count, dialect.Zero))});");
        }
    }

    private string DeltaFormula() => ActivationTraits.IsCanonical(model.Head.Activation, model.Head.Loss)
        ? "δ = ŷ − y"
        : model.Head.Activation == ActivationKind.Softmax ? "δ = (diag(ŷ) − ŷŷᵀ)(ŷ − y)" : "δ = (ŷ − y) g′(z)";

    private void WriteElements(Expression offset, int count, string ending, bool labelled)
    {
        string z = "z" + ending;
        string y = "y" + ending;
        writer.Line($"var {z} = {dialect.Load("logits", offset)};");
        writer.Line($"var {y} = {(labelled ? dialect.Broadcast($"({Real.Type})labels") : dialect.LoadFirst("targets", offset, count))};");
        string prediction = model.Head.Activation == ActivationKind.Identity ? z : "prediction" + ending;
        if (prediction != z)
        {
            writer.Line($"var {prediction} = {_activation.Value(dialect, z)};");
        }

        string error = "error" + ending;
        writer.Line($"var {error} = {prediction} - {y};");
        string element = model.Head.Loss switch
        {
            LossKind.SquaredError => $"{error} * {error} * {dialect.Broadcast(Real.Half)}",
            LossKind.BinaryCrossEntropy => $"{dialect.Function("Softplus", z)} - ({z} * {y})",
            _ => $"{prediction} - ({z} * {y})",
        };
        WriteLoss(element, count);
        string slope = ActivationTraits.IsCanonical(model.Head.Activation, model.Head.Loss) || model.Head.Activation == ActivationKind.Identity
            ? ""
            : " * " + _activation.Slope(dialect, ActivationTraits.SlopeNeedsPreActivation(model.Head.Activation) ? z : prediction);
        writer.Line(dialect.Store($"({error}{slope} * scales)", "logits", offset));
    }

    private void WriteSoftmax(bool labelled)
    {
        bool crossEntropy = model.Head.Loss == LossKind.CrossEntropy;
        if (labelled && crossEntropy)
        {
            writer.Line($"{Real.Type} labelled = At(ref logits, labels);");
        }

        bool sumsProducts = !crossEntropy || !labelled;
        if (sumsProducts)
        {
            _product.Begin();
        }

        if (crossEntropy && !labelled)
        {
            _mass.Begin();
        }

        var softmax = new SoftmaxWriter(writer, dialect, _row);
        if (_row.IsUnrolled)
        {
            softmax.WriteRegisters((offset, _) => dialect.Load("logits", offset));
        }
        else
        {
            softmax.WriteMemory("logits", crossEntropy && !labelled ? (offset, count) => WriteProducts(offset, count, "") : null);
        }

        if (crossEntropy)
        {
            WriteCrossEntropy(labelled);
        }
        else
        {
            WriteSquaredSoftmax(labelled);
        }
    }

    /// <summary>Σ y and Σ y (z − λ).</summary>
    private void WriteProducts(Expression offset, int count, string ending)
    {
        writer.Line($"var target{ending} = {Target(offset, count, labelled: false)};");
        _mass.Add("target" + ending, count);
        _product.AddFirst($"target{ending} * {dialect.Max($"shifted{ending}", dialect.Broadcast(Real.Lowest))}", count);
    }

    private string Exponential(Expression offset, string ending) =>
        _row.IsUnrolled ? "exponential" + ending : dialect.Load("logits", offset);

    private string Target(Expression offset, int count, bool labelled) => labelled
        ? dialect.OneHot(offset.IsZero ? "labels" : $"labels - {offset}")
        : dialect.LoadFirst("targets", offset, count);

    private void WriteCrossEntropy(bool labelled)
    {
        _row.ForEach((offset, count, ending) =>
        {
            if (!labelled && _row.IsUnrolled)
            {
                WriteProducts(offset, count, ending);
            }

            string y = !labelled && _row.IsUnrolled ? "target" + ending : Target(offset, count, labelled);
            writer.Line(dialect.Store($"((({Exponential(offset, ending)} / total) - {y}) * scales)", "logits", offset));
        });
        if (dialect.IsDeterministic)
        {
            string distance = labelled ? "- (labelled - largest)" : $"+ ((largest * ({Real.One} - {_mass.Total})) - {_product.Total})";
            writer.Line($"{Real.Type} sampleLoss = {dialect.Function("Log", "sum")} {distance};");
            return;
        }

        writer.Line(labelled
            ? $"loss += weight * ({dialect.Function("Log", "sum")} - (labelled - largest));"
            : $"loss += weight * ({dialect.Function("Log", "sum")} - {_product.Total} + (largest * ({Real.One} - {_mass.Total})));");
    }

    private void WriteSquaredSoftmax(bool labelled)
    {
        _row.ForEach((offset, count, ending) =>
        {
            string p = "prediction" + ending;
            string error = "error" + ending;
            writer.Line($"var {p} = {Exponential(offset, ending)} / total;");
            writer.Line($"var {error} = {p} - {Target(offset, count, labelled)};");
            WriteLoss($"{error} * {error} * {dialect.Broadcast(Real.Half)}", count, isZeroBehind: true);
            _product.Add($"{error} * {p}", count);
        });
        string product = dialect.IsDeterministic ? "products" : "product";
        writer.Line($"var {product} = {dialect.Broadcast(_product.Total)};");
        _row.ForEach((offset, count, ending) =>
        {
            string p = _row.IsUnrolled ? "prediction" + ending : $"({dialect.Load("logits", offset)} / total)";
            string error = _row.IsUnrolled ? "error" + ending : $"({p} - {Target(offset, count, labelled)})";
            writer.Line(dialect.Store($"({p} * ({error} - {product}) * scales)", "logits", offset));
        });
    }
}
