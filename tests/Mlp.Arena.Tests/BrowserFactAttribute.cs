using System;
using System.IO;
using System.Linq;
using Xunit;

namespace Mlp.Arena.Tests;

/// <summary>A test in a real browser: it is skipped where the machine has none.</summary>
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Browser is null
        ? "There is no chromium on the PATH. Install it (Debian: apt-get install chromium), and the page is tried in it."
        : null;

    /// <summary>The path of chromium; null where there is none.</summary>
    internal static string? Browser { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(static folder => new[] { "chromium", "chromium-browser" }.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);
}
