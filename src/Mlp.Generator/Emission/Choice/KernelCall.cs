using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Model;

namespace Mlp.Generator.Emission.Choice;

/// <summary>A call that the kernels of every width answer, and the runtime's interpreter.</summary>
/// <param name="Type">What it returns.</param>
/// <param name="Name">The method.</param>
/// <param name="Declared">All parameters, of which a network without classes leaves the labels out, and one that drops nothing the masks.</param>
internal sealed record KernelCall(string Type, string Name, IReadOnlyList<CallParameter> Declared)
{
    private static readonly CallParameter Samples = new("int", "samples");

    public static KernelCall Forward { get; } = new(
        "void", "Forward", [CallParameter.Numbers("parameters"), CallParameter.Numbers("input"), CallParameter.Numbers("output")]);

    public static KernelCall ForwardBatch { get; } = new(
        "void", "ForwardBatch", [CallParameter.Numbers("parameters"), CallParameter.Numbers("inputs"), CallParameter.Numbers("outputs"), Samples]);

    public static KernelCall StepAgents { get; } = new(
        "void", "StepAgents", [CallParameter.Numbers("parameters"), CallParameter.Numbers("inputs"), CallParameter.Numbers("outputs"), new("int", "agents")]);

    public static KernelCall Loss { get; } = new(Real.Type, "Loss", [.. Data, Samples]);

    public static KernelCall Gradient { get; } = new(Real.Type, "Gradient", [.. Data, Samples, new($"Span<{Real.Type}>", "gradient"), CallParameter.Masks]);

    public static KernelCall Train { get; } = new(
        "double",
        "Train",
        [.. Data, CallParameter.Numbers("sampleWeights"), Samples, new(Real.Type, "scale"), CallParameter.Numbers("work"), CallParameter.Numbers("destination"), CallParameter.Masks]);

    public bool IsVoid => Type == "void";

    private static CallParameter[] Data =>
        [CallParameter.Numbers("parameters"), CallParameter.Numbers("inputs"), CallParameter.Numbers("targets"), CallParameter.Labels];

    /// <summary>The declaration in the class that chooses.</summary>
    /// <param name="model">The network.</param>
    public string Declaration(NetworkModel model) => $"{Type} {Name}({string.Join(", ", Passed(model).Select(parameter => parameter.Declaration))})";

    /// <summary>What is passed to kernels.</summary>
    /// <param name="model">The network.</param>
    public string Arguments(NetworkModel model) => string.Join(", ", Passed(model).Select(parameter => parameter.Given));

    /// <summary>What is passed to the interpreter, which is one for all networks: no labels are the null reference.</summary>
    /// <param name="model">The network.</param>
    public string InterpretedArguments(NetworkModel model) => string.Join(
        ", ", Declared.Where(parameter => model.DrawsMasks || parameter != CallParameter.Masks).Select(parameter => !model.IsClassifier && parameter == CallParameter.Labels ? "ref Unsafe.NullRef<int>()" : parameter.Given));

    private IEnumerable<CallParameter> Passed(NetworkModel model) => Declared
        .Where(parameter => model.IsClassifier || parameter != CallParameter.Labels)
        .Where(parameter => model.DrawsMasks || parameter != CallParameter.Masks);
}
