using System;
using System.Linq;
using System.Reflection;
using Mlp.Searching.Results;
using Mlp.Searching.Trials;
using Mlp.Training;

namespace Mlp.Searching.Space;

/// <summary>
/// What a search does with networks of one type, where the type itself is not known: it makes, trains and loads them. A network is made by its
/// constructor without parameters, and begins with what <see cref="INetwork{TSelf}.Initialize"/> makes of a seed.
/// </summary>
internal abstract class NetworkKind
{
    private protected NetworkKind(Type type, NetworkDescription description)
    {
        Type = type;
        Description = description;
        Signature = NetworkSignature.Of(type, description);
    }

    /// <summary>The type of its networks.</summary>
    internal Type Type { get; }

    /// <summary>What they are declared with.</summary>
    internal NetworkDescription Description { get; }

    /// <summary>The hash of that.</summary>
    internal string Signature { get; }

    /// <summary>The type as it is known on every host; nested and generic types with the name that reflection finds.</summary>
    internal string TypeName => $"{Type.FullName}, {Type.Assembly.GetName().Name}";

    /// <summary>The number of inputs.</summary>
    internal abstract int InputSize { get; }

    /// <summary>The number of outputs.</summary>
    internal abstract int OutputSize { get; }

    /// <summary>The number of weights and biases together.</summary>
    internal abstract int ParameterCount { get; }

    /// <summary>Trains a network on one fold.</summary>
    internal abstract FoldTraining Train(FoldTask task);

    /// <summary>Refuses samples and options that the network does not take; nothing is trained.</summary>
    /// <exception cref="ArgumentException">What does not fit.</exception>
    internal abstract void RequireFit(Dataset training, TrainerOptions options);

    /// <summary>Refuses samples whose targets are outside the domain of the loss.</summary>
    /// <exception cref="ArgumentException">What does not fit.</exception>
    internal abstract void RequireTargets(Dataset data);

    /// <summary>A network with the weights of a file, which predicts in the units of the data.</summary>
    internal abstract EnsembleMember Load(byte[] weights);

    /// <summary>The kind of a type that a host knows by its name.</summary>
    /// <exception cref="InvalidOperationException">This host has no such type, or another one of that name.</exception>
    internal static NetworkKind Resolve(NetworkReference reference)
    {
        Type type = Type.GetType(reference.TypeName, throwOnError: false)
            ?? throw new InvalidOperationException($"This host has no type {reference.TypeName}, a network of the search: start the same program on every host.");
        if (!type.IsClass || type.IsAbstract || type.GetConstructor(Type.EmptyTypes) is null || !IsNetworkOfItself(type))
        {
            throw new InvalidOperationException(
                $"{reference.TypeName} is no class that implements INetwork of itself and has a constructor without parameters, but is a network of the search: start the same program on every host.");
        }

        NetworkKind kind;
        try
        {
            kind = (NetworkKind)Activator.CreateInstance(typeof(NetworkKind<>).MakeGenericType(type), nonPublic: true)!;
        }
        catch (TargetInvocationException exception) when (exception.InnerException is { } inner)
        {
            throw new InvalidOperationException($"{reference.TypeName} cannot be used as a network of the search: {inner.Message}", inner);
        }

        return kind.Signature == reference.Signature
            ? kind
            : throw new InvalidOperationException(
                $"{reference.TypeName} is declared otherwise on this host than where the search began (signature {kind.Signature}, not {reference.Signature}): its layers, its loss, its optimizer or another argument differs. Start the same build on every host, or give the search another name.");
    }

    private static bool IsNetworkOfItself(Type type) => type.GetInterfaces().Any(contract =>
        contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(INetwork<>) && contract.GenericTypeArguments[0] == type);
}
