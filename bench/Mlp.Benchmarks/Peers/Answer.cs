namespace Mlp.Benchmarks.Peers;

/// <summary>What a contender says of a work: a time, or why there is none.</summary>
/// <param name="Nanoseconds">Of one sample; null without a time.</param>
/// <param name="Result">Its numbers; null where they are not those of the same function.</param>
/// <param name="Remark">How it computed, or why it did not or not the same.</param>
/// <param name="HeapBytes">That a call allocates on the managed heap; null outside this process.</param>
internal sealed record Answer(double? Nanoseconds, float[]? Result, string Remark, double? HeapBytes = null)
{
    /// <summary>No time, for a reason.</summary>
    public static Answer None(string reason) => new(null, null, reason);

    /// <summary>The faster of two answers to the same question, with the most bytes that its way was seen to take.</summary>
    public Answer OrFaster(Answer other)
    {
        (Answer fast, Answer slow) = other.Nanoseconds < (Nanoseconds ?? double.PositiveInfinity) ? (other, this) : (this, other);
        return fast.Remark == slow.Remark && slow.HeapBytes > fast.HeapBytes ? fast with { HeapBytes = slow.HeapBytes } : fast;
    }
}
