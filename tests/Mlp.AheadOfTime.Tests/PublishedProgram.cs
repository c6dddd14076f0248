using System.Collections.Generic;
using System.Threading.Tasks;

namespace Mlp.AheadOfTime.Tests;

/// <summary>A program that was compiled ahead of time.</summary>
/// <param name="Path">The executable file.</param>
/// <param name="BuildOutput">All that its publication printed.</param>
internal sealed record PublishedProgram(string Path, string BuildOutput)
{
    /// <summary>Runs it.</summary>
    /// <param name="arguments">What it is given.</param>
    public Task<ChildRun> Run(params string[] arguments) => ChildRun.StartProgram(Path, arguments, new Dictionary<string, string?>());
}
