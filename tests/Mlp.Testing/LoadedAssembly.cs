using System;
using System.Reflection;
using System.Runtime.Loader;

namespace Mlp.Testing;

/// <summary>A compiled consumer in a load context of its own, unloaded on disposal.</summary>
public sealed class LoadedAssembly(AssemblyLoadContext context, Assembly assembly) : IDisposable
{
    public Assembly Assembly { get; } = assembly;

    /// <summary>A type by its metadata name.</summary>
    public Type Type(string metadataName) => Assembly.GetType(metadataName, throwOnError: true)!;

    public void Dispose() => context.Unload();
}
