using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Emission.Vectors;

namespace Mlp.Generator.Emission.Choice;

/// <summary>A call that the kernels of every width answer, and the runtime's interpreter.</summary>
/// <param name="Type">What it returns.</param>
/// <param name="Name">The method.</param>
/// <param name="Declared">All parameters, of which a network without classes leaves the labels out.</param>
internal sealed record KernelCall(string Type, string Name, IReadOnlyList<CallParameter> Declared)
{
    private static readonly CallParameter Samples = new("int", "samples");

    public static KernelCall Forward { get; } = new(
        "void", "Forward", [CallParameter.Numbers("parameters"), CallParameter.Numbers("input"), CallParameter.Numbers("output")]);

    public static KernelCall ForwardBatch { get; } = new(
        "void", "ForwardBatch", [CallParameter.Numbers("parameters"), CallParameter.Numbers("inputs"), CallParameter.Numbers("outputs"), Samples]);

    public static KernelCall Loss { get; } = new(Real.Type, "Loss", [.. Data, Samples]);

    public static KernelCall Gradient { get; } = new(Real.Type, "Gradient", [.. Data, Samples, new($"Span<{Real.Type}>", "gradient")]);

    public static KernelCall Train { get; } = new(
        "double",
        "Train",
        [.. Data, CallParameter.Numbers("sampleWeights"), Samples, new(Real.Type, "scale"), CallParameter.Numbers("work"), CallParameter.Numbers("destination")]);

    public bool IsVoid => Type == "void";

    private static CallParameter[] Data =>
        [CallParameter.Numbers("parameters"), CallParameter.Numbers("inputs"), CallParameter.Numbers("targets"), CallParameter.Labels];

    /// <summary>The declaration in the class that chooses.</summary>
    /// <param name="labelled">Whether the network has labels.</param>
    public string Declaration(bool labelled) => $"{Type} {Name}({string.Join(", ", Passed(labelled).Select(parameter => parameter.Declaration))})";

    /// <summary>What is passed to kernels.</summary>
    /// <param name="labelled">Whether the network has labels.</param>
    public string Arguments(bool labelled) => string.Join(", ", Passed(labelled).Select(parameter => parameter.Given));

    /// <summary>What is passed to the interpreter, which is one for all networks: no labels are the null reference.</summary>
    /// <param name="labelled">Whether the network has labels.</param>
    public string InterpretedArguments(bool labelled) => string.Join(
        ", ", Declared.Select(parameter => !labelled && parameter == CallParameter.Labels ? "ref Unsafe.NullRef<int>()" : parameter.Given));

    private IEnumerable<CallParameter> Passed(bool labelled) => Declared.Where(parameter => labelled || parameter != CallParameter.Labels);
}
