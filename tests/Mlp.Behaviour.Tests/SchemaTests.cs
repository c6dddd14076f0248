using System;
using System.IO;
using Mlp.Behaviour.Tests.Networks;
using Mlp.Behaviour.Tests.Networks.Constructed;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Behaviour.Tests;

/// <summary>Emitted networks remember what the data mean that they were fitted on, as long as their parameters are of that fit.</summary>
public sealed class SchemaTests
{
    private static readonly DataSchema Flowers = new()
    {
        ClassNames = ["setosa", "versicolor", "virginica"],
        Scaler = new StandardScaler([5, 3, 4, 1], [1, 0.5, 2, 0.7]),
    };

    [Theory]
    [EveryNetwork]
    public void Every_network_remembers_and_begins_with_nothing(NetworkCase network)
    {
        var fitted = (IFittedNetwork)network.Create(1).Sliced;
        fitted.Schema.ShouldBeNull();

        fitted.Schema = Flowers;

        fitted.Schema.ShouldBe(Flowers);
    }

    [Fact]
    public void A_fit_gives_a_network_the_schema_of_its_data()
    {
        Dataset data = Dataset.FromLabels([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0], 4, ["a", "b", "c"]);
        var network = new N4x16x3_ReLU_Softmax();

        Trainer.Fit(network, data, new TrainerOptions { Epochs = 1 });

        network.GetSchema()!.ClassNames.ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public void Initialize_forgets_and_new_parameters_do_not()
    {
        var network = new N4x16x3_ReLU_Softmax();
        Remember(network);

        network.SetParameters(new float[N4x16x3_ReLU_Softmax.ParameterCount]);
        network.GetSchema().ShouldBe(Flowers);

        network.Initialize(1);
        network.GetSchema().ShouldBeNull();
    }

    [Fact]
    public void A_clone_remembers_by_itself()
    {
        var network = new N4x16x3_ReLU_Softmax();
        Remember(network);

        N4x16x3_ReLU_Softmax clone = network.Clone();
        network.Initialize(1);

        clone.GetSchema().ShouldBe(Flowers);
    }

    [Fact]
    public void Copies_of_a_struct_share_what_they_remember_as_they_share_parameters()
    {
        var network = new StructNetwork(1);
        StructNetwork copy = network;
        StructNetwork clone = network.Clone();

        Remember(copy);

        network.GetSchema().ShouldBe(Flowers);
        clone.GetSchema().ShouldBeNull();
    }

    [Fact]
    public void What_is_loaded_remembers_what_was_saved()
    {
        var network = new N4x16x3_ReLU_Softmax(3);
        Remember(network);
        using var stream = new MemoryStream();
        network.Save(stream);
        stream.Position = 0;
        string path = Path.Combine(Directory.CreateTempSubdirectory("mlp-schema-").FullName, "iris.safetensors");
        network.Save(path);

        try
        {
            foreach (N4x16x3_ReLU_Softmax loaded in new[] { N4x16x3_ReLU_Softmax.Load(stream), N4x16x3_ReLU_Softmax.Load(path) })
            {
                loaded.GetSchema()!.ClassNames.ShouldBe(Flowers.ClassNames);
                loaded.GetSchema()!.Scaler.ShouldBe(Flowers.Scaler);
                Bitwise.AssertEqual(ParametersOf(loaded), ParametersOf(network), "parameters");
            }
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        }
    }

    [Fact]
    public void A_struct_that_is_loaded_remembers_too()
    {
        var network = new StructNetwork(3);
        Remember(network);
        using var stream = new MemoryStream();
        network.Save(stream);
        stream.Position = 0;

        StructNetwork.Load(stream).GetSchema()!.ClassNames.ShouldBe(Flowers.ClassNames);
    }

    [Fact]
    public void The_default_of_a_struct_and_a_copy_without_parameters_say_what_is_wrong()
    {
        Should.Throw<InvalidOperationException>(() => ((IFittedNetwork)default(StructNetwork)).Schema).Message.ShouldContain(nameof(StructNetwork));
        Should.Throw<InvalidOperationException>(() => ((IFittedNetwork)default(StructNetwork)).Schema = Flowers).Message.ShouldContain(nameof(StructNetwork));
        CopiedRecord copy = new CopiedRecord() with { };
        Should.Throw<InvalidOperationException>(() => ((IFittedNetwork)copy).Schema).Message.ShouldContain("copy constructor");

        copy.Initialize(1);

        copy.GetSchema().ShouldBeNull();
    }

    private static void Remember<TNetwork>(TNetwork network)
        where TNetwork : INetwork<TNetwork> => ((IFittedNetwork)network).Schema = Flowers;

    private static float[] ParametersOf(N4x16x3_ReLU_Softmax network)
    {
        float[] parameters = new float[N4x16x3_ReLU_Softmax.ParameterCount];
        network.CopyParametersTo(parameters);
        return parameters;
    }
}
