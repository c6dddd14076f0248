using System.Collections.Generic;
using System.Linq;

namespace Mlp.Benchmarks.Peers;

/// <summary>What a contender says of a work: a time, or why there is none.</summary>
/// <param name="Nanoseconds">Of one sample; null without a time.</param>
/// <param name="Result">Its numbers; null where they are not those of the same function.</param>
/// <param name="Remark">How it computed, or why it did not or not the same.</param>
/// <param name="HeapBytes">That a call allocates on the managed heap, by way; null outside this process.</param>
internal sealed record Answer(double? Nanoseconds, float[]? Result, string Remark, IReadOnlyDictionary<string, double>? HeapBytes = null)
{
    /// <summary>No time, for a reason.</summary>
    public static Answer None(string reason) => new(null, null, reason);

    /// <summary>The faster of two answers to the same question, with the most heap bytes of each way.</summary>
    public Answer OrFaster(Answer other)
    {
        Answer faster = other.Nanoseconds < (Nanoseconds ?? double.PositiveInfinity) ? other : this;
        return faster with { HeapBytes = HeapBytes is null || other.HeapBytes is null ? HeapBytes ?? other.HeapBytes : Most(HeapBytes.Concat(other.HeapBytes)) };
    }

    private static Dictionary<string, double> Most(IEnumerable<KeyValuePair<string, double>> bytes) =>
        bytes.GroupBy(pair => pair.Key).ToDictionary(way => way.Key, way => way.Max(pair => pair.Value));
}
