namespace Mlp.Package.Tests;

/// <summary>All tests use one package, one after the other: each builds something, and needs the machine for itself.</summary>
[CollectionDefinition(Name)]
public sealed class PackageCollection : ICollectionFixture<PackedPackage>
{
    public const string Name = "Package";
}
