using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Mlp.Behaviour.Tests.Networks;
using Mlp.Testing.Reference;
using Shouldly;
using Xunit;

namespace Mlp.Behaviour.Tests;

/// <summary>Every annotated type is a network, and says of itself what it was declared with.</summary>
public sealed class DeclarationTests
{
    public static IEnumerable<object[]> AnnotatedTypes => NetworkCatalogue.AnnotatedTypes.Select(type => new object[] { type });

    [Theory]
    [MemberData(nameof(AnnotatedTypes))]
    public void An_annotated_type_is_a_network(Type type) =>
        type.GetInterfaces().ShouldContain(typeof(INetwork<>).MakeGenericType(type));

    [Theory]
    [EveryNetwork]
    public void Description_is_what_was_declared(NetworkCase network)
    {
        NetworkDeclarationAttribute declared = network.Type.GetCustomAttribute<NetworkDeclarationAttribute>()!;
        NetworkDescription description = network.Description;

        if (declared is MlpAttribute mlp)
        {
            int[] sizes = [.. mlp.LayerSizes];
            LayerDescription[] dense = [.. description.Layers.Where(layer => layer.Kind != "PReLU")];
            dense.Select(layer => layer.Inputs).ShouldBe(sizes[..^1]);
            dense.Select(layer => layer.Outputs).ShouldBe(sizes[1..]);
            dense.ShouldAllBe(layer => layer.Kind == "Dense");
            for (int index = 0; index < dense.Length - 1; index++)
            {
                string named = ReferenceNetwork.HiddenActivation(mlp.Hidden, index + 1);
                bool learns = named.StartsWith(Activation.PReLU, StringComparison.Ordinal);
                SameName(dense[index].Activation, learns ? Activation.Identity : named).ShouldBeTrue();
                (description.Layers.SkipWhile(layer => layer != dense[index]).ElementAt(1).Kind == "PReLU").ShouldBe(learns);
            }
        }
        else
        {
            // What is declared and is a layer of its own, in its order.
            string[] kinds = [.. network.Type.GetCustomAttributes<LayerAttribute>().Select(layer => layer.GetType().Name.Replace("Attribute", "", StringComparison.Ordinal))];
            kinds.Except(["Flatten", "Activation"]).ShouldBe(description.Layers.Select(layer => layer.Kind).Except(["Activation", "PReLU"]));
            description.Layers[0].Inputs.ShouldBe(((NetworkAttribute)declared).InputShape.Aggregate(1, (size, extent) => size * extent));
        }

        SameName(network.Output, declared.Output).ShouldBeTrue();
        SameName(description.Loss, declared.Loss ?? ReferenceLoss.CanonicalFor(declared.Output)).ShouldBeTrue();
        SameName(description.Optimizer, declared.Optimizer).ShouldBeTrue();
        SameName(description.Initializer, declared.Initializer).ShouldBeTrue();
        network.InputSize.ShouldBe(description.Layers[0].Inputs);
        network.OutputSize.ShouldBe(description.Layers[^1].Outputs);
        description.Layers.Skip(1).Select(layer => layer.Inputs).ShouldBe(description.Layers.SkipLast(1).Select(layer => layer.Outputs));
        network.ParameterCount.ShouldBe(description.Layers.Sum(layer => layer.ParameterCount));
        int offset = 0;
        foreach (LayerDescription layer in description.Layers)
        {
            layer.ParameterOffset.ShouldBe(offset);
            offset += layer.ParameterCount;
        }
    }

    [Theory]
    [EveryNetwork]
    public void Softmax_and_a_single_sigmoid_name_classes(NetworkCase network) =>
        network.ClassCount.ShouldBe(network.Output switch
        {
            Activation.Softmax => network.OutputSize,
            Activation.Sigmoid when network.OutputSize == 1 => 2,
            _ => 0,
        });

    [Theory]
    [EveryNetwork]
    public void Summary_names_the_activations_and_the_number_of_parameters(NetworkCase network)
    {
        network.Summary.ShouldContain(network.Output);
        network.Summary.Replace(",", "", StringComparison.Ordinal).ShouldContain(network.ParameterCount.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Every_activation_is_that_of_a_hidden_layer_and_of_an_output()
    {
        if (Environment.GetEnvironmentVariable("MLP_ONLY") is { Length: > 0 })
        {
            return;
        }

        string[] names = [.. typeof(Activation).GetFields().Select(field => field.Name).Except([Activation.PReLU])];
        NetworkCatalogue.All.Select(network => network.Output).Intersect(names).ShouldBe(names, ignoreOrder: true);
        NetworkCatalogue.All.SelectMany(network => network.Description.Layers.SkipLast(1)).Select(layer => layer.Activation).Intersect(names)
            .ShouldBe(names.Except([Activation.Softmax, Activation.Exp]), ignoreOrder: true);
    }

    [Fact]
    public void The_default_of_a_struct_says_what_is_wrong()
    {
        NetworkCase network = NetworkCatalogue.Of<StructNetwork>();
        NetworkInstance unborn = network.CreateDefault();
        float[] inputs = new float[network.InputSize];
        float[] outputs = new float[network.OutputSize];
        Action[] calls =
        [
            () => unborn.Forward(inputs, outputs),
            () => unborn.ForwardBatch(inputs, outputs),
            () => unborn.Classify(inputs),
            () => unborn.ComputeLoss(inputs, new int[1]),
            () => unborn.ComputeGradient(inputs, new int[1], new float[network.ParameterCount]),
            () => unborn.ComputeInputGradient(inputs, new int[1], new float[network.InputSize]),
            () => unborn.Backpropagate(inputs, outputs, new float[network.ParameterCount], []),
            () => unborn.TrainStep(inputs, new int[1], 0.1f),
            () => unborn.ApplyGradient(new float[network.ParameterCount], 0.1f),
            () => unborn.CopyParametersTo(new float[network.ParameterCount]),
            () => unborn.Clone(),
        ];
        foreach (Action call in calls)
        {
            Should.Throw<InvalidOperationException>(call).Message.ShouldContain(nameof(StructNetwork));
        }
    }

    [Fact]
    public void A_users_constructor_does_the_initializing()
    {
        NetworkCase network = NetworkCatalogue.Of<ConstructedNetwork>();
        var named = new ConstructedNetwork("first");
        float[] parameters = new float[network.ParameterCount];
        named.CopyParametersTo(parameters);

        named.Name.ShouldBe("first");
        Bitwise.AssertEqual(parameters, Bench.ParametersOf(network.Create(7), network), "parameters");
    }

    [Fact]
    public void The_parameterless_constructor_is_seed_zero()
    {
        float[] parameters = new float[N4x16x3_ReLU_Softmax.ParameterCount];
        new N4x16x3_ReLU_Softmax().CopyParametersTo(parameters);

        NetworkCase network = NetworkCatalogue.Of<N4x16x3_ReLU_Softmax>();
        Bitwise.AssertEqual(parameters, Bench.ParametersOf(network.Create(0), network), "parameters");
    }

    private static bool SameName(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);
}
