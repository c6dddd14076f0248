using System.IO;
using System.Threading.Tasks;

namespace Mlp.Package.Tests;

/// <summary>The packages, made once for all tests, and the temporary folder in which they work with them.</summary>
public sealed class PackedPackage : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlp-package-");

    /// <summary>A folder of packages that has these and their symbols, and no others.</summary>
    public string Feed => FolderOf("feed");

    /// <summary>A folder of that name among those that are deleted in the end.</summary>
    public string FolderOf(string name) => Path.Combine(_folder.FullName, name);

    public Task InitializeAsync() =>
        new Checkout(FolderOf("clone")).Pack(Feed, "Mlp.Runtime", "Mlp.Onnx", "Mlp.Plots", "Mlp.Search", "Mlp.SnapshotTesting", "Mlp.Templates", "Mlp.Tool");

    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }
}
