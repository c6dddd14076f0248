using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;

namespace Mlp.Integration.Tests;

/// <summary>
/// What kernels call in the code that the JIT made of them. Words and tiles are methods that the JIT must compile into their kernel. It stops where a
/// method has too many variables; from there on each word is a call, and the kernel is ten times slower.
/// </summary>
/// <param name="Kernels">The kernels whose code is shown, in the order of their compilation.</param>
/// <param name="Calls">Which of them calls which word or tile; none where all is well.</param>
public sealed partial record KernelCalls(IReadOnlyList<string> Kernels, IReadOnlyCollection<string> Calls)
{
    /// <summary>Reads a listing of the JIT.</summary>
    /// <param name="lines">Its lines.</param>
    public static KernelCalls In(IEnumerable<string> lines)
    {
        var kernels = new List<string>();
        var calls = new SortedSet<string>(StringComparer.Ordinal);
        string kernel = "";
        foreach (string line in lines)
        {
            if (Kernel().Match(line) is { Success: true } begun)
            {
                kernel = begun.Groups[1].Value;
                kernels.Add(kernel);
            }
            else if (Call().Match(line) is { Success: true } call)
            {
                calls.Add($"{kernel} calls {call.Groups[1].Value}");
            }
        }

        return new KernelCalls(kernels, calls);
    }

    // Emitted classes of kernels are called after their vectors, and are optimised at once.
    [GeneratedRegex(@"^; Assembly listing for method (Mlp\.Generated\.\w+(?:_Vector\d+(?:\+\w+)?|_[0-9a-f]{16}):\w+)")]
    private static partial Regex Kernel();

    [GeneratedRegex(@"^ +call +\[Mlp\.CompilerServices\.((?:Deterministic)?(?:Vectors|VectorMath|FastVectorMath|VectorLanes|Lanes|Floats|Tiles|LaneDots|One|Two|Three|Four|Forward|Error|Update|PlainError)\b?[^\]]*)\]")]
    private static partial Regex Call();
}
