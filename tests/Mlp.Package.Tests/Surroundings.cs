using System;
using System.IO;
using System.Linq;
using System.Reflection;

namespace Mlp.Package.Tests;

/// <summary>Where the tests stand, as the build that made them wrote it down.</summary>
internal static class Surroundings
{
    /// <summary>The root of the repository.</summary>
    public static string Repository { get; } = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, Recorded("Repository").Replace('\\', '/')));

    /// <summary>The packages that this machine has already.</summary>
    public static string PackageCache { get; } = Recorded("PackageCache");

    /// <summary>The version of the package.</summary>
    public static string Version { get; } = Recorded("Version");

    private static string Recorded(string name) => typeof(Surroundings).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == name).Value!;
}
