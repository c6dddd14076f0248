using System;
using Mlp;

[assembly: CLSCompliant(true)]

namespace Consumers;

/// <summary>A class that names one of two.</summary>
[Mlp(2, 8, 1, Hidden = "Tanh", Output = "Sigmoid")]
public sealed partial class Either;

/// <summary>A class that is not sealed, with a member of its own.</summary>
[Mlp(4, 16, 3, Hidden = Activation.ReLU, Output = Activation.Softmax)]
public partial class Species
{
    /// <summary>What the classes are called.</summary>
    public string Title { get; init; } = "species";
}

/// <summary>A record.</summary>
[Mlp(3, 12, 12, 2, Hidden = "GELU", Initializer = "HeNormal")]
public sealed partial record Position;

/// <summary>A record struct.</summary>
[Mlp(3, 5, 2, Output = "Softmax", Optimizer = "Nesterov", WeightDecay = 1e-5)]
public partial record struct Tiny;

/// <summary>A struct: regression.</summary>
[Mlp(1, 16, 1, Hidden = "Tanh")]
internal partial struct Curve;

// A name of lower-case letters, answered for here and nowhere else.
#pragma warning disable CS8981

/// <summary>A flower.</summary>
[Mlp(4, 16, 3, Output = "Softmax")]
public sealed partial class @iris;

#pragma warning restore CS8981

/// <summary>What is on its way out.</summary>
[Obsolete("Use Species.")]
internal static partial class Former
{
    /// <summary>A species.</summary>
    [Mlp(4, 16, 3, Output = "Softmax")]
    internal sealed partial class Genus;
}

/// <summary>Ten layers.</summary>
[Mlp(2, 4, 4, 4, 4, 4, 4, 4, 4, 4, 2)]
public sealed partial class Deep;

/// <summary>Nested in a generic type, and generic itself.</summary>
internal static partial class Family<TMember>
{
    /// <summary>Counts, with the Poisson loss.</summary>
    [Mlp(8, 1, Output = "Exp")]
    internal sealed partial class Counter<TKey>
        where TKey : notnull;
}

/// <summary>A network that nobody can make without a name: it saves, and has no Load.</summary>
[Mlp(2, 3)]
public sealed partial class Named(string name)
{
    /// <summary>What it is called.</summary>
    public string Name => name;
}

/// <summary>A network with a member that whoever makes one must set: it saves, and has no Load.</summary>
[Mlp(2, 3)]
public sealed partial class Titled
{
    /// <summary>What it is called.</summary>
    public required string Title { get; init; }
}
