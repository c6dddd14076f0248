using Xunit;

namespace Mlp.Searching.Tests.Grains;

/// <summary>The tests that start silos, one after the other: each of them wants the machine.</summary>
[CollectionDefinition(Name)]
public sealed class SiloCollection
{
    /// <summary>The name of the collection.</summary>
    public const string Name = "Silos";
}
