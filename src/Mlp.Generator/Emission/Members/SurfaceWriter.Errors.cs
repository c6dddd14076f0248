using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;

namespace Mlp.Generator.Emission.Members;

/// <summary>The members that go back to the inputs, so that networks chain.</summary>
internal sealed partial class SurfaceWriter
{
    private void WriteInputGradient(bool labelled)
    {
        Batch(Doc.Summary($"The mean {model.Head.Loss} of n samples, {BatchWords} against {TargetWords(labelled)}, and its gradient ∂L/∂x by the inputs [Lu 12]{(model.DrawsMasks ? ", both without the values that the next step drops" : "")}; changes no parameter."), labelled)
            .Parameter("inputGradient", $"Receives ∂L/∂x: {BatchWords}, of the mean over the samples.")
            .Returns("The mean loss.")
            .ThrowsArgument(Refusal(labelled, "the input gradient overlaps another span"));
        using (Member($"public {Real.Type} ComputeInputGradient", [.. BatchParameters(labelled), $"{Floats} inputGradient"]))
        {
            CheckBatch(labelled, ("inputGradient", "inputs.Length"));
            string[] known = !model.IsClassifier ? ["targets"] : labelled ? ["default", "labels"] : ["targets", "default"];
            Call("return ", "InputGradient", [Parameters + ".Start", "inputs", .. known, "inputGradient", .. MaskArgument]);
        }

        _writer.Line();
    }

    private void WriteBackpropagation()
    {
        string outputs = Formulas.Count(model.OutputSize, "value");
        string gradient = Formulas.Count(model.ParameterCount, "value");
        Doc.Summary($"From ∂L/∂ŷ of n samples, n × {outputs}, back to ∂L/∂θ, {gradient}, and to ∂L/∂x, {BatchWords}, whatever the loss L [Lu 12-14]{(model.DrawsMasks ? ", all without the values that the next step drops" : "")}; changes no parameter.")
            .Parameter("inputs", $"The samples, one a row: {BatchWords}; n may be 0.")
            .Parameter("outputGradient", $"∂L/∂ŷ, as ComputeInputGradient of a network behind this one gives it: n × {outputs}.")
            .Parameter("gradient", $"Receives ∂L/∂θ, the sum over the samples: {gradient}, {model.ParameterShapes()}. Empty where it is not wanted.")
            .Parameter("inputGradient", $"Receives ∂L/∂x: {BatchWords}. Empty where it is not wanted.")
            .ThrowsArgument("A span has the wrong length, neither gradient is wanted, or one overlaps another span.");
        using (Member("public void Backpropagate", $"{ReadOnlyFloats} inputs", $"{ReadOnlyFloats} outputGradient", $"{Floats} gradient", $"{Floats} inputGradient"))
        {
            _writer.List(Require + ".Backpropagation", ["inputs", "InputSize", "outputGradient", "OutputSize", "gradient", "ParameterCount", "inputGradient"], ";");
            Call("", "Backpropagate", [Parameters + ".Start", "inputs", "outputGradient", "gradient", "inputGradient", .. MaskArgument]);
        }

        _writer.Line();
    }
}
