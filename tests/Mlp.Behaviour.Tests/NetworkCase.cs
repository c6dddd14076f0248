using System;
using System.Linq;
using System.Reflection;
using Mlp.Testing.Reference;

namespace Mlp.Behaviour.Tests;

/// <summary>One network type as a row of a theory: its constants, and a way to make instances.</summary>
public abstract class NetworkCase
{
    public abstract Type Type { get; }

    public abstract int InputSize { get; }

    public abstract int OutputSize { get; }

    public abstract int ParameterCount { get; }

    public abstract NetworkDescription Description { get; }

    public abstract string Summary { get; }

    /// <summary>0 where the network does not name classes.</summary>
    public abstract int ClassCount { get; }

    public bool IsClassifier => ClassCount > 0;

    /// <summary>Whether a step drops values.</summary>
    public bool DrawsMasks => Description.Layers.Any(layer => layer.Kind == "Dropout");

    /// <summary>Multiplications and additions of a prediction.</summary>
    public long OperationsPerSample => Description.Layers.Sum(layer => layer.OperationsPerSample);

    public string Output => Description.Layers[^1].Activation;

    public string Loss => Description.Loss;

    public OptimizerConstants Optimizer => DeclaredOptimizer.Of(Type, Description);

    /// <summary>An instance with the parameters of this seed.</summary>
    public abstract NetworkInstance Create(ulong seed);

    /// <summary>What <c>default</c> gives: for a struct, a network that no constructor has seen.</summary>
    public abstract NetworkInstance CreateDefault();

    public bool Uses(params string[] activations) => Description.Layers.Any(layer => activations.Contains(layer.Activation));

    /// <summary>As many samples as are wanted, or as many as keep the oracle's work bounded.</summary>
    public int Affordable(int wanted) => Math.Clamp(1_500_000 / (int)Math.Max(ParameterCount, OperationsPerSample / 2), 1, wanted);

    public override string ToString() => Type.Name;
}

/// <summary>A network type that does not name classes.</summary>
internal class NetworkCase<TNetwork> : NetworkCase
    where TNetwork : INetwork<TNetwork>
{
    public override Type Type => typeof(TNetwork);

    public override int InputSize => TNetwork.InputSize;

    public override int OutputSize => TNetwork.OutputSize;

    public override int ParameterCount => TNetwork.ParameterCount;

    public override NetworkDescription Description => TNetwork.Description;

    public override string Summary => TNetwork.Summary;

    public override int ClassCount => 0;

    public override NetworkInstance Create(ulong seed) => Wrap(Construct(seed));

    public override NetworkInstance CreateDefault() => Wrap(default!);

    protected virtual NetworkInstance Wrap(TNetwork network) => new NetworkInstance<TNetwork>(network);

    private static TNetwork Construct(ulong seed)
    {
        if (typeof(TNetwork).GetConstructor([typeof(ulong)]) is ConstructorInfo constructor)
        {
            return (TNetwork)constructor.Invoke([seed]);
        }

        TNetwork network = Activator.CreateInstance<TNetwork>();
        network.Initialize(seed);
        return network;
    }
}

/// <summary>A network type that names classes.</summary>
internal sealed class ClassifierCase<TNetwork> : NetworkCase<TNetwork>
    where TNetwork : IClassifier<TNetwork>
{
    public override int ClassCount => TNetwork.ClassCount;

    protected override NetworkInstance Wrap(TNetwork network) => new ClassifierInstance<TNetwork>(network);
}
