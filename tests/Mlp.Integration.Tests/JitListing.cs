using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;

namespace Mlp.Integration.Tests;

/// <summary>What the just-in-time compiler compiled in one run of the probe, and how well.</summary>
/// <param name="Run">The probe's own output.</param>
/// <param name="Methods">Every method in the order of its compilation.</param>
/// <param name="Shown">The kernels of populations and all steps, and what they call.</param>
public sealed partial record JitListing(ChildRun Run, IReadOnlyList<JitListing.Method> Methods, KernelCalls Shown)
{
    /// <summary>The method of the probe that is too long to be optimised.</summary>
    public const string Control = "TooLong";

    /// <summary>Methods that the compiler gave up optimising, the control apart.</summary>
    public IEnumerable<Method> Unoptimised => Methods.Where(method => method.IsUnoptimised && !method.IsControl);

    /// <summary>Kernels: the methods of a network for one vector width, the steps that it calls, and its loops over chunks.</summary>
    public IEnumerable<Method> Kernels => Methods.Where(method => KernelName().IsMatch(method.Name));

    /// <summary>Runs the probe under a switch.</summary>
    /// <param name="vectors">The switch.</param>
    /// <param name="isTiered">False compiles every method at once as well as the compiler can.</param>
    public static async Task<JitListing> Of(VectorSwitch vectors, bool isTiered)
    {
        string file = Path.GetTempFileName();
        try
        {
            Dictionary<string, string?> environment = vectors.Environment.ToDictionary();
            environment["DOTNET_TieredCompilation"] = isTiered ? null : "0";
            environment["DOTNET_TieredPGO"] = null;
            environment["DOTNET_JitStdOutFile"] = file;
            environment["DOTNET_JitDisasmSummary"] = "1";
            environment["DOTNET_JitDisasm"] = "Mlp.Generated.*_Population_Vector*:* Mlp.Generated.*:V512 Mlp.Generated.*:V256 Mlp.Generated.*:V128";
            ChildRun run = await ChildRun.Start([BuiltFiles.Probe("Mlp.JitProbe")], environment);
            string text = await File.ReadAllTextAsync(file);
            return new JitListing(run, [.. MethodLine().Matches(text).Select(Read)], KernelCalls.In(text.Split('\n')));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Method Read(Match line) => new(line.Groups[1].Value, line.Groups[2].Value);

    // "  71: JIT compiled Mlp.Generated.Net_Vector512:Forward(byref,byref,byref) [FullOpts, IL size=3190, code size=1631]"
    [GeneratedRegex(@"JIT compiled (.+) \[([^,\]]+(?:, then [^,\]]+)?)[^\]]*\]")]
    private static partial Regex MethodLine();

    [GeneratedRegex(@"^Mlp\.Generated\.\w+(?:_Vector\d+(?:\+\w+)?|_[0-9a-f]{16}):|^Mlp\.CompilerServices\.Chunks:")]
    private static partial Regex KernelName();

    /// <summary>One compilation of one method.</summary>
    /// <param name="Name">Its full name with parameter types.</param>
    /// <param name="Tier">How it was compiled, in the compiler's words.</param>
    public sealed record Method(string Name, string Tier)
    {
        /// <summary>True where the compiler asked for less than it could, for the method is too long.</summary>
        public bool IsUnoptimised => Tier.Contains("MinOpts", System.StringComparison.Ordinal);

        /// <summary>True for the method that proves the listing shows such cases.</summary>
        public bool IsControl => Name.Contains($":{Control}(", System.StringComparison.Ordinal);

        public override string ToString() => $"{Name} [{Tier}]";
    }
}
