using System;
using System.IO;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace Mlp.Testing;

/// <summary>A compiled consumer in a load context of its own, unloaded on disposal.</summary>
public sealed class LoadedAssembly(AssemblyLoadContext context, Assembly assembly) : IDisposable
{
    public Assembly Assembly { get; } = assembly;

    /// <summary>Compiles and loads.</summary>
    /// <exception cref="InvalidOperationException">It does not compile.</exception>
    public static LoadedAssembly Of(Compilation compilation)
    {
        using var image = new MemoryStream();
        EmitResult result = compilation.Emit(image);
        if (!result.Success)
        {
            throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
        }

        image.Position = 0;
        var context = new AssemblyLoadContext(compilation.AssemblyName, isCollectible: true);
        return new LoadedAssembly(context, context.LoadFromStream(image));
    }

    /// <summary>A type by its metadata name.</summary>
    public Type Type(string metadataName) => Assembly.GetType(metadataName, throwOnError: true)!;

    public void Dispose() => context.Unload();
}
