using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace Mlp.Integration.Tests;

/// <summary>Where the build put the assemblies that the tests start or compile against.</summary>
internal static class BuiltFiles
{
    /// <summary>Test assemblies that run at every vector width.</summary>
    public static IEnumerable<string> WidthSuites => In("WidthSuites");

    /// <summary>A sample's program.</summary>
    public static string Sample(string name) => Named("Samples", name);

    /// <summary>A program that exists to be looked at while it runs.</summary>
    public static string Probe(string name) => Named("Probes", name);

    /// <summary>An assembly of the product.</summary>
    public static string Product(string name) => Named("Product", name);

    /// <summary>A file or folder that was copied beside the tests.</summary>
    public static string Beside(params string[] path) => Path.Combine([AppContext.BaseDirectory, .. path]);

    private static string Named(string list, string name) => In(list).Single(path => Path.GetFileNameWithoutExtension(path) == name);

    private static IEnumerable<string> In(string list) => typeof(BuiltFiles).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Where(metadata => metadata.Key == list)
        .Select(metadata => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, metadata.Value!.Replace('\\', '/'))));
}
