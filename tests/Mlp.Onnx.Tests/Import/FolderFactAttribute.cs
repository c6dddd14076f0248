using System;
using Xunit;

namespace Mlp.Onnx.Tests.Import;

/// <summary>A test of files that are not part of the repository: it is skipped where no folder of them is named.</summary>
internal sealed class FolderFactAttribute : FactAttribute
{
    /// <summary>The environment variable that names the folder.</summary>
    private const string Variable = "MLP_ONNX_FOLDER";

    public FolderFactAttribute() => Skip = Folder is null ? $"By hand: {Variable} is a folder with a manifest.json and files." : null;

    /// <summary>The folder; null where none is named.</summary>
    internal static string? Folder => Environment.GetEnvironmentVariable(Variable);
}
