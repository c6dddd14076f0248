using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Diagnostics;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;

namespace Mlp.Generator.Parsing;

/// <summary>What follows where kernels of many agents at once are asked for, and there are none.</summary>
internal static class PopulationRules
{
    private const string Argument = "Population";
    private const string OneByOne = "a population of it works all the same, and computes one agent after the other";

    /// <param name="declaration">The declaration.</param>
    /// <param name="layers">Its layers, within <see cref="Limits"/>; none where one is wrong.</param>
    public static IEnumerable<DeclarationIssue> Check(MlpDeclaration declaration, EquatableArray<LayerModel> layers)
    {
        if (declaration.IsPopulation && ReasonOf(declaration, layers) is { } found)
        {
            string[] arguments = [declaration.Type.Levels[0].Name, found.Reason, found.Otherwise, found.Advice];
            yield return new DeclarationIssue(DiagnosticIds.PopulationWithoutKernels, IssueTarget.NamedArgument(Argument), arguments.ToEquatableArray());
        }
    }

    /// <summary>
    /// Why there are no kernels, what happens without them, and what to do; null where there are some. A reason that stays whatever is done about the
    /// others comes first.
    /// </summary>
    private static (string Reason, string Otherwise, string Advice)? ReasonOf(MlpDeclaration declaration, EquatableArray<LayerModel> layers)
    {
        if (declaration.Use != NetworkUse.Trains)
        {
            return UseOf(declaration);
        }

        if (layers.Count == 0)
        {
            return null;
        }

        if (PopulationLimits.FirstWithoutKernels(layers) is >= 0 and var index)
        {
            return LayerOf(layers[index], Numeral.Grouped(index + 1));
        }

        return KernelLimits.PassedBy(layers, declaration.IsDeterministic).FirstOrDefault() is { } limit && NetworkSizeRules.WordsOf(limit) is var (reason, advice)
            ? (reason, OneByOne, advice)
            : null;
    }

    private static (string Reason, string Otherwise, string Advice) UseOf(MlpDeclaration declaration)
    {
        string reason = declaration.Use == NetworkUse.Frozen ? "it is frozen" : "it is not trained";
        string advice = declaration.Onnx is not null ? "write 'Trainable = true'"
            : declaration.Use == NetworkUse.Frozen ? "leave 'Frozen' out"
            : "leave 'Trains' out";
        return (reason, "there are populations only of networks that are trained", advice);
    }

    private static (string Reason, string Otherwise, string Advice) LayerOf(LayerModel layer, string place) => PopulationLimits.AllowFlat(layer)
        ? ($"its layer {place}, {layer.Kind}, goes over samples of a shape, {layer.Input.Spoken}", OneByOne, "put a Flatten before that layer")
        : ($"its layer {place}, {layer.Kind}, has none", OneByOne, "use Dense and layers that go over each value by itself");
}
