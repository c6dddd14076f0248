using System.Collections.Generic;

namespace Mlp.Benchmarks.Peers;

/// <summary>What a contender reached at a work.</summary>
/// <param name="Nanoseconds">Of one sample; null without a time.</param>
/// <param name="Difference">The greatest from our result, as a part of the largest number; null where it is not the same function.</param>
/// <param name="HeapBytes">That a call allocates on the managed heap, by way; null outside this process.</param>
/// <param name="Remark">How it computed, or why it did not or not the same.</param>
internal sealed record Outcome(double? Nanoseconds, double? Difference, IReadOnlyDictionary<string, double>? HeapBytes, string Remark)
{
    /// <summary>Results further apart than this part of the largest number are not the same function's.</summary>
    private const double Tolerance = 1e-4;

    /// <summary>Whether it computed something else.</summary>
    public bool Disagrees => Difference > Tolerance;
}
