using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace Mlp.Searching.Hosting;

/// <summary>Calls that are tried again for a while: a host that dies takes those that are on their way with it.</summary>
/// <param name="Most">How long a call is tried again.</param>
internal sealed record Patience(TimeSpan Most)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    /// <summary>Calls until it works.</summary>
    /// <exception cref="SearchException">It has not worked for too long.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    internal async Task<TResult> Call<TResult>(Func<Task<TResult>> call, CancellationToken cancellation = default)
    {
        long begin = Stopwatch.GetTimestamp();
        for (TimeSpan wait = FirstWait; ; wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                return await call().WaitAsync(cancellation).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not (SearchException or OperationCanceledException))
            {
                if (Stopwatch.GetElapsedTime(begin) > Most)
                {
                    throw new SearchException(FormattableString.Invariant(
                        $"The search cannot be reached, or cannot write, since {Most.TotalSeconds:0} seconds: {exception.Message} Look after the database, the disk and the network; the same name goes on."), exception);
                }
            }

            await Task.Delay(wait, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Calls until it works.</summary>
    /// <exception cref="SearchException">It has not worked for too long.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    internal Task Call(Func<Task> call, CancellationToken cancellation = default) => Call(
        async () =>
        {
            await call().ConfigureAwait(false);
            return true;
        },
        cancellation);
}
