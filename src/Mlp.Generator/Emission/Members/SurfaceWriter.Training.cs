using Mlp.Generator.Emission.Losses;
using Mlp.Generator.Emission.Optimizers;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Model;

namespace Mlp.Generator.Emission.Members;

/// <summary>The members that measure and train, and the checks of a batch.</summary>
internal sealed partial class SurfaceWriter
{
    private const string Parameters = "ref " + EmittedFields.Parameters;

    private const string LearningRate = "The step size α: a finite number of 0 or more.";

    /// <summary>The optimizer with its formula and its numbers.</summary>
    private readonly string _optimizer = $"{model.Optimizer.Kind}: {OptimizerFormula.Of(model.Optimizer)}{OptimizerFormula.Values(model.Optimizer)}";

    /// <summary>What is remembered before the first step; parameters that no seed was given for are drawn with 0.</summary>
    private string NewState => $"new {State}({(model.DrawsMasks ? "0UL" : "")})";

    private string[] StateArgument => _remembers ? [EmittedFields.State] : [];

    /// <summary>Which values the samples of the next step drop, where any are.</summary>
    private string[] MaskArgument => model.DrawsMasks ? [EmittedFields.State + ".Masks"] : [];

    /// <summary>What remembers something from step to step: the optimizer, or with it which values are dropped next.</summary>
    private string Rememberer => model.DrawsMasks ? "the training" : "the optimizer";

    private void WriteTraining()
    {
        foreach (bool labelled in model.IsClassifier ? new[] { false, true } : [false])
        {
            WriteLoss(labelled);
            WriteGradient(labelled);
            WriteInputGradient(labelled);
            WriteStep(labelled);
        }

        WriteBackpropagation();

        string gradient = Formulas.Count(model.ParameterCount, "value");
        Doc.Summary($"One step with a gradient g of {gradient} made elsewhere, by {_optimizer}.")
            .Parameter("gradient", $"The gradient g: {gradient}, {model.ParameterShapes()}.")
            .Parameter("learningRate", LearningRate)
            .ThrowsArgument("The span has the wrong length, or it or the learning rate is not finite; nothing has changed.");
        using (Member("public void ApplyGradient", $"{ReadOnlyFloats} gradient", $"{Real.Type} learningRate"))
        {
            _writer.Line($"{Require}.Length(gradient.Length, ParameterCount, \"gradient\");");
            _writer.Line($"{Require}.FiniteGradient(gradient, \"gradient\");");
            CheckRate("learningRate");
            Call("", "ApplyGradient", [Parameters, "gradient", "learningRate", $"ref {EmittedFields.Slice}", .. StateArgument]);
        }

        _writer.Line();
    }

    private void WriteLoss(bool labelled)
    {
        Batch(Doc.Summary($"The mean {model.Head.Loss} of n samples, {BatchWords} against {TargetWords(labelled)}: ℓ = {LossFormula.Of(model.Head.Loss).Definition} [Lu 8]."), labelled)
            .Returns("The mean loss.")
            .ThrowsArgument(Refusal(labelled));
        using (Member($"public {Real.Type} ComputeLoss", BatchParameters(labelled)))
        {
            CheckBatch(labelled);
            Call("return ", "Loss", [Parameters + ".Start", .. Data(labelled), "samples"]);
        }

        _writer.Line();
    }

    private void WriteGradient(bool labelled)
    {
        Batch(Doc.Summary($"The mean {model.Head.Loss} of n samples, {BatchWords} against {TargetWords(labelled)}, and its gradient [Lu 11-14]{(model.DrawsMasks ? ", both without the values that the next step drops" : "")}; changes no parameter."), labelled)
            .Parameter("gradient", $"Receives ∂L/∂θ: {Formulas.Count(model.ParameterCount, "value")}, {model.ParameterShapes()}.")
            .Returns("The mean loss.")
            .ThrowsArgument(Refusal(labelled, "the gradient overlaps another span"));
        using (Member($"public {Real.Type} ComputeGradient", [.. BatchParameters(labelled), $"{Floats} gradient"]))
        {
            CheckBatch(labelled, ("gradient", "ParameterCount"));
            Call("return ", "Gradient", [Parameters + ".Start", .. Data(labelled), "samples", "gradient", .. MaskArgument]);
        }

        _writer.Line();
    }

    private void WriteStep(bool labelled)
    {
        Batch(Doc.Summary($"One step on a minibatch of n samples, {BatchWords} against {TargetWords(labelled)}, by {_optimizer}."), labelled)
            .Parameter("learningRate", LearningRate)
            .Returns(model.DrawsMasks ? "The mean loss before the step, without the values that it drops." : "The mean loss before the step.")
            .ThrowsArgument(Refusal(labelled, "an input or the learning rate is not finite; nothing has changed"));
        using (Member($"public {Real.Type} TrainStep", [.. BatchParameters(labelled), $"{Real.Type} learningRate"]))
        {
            CheckBatch(labelled, trains: true);
            CheckRate("learningRate");
            Call("return ", "TrainStep", [Parameters, .. Data(labelled), "samples", "learningRate", $"ref {EmittedFields.Slice}", .. StateArgument]);
        }

        _writer.Line();
    }

    private static string TargetName(bool labelled) => labelled ? "labels" : "targets";

    private string TargetWords(bool labelled) => labelled ? "n labels" : "n × " + Formulas.Count(model.OutputSize, "target");

    private static string[] BatchParameters(bool labelled) =>
        [$"{ReadOnlyFloats} inputs", $"{(labelled ? Labels : ReadOnlyFloats)} {TargetName(labelled)}"];

    /// <summary>The parameters that every batch with targets has.</summary>
    private DocComment Batch(DocComment comment, bool labelled) => comment
        .Parameter("inputs", $"The samples, one a row: {BatchWords}; n is 1 or more.")
        .Parameter(TargetName(labelled), labelled
            ? $"The class of each sample: n indices, 0 to {CSharpLiteral.Int(model.ClassCount - 1)}."
            : $"What the outputs should be: n × {Formulas.Count(model.OutputSize, "value")}, {LossFormula.Of(model.Head.Loss).DomainWords}.");

    private static string Refusal(bool labelled, string? more = null)
    {
        string range = $"one of the {TargetName(labelled)} is out of range";
        return more is null ? $"A span has the wrong length, or {range}." : $"A span has the wrong length, {range}, or {more}.";
    }

    private void CheckBatch(bool labelled, (string Name, string Length)? result = null, bool trains = false)
    {
        string targets = TargetName(labelled);
        _writer.Line($"int samples = {Require}.Samples(inputs.Length, InputSize, \"inputs\");");
        _writer.Line($"{Require}.NotEmpty(samples, \"inputs\");");
        _writer.Line($"{Require}.BatchLength({targets}.Length, samples, {(labelled ? "1" : "OutputSize")}, \"{targets}\");");
        if (result is var (name, length))
        {
            _writer.Line($"{Require}.Length({name}.Length, {length}, \"{name}\");");
            _writer.Line($"{Require}.NoOverlap(inputs, {name}, \"{name}\");");
            _writer.Line($"{Require}.NoOverlap({targets}, {name}, \"{name}\");");
        }

        if (trains)
        {
            _writer.Line($"{Require}.Finite(inputs, InputSize, \"inputs\");");
        }

        _writer.Line(labelled
            ? $"{Require}.Labels(labels, {CSharpLiteral.Int(model.ClassCount)}, \"labels\");"
            : $"{Require}.{LossFormula.Of(model.Head.Loss).DomainCheck}(targets, OutputSize, \"targets\");");
    }

    private void CheckRate(string rate) => _writer.Line($"{Require}.LearningRate({rate}, \"{rate}\");");

    private static string NullRef(string type) => $"global::System.Runtime.CompilerServices.Unsafe.NullRef<{type}>()";

    /// <summary>The arguments that say which samples: inputs and targets, for a classifier labels besides.</summary>
    private string[] Data(bool labelled)
    {
        string targets = labelled ? "ref " + NullRef(Real.Type) : $"{Reference}(targets)";
        string[] labels = !model.IsClassifier ? [] : labelled ? [$"{Reference}(labels)"] : ["ref " + NullRef("int")];
        return [$"{Reference}(inputs)", targets, .. labels];
    }
}
