using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Model;
using Mlp.Generator.Model.Layers;
using Mlp.Generator.Planning;

namespace Mlp.Behaviour.Tests.ForcedPlans;

/// <summary>A network whose plan is forced: one of a list that meets every kernel with full, nearly full and empty lanes.</summary>
internal sealed class ForcedShape
{
    private ForcedShape(int[] sizes, ActivationKind hidden, ActivationKind output, LossKind loss)
        : this(sizes, [hidden], output, loss)
    {
    }

    private ForcedShape(int[] sizes, ActivationModel[] hidden, ActivationModel output, LossKind loss)
        : this(
            Enumerable.Range(1, sizes.Length - 1)
                .Select(i => new DenseLayer(Shape.Of(sizes[i - 1]), sizes[i], i == sizes.Length - 1 ? ActivationKind.Identity : hidden[System.Math.Min(i, hidden.Length) - 1])),
            new HeadModel(output, loss),
            OptimizerModel.SGD)
    {
    }

    /// <summary>A network of any layers.</summary>
    public ForcedShape(IEnumerable<LayerModel> layers, HeadModel head, OptimizerModel optimizer, bool isDeterministic = false)
    {
        var shape = new NetworkModel(
            null!, layers.ToEquatableArray(), head, optimizer, InitializerKind.Uniform, MathKind.Default, HasOwnLayout: false, HasUserConstructor: false, Parameterless: null, HasCopyConstructor: false, IsDocumented: false, IsConstructible: true, Weights: null, NetworkUse.Trains, IsStatic: false, Form: new DeclarationForm("Mlp", "", ""))
        {
            IsDeterministic = isDeterministic,
        };
        Name = shape.ShapeName;
        Model = shape with { Type = shape.WithoutType().Type with { Name = Name, MetadataName = Name }, Form = new DeclarationForm("Mlp", Name, "") };
        OwnPlan = Plan(PlanChoices.Own);
    }

    /// <summary>Widths around the lanes of every vector, every kind of hidden activation, every output with each of its losses.</summary>
    public static IReadOnlyList<ForcedShape> All { get; } =
    [
        new([1, 1], ActivationKind.Identity, ActivationKind.Identity, LossKind.SquaredError),
        new([2, 70], ActivationKind.Identity, ActivationKind.Identity, LossKind.SquaredError),
        new([3, 3], ActivationKind.Identity, ActivationKind.Exp, LossKind.PoissonNegativeLogLikelihood),
        new([100, 3], ActivationKind.Identity, ActivationKind.Softmax, LossKind.CrossEntropy),
        new([2, 5, 1], ActivationKind.GELU, ActivationKind.Sigmoid, LossKind.BinaryCrossEntropy),
        new([3, 5, 2], ActivationKind.SiLU, ActivationKind.Softmax, LossKind.SquaredError),
        new([4, 16, 3], ActivationKind.ReLU, ActivationKind.Softmax, LossKind.CrossEntropy),
        new([5, 15, 4], ActivationKind.Tanh, ActivationKind.Identity, LossKind.SquaredError),
        new([6, 16, 16, 5], ActivationKind.LeakyReLU, ActivationKind.Sigmoid, LossKind.SquaredError),
        new([9, 17, 3], ActivationKind.Sigmoid, ActivationKind.Exp, LossKind.PoissonNegativeLogLikelihood),
        new([4, 31, 2], ActivationKind.ELU, ActivationKind.Softmax, LossKind.CrossEntropy),
        new([8, 32, 7], ActivationKind.ArcTan, ActivationKind.Identity, LossKind.SquaredError),
        new([3, 33, 6], ActivationKind.GELU, ActivationKind.Exp, LossKind.SquaredError),
        new([17, 31, 1], ActivationKind.ReLU, ActivationKind.Sigmoid, LossKind.BinaryCrossEntropy),
        new([1, 48, 1], ActivationKind.Tanh, ActivationKind.Identity, LossKind.SquaredError),
        new([8, 32, 32, 4], ActivationKind.Tanh, ActivationKind.Identity, LossKind.SquaredError),
        new([33, 20, 40], ActivationKind.ReLU, ActivationKind.Softmax, LossKind.CrossEntropy),
        new([64, 32, 10], ActivationKind.ReLU, ActivationKind.Softmax, LossKind.CrossEntropy),
        new([5, 90, 6], ActivationKind.Sigmoid, ActivationKind.Sigmoid, LossKind.BinaryCrossEntropy),
        new([7, 130, 9], ActivationKind.Softplus, ActivationKind.Softmax, LossKind.CrossEntropy),
        new([12, 6, 5], ActivationKind.ReLU, ActivationKind.Identity, LossKind.SquaredError),
        new([4, 4, 4, 4, 4], ActivationKind.SiLU, ActivationKind.Identity, LossKind.SquaredError),
        new([5, 15, 15, 4], [ActivationKind.Tanh, new(ActivationKind.LeakyReLU, 0.1)], new(ActivationKind.ELU, 0.5), LossKind.SquaredError),
        new([33, 20, 40, 3], [ActivationKind.ReLU6, ActivationKind.HardSwish], ActivationKind.Mish, LossKind.SquaredError),
        new([4, 31, 31, 2], [ActivationKind.Mish, ActivationKind.SELU], ActivationKind.Softmax, LossKind.CrossEntropy),
        new([7, 90, 9], [ActivationKind.Softsign], ActivationKind.HardSigmoid, LossKind.SquaredError),
        new([8, 32, 32, 7], [ActivationKind.HardSigmoid, new(ActivationKind.ELU, 2)], new(ActivationKind.LeakyReLU, 3), LossKind.SquaredError),
        new([40, 64, 96, 5], [ActivationKind.ReLU, ActivationKind.GELU], ActivationKind.Softmax, LossKind.CrossEntropy),
        new([7, 40, 64], ActivationKind.Tanh, ActivationKind.Identity, LossKind.SquaredError),
        new([130, 128, 3], ActivationKind.ReLU, ActivationKind.Softmax, LossKind.CrossEntropy),
        new([12, 11, 10, 9, 8, 7], ActivationKind.Tanh, ActivationKind.Identity, LossKind.SquaredError),
    ];

    public string Name { get; }

    public NetworkModel Model { get; }

    /// <summary>What the planners choose themselves.</summary>
    public NetworkPlan OwnPlan { get; }

    /// <summary>The same network, deterministic.</summary>
    public ForcedShape Deterministic() => new(Model.Layers, Model.Head, Model.Optimizer, isDeterministic: true);

    public NetworkPlan Plan(PlanChoices choices) => NetworkPlan.For(Model.WithoutType(), ActiveWidth.Vectors, choices);

    public override string ToString() => Name;
}
