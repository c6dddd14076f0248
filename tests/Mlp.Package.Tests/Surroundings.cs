using System.Linq;
using System.Reflection;

namespace Mlp.Package.Tests;

/// <summary>What the tests know of the build that made them.</summary>
internal static class Surroundings
{
    /// <summary>The packages that this machine has already.</summary>
    public static string PackageCache { get; } = Recorded("PackageCache");

    /// <summary>The version of the package.</summary>
    public static string Version { get; } = Recorded("Version");

    private static string Recorded(string name) => typeof(Surroundings).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == name).Value!;
}
