using Xunit;

namespace Mlp.SearchCluster.Tests;

/// <summary>The tests that share one server, one after the other: each of them wants the machine.</summary>
[CollectionDefinition(Name)]
public sealed class PostgresCollection : ICollectionFixture<PostgresServer>
{
    /// <summary>The name of the collection.</summary>
    public const string Name = "PostgreSQL";
}
