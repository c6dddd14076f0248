using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Mlp.Behaviour.Tests.Networks;

namespace Mlp.Behaviour.Tests;

/// <summary>All declared networks that have instances, found by their attribute.</summary>
/// <remarks>The environment variable MLP_ONLY keeps those whose name contains it, for work on one kernel.</remarks>
public static class NetworkCatalogue
{
    // Differ in their constructors alone: see InitialParameterTests.
    private const string Constructed = "Mlp.Behaviour.Tests.Networks.Constructed";

    /// <summary>Every annotated type but those that are not trained and those of one shape, generic ones closed over <see cref="int"/>.</summary>
    public static IReadOnlyList<Type> AnnotatedTypes { get; } =
    [
        .. typeof(SmallestNetwork).Assembly.GetTypes().Concat(typeof(Lockstep.Policy).Assembly.GetTypes())
            .Where(type => type.GetCustomAttribute<NetworkDeclarationAttribute>(inherit: false) is { Frozen: false, Trains: true } && type.Namespace != Constructed)
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(Close),
    ];

    public static IReadOnlyList<NetworkCase> All { get; } = [.. AnnotatedTypes.Where(IsWanted).Select(Of)];

    /// <summary>The case of one network type, for tests that need a particular one.</summary>
    public static NetworkCase Of<TNetwork>() => Of(typeof(TNetwork));

    /// <summary>The case of a type that may come from another assembly.</summary>
    public static NetworkCase Of(Type type)
    {
        Type wrapper = Implements(type, typeof(IClassifier<>)) ? typeof(ClassifierCase<>) : typeof(NetworkCase<>);
        return (NetworkCase)Activator.CreateInstance(wrapper.MakeGenericType(type))!;
    }

    private static Type Close(Type type) =>
        type.IsGenericTypeDefinition
            ? type.MakeGenericType([.. type.GetGenericArguments().Select(_ => typeof(int))])
            : type;

    private static bool IsWanted(Type type) =>
        Environment.GetEnvironmentVariable("MLP_ONLY") is not { Length: > 0 } part || type.Name.Contains(part, StringComparison.Ordinal);

    private static bool Implements(Type type, Type definition) => Array.Exists(
        type.GetInterfaces(), candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == definition);
}
