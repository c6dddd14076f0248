namespace Mlp.Benchmarks.Peers;

/// <summary>What one pass over a problem takes.</summary>
/// <param name="Nanoseconds">Of the fastest stretch.</param>
/// <param name="HeapBytes">Allocated on the managed heap by this thread, over all stretches.</param>
internal readonly record struct Turn(double Nanoseconds, double HeapBytes);
