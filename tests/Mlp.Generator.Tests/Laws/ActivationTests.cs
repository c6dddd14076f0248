using System;
using System.Linq;
using Mlp.CompilerServices;
using Mlp.Generator.Emission.Activations;
using Mlp.Generator.Model;
using Mlp.Generator.Planning;
using Mlp.Testing.Reference;

namespace Mlp.Generator.Tests.Laws;

/// <summary>Every activation has its places: functions of the runtime, the interpreter, an oracle, rows in the documentation.</summary>
public sealed class ActivationTests
{
    public static TheoryData<string> Names => [.. Enum.GetNames<ActivationKind>()];

    /// <summary>Those that are a function of each value; what learns is a layer, and has the places of one.</summary>
    public static TheoryData<string> Functions => [.. Enum.GetNames<ActivationKind>().Except([Activation.PReLU])];

    [Theory]
    [MemberData(nameof(Functions))]
    public void The_runtime_has_what_kernels_call(string name)
    {
        var kind = Enum.Parse<ActivationKind>(name);
        double?[] constants = ActivationModel.UsualConstant(kind) is { } usual ? [null, usual * 2] : [null];
        foreach (ActivationModel activation in constants.Select(constant => new ActivationModel(kind, constant)))
        {
            ActivationFormula formula = ActivationFormula.Of(activation);
            int arguments = activation.Constant is null ? 1 : 2;
            if (formula.Method.Length > 0)
            {
                Overloads(formula.Method, arguments).ShouldBe(4, name);
                Overloads(formula.Method + "Slope", arguments).ShouldBe(kind == ActivationKind.Exp ? 0 : 4, name);
            }

            if (ActivationTraits.IsFused(activation))
            {
                IsTileFunction(formula.TileFunction).ShouldBeTrue(formula.TileFunction);
            }

            // Outputs alone have no layer above that sends an error back through them.
            if (kind is not (ActivationKind.Identity or ActivationKind.Softmax or ActivationKind.Exp) && !ActivationTraits.StoresSlope(activation))
            {
                IsTileFunction(formula.TileSlope).ShouldBeTrue(formula.TileSlope);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void The_interpreter_computes_it(string name)
    {
        string loss = name == Activation.Softmax ? Loss.CrossEntropy : Loss.SquaredError;
        var layer = new LayerDescription("Dense", 2, 3, name, 0);

        new InterpretedNetwork(new NetworkDescription([layer], loss, Optimizer.SGD, Initializer.Uniform), new TensorLayout(0, [3, 2], [16, 1]), new TensorLayout(48, [3], [1]))
            .TrainingSamples.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_has_an_oracle_and_is_in_the_documentation(string name)
    {
        if (name != Activation.PReLU)
        {
            ReferenceFunction.Of(name).Name.ShouldBe(name);
        }

        Repository.Read("README.md").Split('\n').Count(line => (line.StartsWith("| `Hidden`", StringComparison.Ordinal) || line.StartsWith("| `Output`", StringComparison.Ordinal)) && Words(line).Contains(name)).ShouldBePositive();
        Words(Repository.Read("docs", "diagnostics", "MLP0014.md")).ShouldContain(name);
        Repository.Read("docs", "weights.md").Split('\n').Count(line => line.StartsWith($"| {name} |", StringComparison.Ordinal) || line.StartsWith($"| {name}, ", StringComparison.Ordinal)).ShouldBe(1);
    }

    private static int Overloads(string function, int arguments) =>
        typeof(VectorMath).GetMethods().Count(method => method.Name == function && method.GetParameters().Length == arguments);

    private static bool IsTileFunction(string type)
    {
        string[] parts = type.Split('<');
        string name = parts.Length == 1 ? type : parts[0] + "`1";
        return typeof(ITileFunction).IsAssignableFrom(typeof(VectorMath).Assembly.GetType("Mlp.CompilerServices." + name, throwOnError: true));
    }

    private static string[] Words(string text) => text.Split([' ', ',', '.', ';', ':', '\n', '|', '`', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
}
