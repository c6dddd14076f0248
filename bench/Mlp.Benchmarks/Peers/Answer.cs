namespace Mlp.Benchmarks.Peers;

/// <summary>What a contender says of a work: a time, or why there is none.</summary>
/// <param name="Nanoseconds">Of one sample; null without a time.</param>
/// <param name="Result">Its numbers; null where they are not those of the same function.</param>
/// <param name="Remark">How it computed, or why it did not or not the same.</param>
internal sealed record Answer(double? Nanoseconds, float[]? Result, string Remark)
{
    /// <summary>No time, for a reason.</summary>
    public static Answer None(string reason) => new(null, null, reason);
}
