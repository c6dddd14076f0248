using System;
using Mlp.Testing.Reference;

namespace Mlp.Behaviour.Tests;

/// <summary>A theory over every network whose step is more than θ − αg.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryOptimizerAttribute : EveryNetworkAttribute
{
    /// <summary>
    /// Whether only those are wanted whose gradient has no jump, and whose steps converge: what deterministic networks compute is compared bit for bit
    /// elsewhere, and the steps of one of them jump about.
    /// </summary>
    public bool OnlySmooth { get; init; }

    /// <summary>Whether only those are wanted that name classes.</summary>
    public bool OnlyClassifiers { get; init; }

    protected override bool IsIncluded(NetworkCase network) =>
        network.Optimizer != new OptimizerConstants("SGD")
        && !(OnlySmooth && (network.Description.IsDeterministic || network.Optimizer.L1 > 0 || network.Uses(Activation.ReLU, Activation.LeakyReLU)))
        && (network.IsClassifier || !OnlyClassifiers);
}
