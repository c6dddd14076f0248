using System;
using System.Collections.Generic;
using Mlp.Behaviour.Tests.Networks.Constructed;
using Shouldly;
using Xunit;

namespace Mlp.Behaviour.Tests;

/// <summary>Parameters are drawn whichever constructor runs.</summary>
public sealed class InitialParameterTests
{
    private static readonly Dictionary<string, Func<float[]>> Constructions = new()
    {
        ["an emitted constructor"] = () => ParametersOf(new Emitted()),
        ["a derived class"] = () => ParametersOf<Emitted>(new Derived()),
        ["a primary constructor"] = () => ParametersOf(new Primary(2)),
        ["a class derived from one with a primary constructor"] = () => ParametersOf<Primary>(new DerivedFromPrimary()),
        ["a declared constructor"] = () => ParametersOf(new Declared()),
        ["a declared constructor with a parameter"] = () => ParametersOf(new Declared(3)),
        ["a declared constructor that runs another"] = () => ParametersOf(new Declared("net")),
        ["generic code"] = () => ParametersOf(Make<Declared>()),
        ["a record"] = () => ParametersOf(new EmptyRecord()),
        ["a positional record"] = () => ParametersOf(new PositionalRecord("net")),
        ["a copied record"] = () => ParametersOf(new PositionalRecord("net") with { Name = "other" }),
        ["a record with a copy constructor"] = () => ParametersOf(new CopiedRecord()),
        ["a copy by a copy constructor"] = () => ParametersOf(new CopiedRecord { GivesParameters = true } with { GivesParameters = false }),
        ["a struct"] = () => ParametersOf(new EmittedStruct()),
        ["a struct in generic code"] = () => ParametersOf(Make<EmittedStruct>()),
        ["a struct's declared constructor"] = () => ParametersOf(new DeclaredStruct("net")),
        ["a struct's declared constructor that runs the one without parameters"] = () => ParametersOf(new DeclaredStruct("net", 2)),
        ["a struct that declares no constructor without parameters"] = () => ParametersOf(new DeclaredStruct()),
        ["a struct that declares none, in generic code"] = () => ParametersOf(Make<DeclaredStruct>()),
        ["a struct that declares one without parameters"] = () => ParametersOf(new ParameterlessStruct()),
        ["a struct that declares one of each"] = () => ParametersOf(new ParameterlessStruct(3)),
        ["a struct's primary constructor"] = () => ParametersOf(new PrimaryStruct(2, DateTime.UnixEpoch, "net")),
        ["a struct with a primary constructor"] = () => ParametersOf(new PrimaryStruct()),
        ["a struct with a primary constructor, in generic code"] = () => ParametersOf(Make<PrimaryStruct>()),
        ["a positional record struct"] = () => ParametersOf(new PositionalRecordStruct(2, "net", default)),
        ["a positional record struct without arguments"] = () => ParametersOf(new PositionalRecordStruct()),
        ["a positional record struct in generic code"] = () => ParametersOf(Make<PositionalRecordStruct>()),
        ["a generic struct"] = () => ParametersOf(new GenericStruct<string>()),
        ["a struct with required members"] = () => ParametersOf(new RequiringStruct()),
        ["a struct whose primary constructor takes a reference"] = () => ParametersOf(Referring()),
    };

    public static TheoryData<string> Names => [.. Constructions.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Parameters_are_those_of_seed_zero_however_an_instance_comes_to_be(string construction) =>
        Bitwise.AssertEqual(Constructions[construction](), ParametersOf(new Emitted(0)), construction);

    [Fact]
    public void Initialize_in_a_users_constructor_draws_with_its_seed()
    {
        Bitwise.AssertEqual(ParametersOf(new Seeded()), ParametersOf(new Emitted(7)), "its own seed");
        Bitwise.AssertEqual(ParametersOf(new Seeded(9)), ParametersOf(new Emitted(9)), "the caller's seed");
    }

    [Fact]
    public void Parameters_are_there_before_the_constructor_of_a_base_class() => new AskedByItsBase().Answer.ShouldNotBe(0);

    [Fact]
    public void A_struct_without_arguments_has_the_defaults_of_its_primary_constructor()
    {
        var network = new PrimaryStruct();
        (network.Version, network.Since, network.Length).ShouldBe((0, default(DateTime), 0));
        var positional = new PositionalRecordStruct();
        (positional.Version, positional.Name, positional.Pair).ShouldBe((0, null, default));
        new DeclaredStruct().Name.ShouldBe("nobody");
        new RequiringStruct().Name.ShouldBeNull();
    }

    [Fact]
    public void A_network_learns_from_where_a_users_constructor_leaves_it()
    {
        var network = new PositionalRecord("net");
        float[] inputs = [1, 0, 0, 0, 1, 0];
        float[] targets = [1, 0, 0, 1];
        float before = network.ComputeLoss(inputs, targets);
        for (int step = 0; step < 500; step++)
        {
            network.TrainStep(inputs, targets, 0.1f);
        }

        network.ComputeLoss(inputs, targets).ShouldBeLessThan(before / 100);
    }

    [Fact]
    public void A_default_struct_is_an_error_of_use_however_it_came_to_be()
    {
        Should.Throw<InvalidOperationException>(() => ParametersOf(default(DeclaredStruct))).Message.ShouldContain(nameof(DeclaredStruct));
        Should.Throw<InvalidOperationException>(() => ParametersOf((new PositionalRecordStruct[1])[0])).Message.ShouldContain("default");
        Should.Throw<InvalidOperationException>(() => ParametersOf(new ReferringStruct())).Message.ShouldContain(nameof(ReferringStruct));
        Should.Throw<InvalidOperationException>(() => default(PrimaryStruct).Initialize(1)).Message.ShouldContain("constructor");
    }

    [Fact]
    public void A_copy_that_its_constructor_gave_no_parameters_says_so_and_can_be_given_some()
    {
        CopiedRecord copy = new CopiedRecord() with { };

        Should.Throw<InvalidOperationException>(() => ParametersOf(copy)).Message.ShouldContain("copy constructor");

        // What is refused does not count as parameters.
        Should.Throw<ArgumentException>(() => copy.SetParameters(new float[1]));
        Should.Throw<InvalidOperationException>(() => ParametersOf(copy)).Message.ShouldContain("copy constructor");
        copy.Initialize(7);
        copy.TrainStep([1, 2, 3], [1, 0], 0f);
        Bitwise.AssertEqual(ParametersOf(copy), ParametersOf(new Emitted(7)), "parameters");
    }

    private static TNetwork Make<TNetwork>()
        where TNetwork : INetwork<TNetwork>, new() => new();

    private static ReferringStruct Referring()
    {
        int count = 0;
        return new ReferringStruct(ref count);
    }

    private static float[] ParametersOf<TNetwork>(TNetwork network)
        where TNetwork : INetwork<TNetwork>
    {
        float[] parameters = new float[TNetwork.ParameterCount];
        network.CopyParametersTo(parameters);
        return parameters;
    }
}
