using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Mlp.Generator.Model;

namespace Mlp.Generator.Tests.Parsing;

/// <summary>The one list of emitted members knows every member of the contract, by name and parameters.</summary>
public sealed class EmittedMembersTests
{
    private static readonly Dictionary<Type, string> Spelling = new()
    {
        [typeof(float)] = "float",
        [typeof(int)] = "int",
        [typeof(ulong)] = "ulong",
        [typeof(ReadOnlySpan<float>)] = "System.ReadOnlySpan<float>",
        [typeof(ReadOnlySpan<int>)] = "System.ReadOnlySpan<int>",
        [typeof(Span<float>)] = "System.Span<float>",
    };

    [Fact]
    public void Every_member_of_INetwork_is_listed_for_every_network() =>
        MembersOf(typeof(INetwork<>)).ShouldBeSubsetOf(EmittedMembers.Of(isClassifier: false, isRecord: false));

    [Fact]
    public void Every_member_of_IClassifier_is_listed_for_classifiers_only()
    {
        List<EmittedMember> members = [.. MembersOf(typeof(IClassifier<>)), .. MembersOf(typeof(IClassifier))];
        members.ShouldBeSubsetOf(EmittedMembers.Of(isClassifier: true, isRecord: false));
        members.Intersect(EmittedMembers.Of(isClassifier: false, isRecord: false)).ShouldBeEmpty();
    }

    [Fact]
    public void Frozen_networks_have_every_member_of_IFrozenNetwork_and_no_other_method()
    {
        List<EmittedMember> listed = [.. EmittedMembers.Of(isClassifier: false, isRecord: false, NetworkUse.Frozen)];
        MembersOf(typeof(IFrozenNetwork<>)).ShouldBeSubsetOf(listed);
        listed.Where(member => member.Parameters is not null).ShouldBeSubsetOf(MembersOf(typeof(IFrozenNetwork<>)));
        EmittedMembers.Of(isClassifier: true, isRecord: false, NetworkUse.Frozen).Except(listed).Select(member => member.Name).ShouldBe(["ClassCount", "Classify"]);
    }

    [Fact]
    public void Networks_that_only_predict_have_every_member_of_their_contract_and_files_beside_it()
    {
        List<EmittedMember> contract = [.. MembersOf(typeof(IPredictor<>)), .. MembersOf(typeof(IClassPredictor<>)), .. MembersOf(typeof(IClassPredictor))];
        List<EmittedMember> listed = [.. EmittedMembers.Of(isClassifier: true, isRecord: false, NetworkUse.Predicts)];

        contract.ShouldBeSubsetOf(listed);
        listed.Where(member => member.Parameters is not null && member.Name is not ("Save" or "Load")).ShouldBeSubsetOf(contract);
    }

    [Fact]
    public void Records_have_no_Clone_of_that_name() =>
        EmittedMembers.Of(isClassifier: true, isRecord: false).Except(EmittedMembers.Of(isClassifier: true, isRecord: true))
            .ShouldHaveSingleItem().Name.ShouldBe("Clone");

    private static List<EmittedMember> MembersOf(Type type) =>
    [
        // What has a default is implemented explicitly, where it is at all.
        .. type.GetProperties().Where(property => property.GetMethod!.IsAbstract).Select(property => new EmittedMember(property.Name, null)),
        .. type.GetMethods().Where(method => !method.IsSpecialName).Select(method => new EmittedMember(method.Name, ParametersOf(method))),
    ];

    private static string ParametersOf(MethodInfo method) =>
        string.Join(", ", method.GetParameters().Select(parameter => Spelling[parameter.ParameterType]));
}
