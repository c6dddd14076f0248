using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Mlp.Behaviour.Tests.ForcedPlans;
using Mlp.Behaviour.Tests.Networks;
using Xunit.Sdk;

namespace Mlp.Behaviour.Tests;

/// <summary>A theory over every declared network.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class EveryNetworkAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        NetworkCatalogue.All.Where(IsIncluded).Select(network => new object[] { network });

    protected virtual bool IsIncluded(NetworkCase network) => true;
}

/// <summary>A theory over every network that names classes.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryClassifierAttribute : EveryNetworkAttribute
{
    protected override bool IsIncluded(NetworkCase network) => network.IsClassifier;
}

/// <summary>A theory over every network that a few thousand samples go through in no time; rows are repeated, and must be the same each time: none that drops values.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EverySmallNetworkAttribute : EveryNetworkAttribute
{
    /// <summary>Of one sample, where the runtime interprets every network without vectors.</summary>
    private const int MostInterpreted = 5_000;

    /// <summary>Interpreted at every width, and as long about it as a hundred others: <see cref="Activations18_LeakyReLU0p3"/> goes the same way.</summary>
    private static readonly Type[] Slow = [typeof(Depth33_SiLU_Identity), typeof(Different12_Tanh_Softmax_Adam)];

    protected override bool IsIncluded(NetworkCase network) =>
        network.ParameterCount <= 20_000 && !network.DrawsMasks && !Slow.Contains(network.Type) && (ActiveWidth.HasKernels || network.OperationsPerSample <= MostInterpreted);
}
