using Mlp.Generator.Emission.Losses;
using Mlp.Generator.Emission.Optimizers;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Model;

namespace Mlp.Generator.Emission;

/// <summary>The members that measure and train, and the checks of a batch.</summary>
internal sealed partial class SurfaceWriter
{
    private const string Parameters = "ref " + EmittedFields.Parameters;

    private readonly string _step = OptimizerFormula.Of(model.Optimizer);

    private string StateArgument => _remembers ? $", {EmittedFields.State}" : "";

    private void WriteTraining()
    {
        LossFormula loss = LossFormula.Of(model.Loss);
        foreach (bool labelled in model.IsClassifier ? new[] { false, true } : [false])
        {
            string type = labelled ? Labels : ReadOnlyFloats;
            string name = labelled ? "labels" : "targets";
            string range = labelled
                ? $"n class indices, 0 to {model.ClassCount - 1}."
                : $"n × {model.OutputSize} values, {loss.DomainWords}.";
            Batch($"The mean loss of n samples, ℓ = {loss.Definition} [Lu 8].", name, range);
            using (Member($"public {Real.Type} ComputeLoss({ReadOnlyFloats} inputs, {type} {name})"))
            {
                CheckBatch(labelled);
                _writer.Line($"return {Network}.Loss({Parameters}.Start, {Data(labelled)}, samples);");
            }

            _writer.Line();
            Batch("The mean loss of n samples and its gradient [Lu 11-14]; changes no parameter.", name, range);
            Parameter("gradient", $"Receives {model.ParameterCount} values ∂L/∂θ: for each layer weights row by row, [out, in], then biases.");
            using (Member($"public {Real.Type} ComputeGradient({ReadOnlyFloats} inputs, {type} {name}, {Floats} gradient)"))
            {
                CheckBatch(labelled, checksGradient: true);
                _writer.Line($"return {Network}.Gradient({Parameters}.Start, {Data(labelled)}, samples, gradient);");
            }

            _writer.Line();
            Batch($"One step of {model.Optimizer.Kind}, {_step}; returns the mean loss before it.", name, range);
            Parameter("learningRate", "The step size α.");
            using (Member($"public {Real.Type} TrainStep({ReadOnlyFloats} inputs, {type} {name}, {Real.Type} learningRate)"))
            {
                CheckBatch(labelled);
                _writer.Line($"return {Network}.TrainStep({Parameters}, {Data(labelled)}, samples, learningRate, ref {EmittedFields.Slice}{StateArgument});");
            }

            _writer.Line();
        }

        Summary($"One step of {model.Optimizer.Kind} with a gradient made elsewhere, {_step}.");
        Parameter("gradient", $"{model.ParameterCount} values in canonical order.");
        Parameter("learningRate", "The step size α.");
        Throws("The span has the wrong length.");
        using (Member($"public void ApplyGradient({ReadOnlyFloats} gradient, {Real.Type} learningRate)"))
        {
            _writer.Line($"{Require}.Length(gradient.Length, ParameterCount, \"gradient\");");
            _writer.Line($"{Network}.ApplyGradient({Parameters}, gradient, learningRate, ref {EmittedFields.Slice}{StateArgument});");
        }

        _writer.Line();
    }

    private void Batch(string summary, string targets, string range)
    {
        Summary(summary);
        Parameter("inputs", $"n × {model.InputSize} values; n is 1 or more.");
        Parameter(targets, range);
        Throws($"A span has the wrong length, or one of the {targets} is out of range.");
    }

    private void CheckBatch(bool labelled, bool checksGradient = false)
    {
        string targets = labelled ? "labels" : "targets";
        _writer.Line($"int samples = {Require}.Samples(inputs.Length, InputSize, \"inputs\");");
        _writer.Line($"{Require}.NotEmpty(samples, \"inputs\");");
        _writer.Line($"{Require}.BatchLength({targets}.Length, samples, {(labelled ? "1" : "OutputSize")}, \"{targets}\");");
        if (checksGradient)
        {
            _writer.Line($"{Require}.Length(gradient.Length, ParameterCount, \"gradient\");");
            _writer.Line($"{Require}.NoOverlap(inputs, gradient, \"gradient\");");
            _writer.Line($"{Require}.NoOverlap({targets}, gradient, \"gradient\");");
        }

        _writer.Line(labelled
            ? $"{Require}.Labels(labels, {CSharpLiteral.Int(model.ClassCount)}, \"labels\");"
            : $"{Require}.{LossFormula.Of(model.Loss).DomainCheck}(targets, OutputSize, \"targets\");");
    }

    private static string NullRef(string type) => $"global::System.Runtime.CompilerServices.Unsafe.NullRef<{type}>()";

    /// <summary>The arguments that say which samples: inputs and targets, for a classifier labels besides.</summary>
    private string Data(bool labelled)
    {
        string targets = labelled ? "ref " + NullRef(Real.Type) : $"{Reference}(targets)";
        string labels = !model.IsClassifier ? "" : labelled ? $", {Reference}(labels)" : ", ref " + NullRef("int");
        return $"{Reference}(inputs), {targets}{labels}";
    }
}
