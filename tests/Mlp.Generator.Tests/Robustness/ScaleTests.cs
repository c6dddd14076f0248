using System;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CSharp;
using Mlp.Generator.Tests.Harness;
using Xunit.Abstractions;

namespace Mlp.Generator.Tests.Robustness;

/// <summary>Many networks in one compilation are quickly done, and quickly given up.</summary>
public sealed class ScaleTests(ITestOutputHelper output)
{
    private const int Count = 500;

    [Fact]
    public async Task Five_hundred_networks_take_less_than_a_minute()
    {
        CSharpCompilation compilation = ManyNetworks();
        var watch = Stopwatch.StartNew();

        Generating.Networks(compilation).Count.ShouldBe(Count);
        TimeSpan generating = watch.Elapsed;
        (await Analyzing.RunAsync(compilation)).ShouldBeEmpty();

        output.WriteLine($"{Count} networks: driver {generating.TotalMilliseconds:0} ms, analyzer {(watch.Elapsed - generating).TotalMilliseconds:0} ms");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void Cancellation_is_answered_within_50_ms()
    {
        _ = Generating.Networks(ManyNetworks());
        TimeSpan best = TimeSpan.MaxValue;
        for (int attempt = 0; attempt < 20 && best > TimeSpan.FromMilliseconds(50); attempt++)
        {
            if (TimeToCancel(ManyNetworks(), TimeSpan.FromMilliseconds(10 + attempt)) is { } answered && answered < best)
            {
                best = answered;
            }
        }

        output.WriteLine($"cancelled within {best.TotalMilliseconds:0.0} ms");
        best.ShouldBeLessThanOrEqualTo(TimeSpan.FromMilliseconds(50));
    }

    [Fact]
    public async Task A_cancelled_run_throws_instead_of_emitting_half()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Should.Throw<OperationCanceledException>(() => Generating.Run(ManyNetworks(), cancelled.Token));
        await Should.ThrowAsync<OperationCanceledException>(() => Analyzing.RunAsync(ManyNetworks(), cancelled.Token));
    }

    /// <summary>The time from cancelling to the answer; null where the run was done before.</summary>
    private static TimeSpan? TimeToCancel(CSharpCompilation compilation, TimeSpan delay)
    {
        using var source = new CancellationTokenSource();
        long cancelledAt = 0;
        using CancellationTokenRegistration registration = source.Token.Register(() => cancelledAt = Stopwatch.GetTimestamp());
        source.CancelAfter(delay);
        try
        {
            Generating.Run(compilation, source.Token);
            return null;
        }
        catch (OperationCanceledException)
        {
            return Stopwatch.GetElapsedTime(Volatile.Read(ref cancelledAt));
        }
    }

    private static CSharpCompilation ManyNetworks() => Compiling.Compile(
        [.. Enumerable.Range(0, Count).Select(i => $"namespace Many; [Mlp.Mlp({i % 50 + 1}, 16, 3, Output = \"Softmax\")] public sealed partial class Net{i};")]);
}
