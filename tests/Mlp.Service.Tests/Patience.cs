using System;
using System.Diagnostics;
using System.Threading.Tasks;

namespace Mlp.Service.Tests;

/// <summary>How long a test waits for what must come: longer than any machine takes.</summary>
internal static class Patience
{
    public static TimeSpan Limit { get; } = TimeSpan.FromMinutes(2);

    /// <summary>Asks again and again until the answer is yes.</summary>
    public static async Task Until(string what, Func<Task<bool>> asked)
    {
        long start = Stopwatch.GetTimestamp();
        while (!await asked())
        {
            if (Stopwatch.GetElapsedTime(start) > Limit)
            {
                throw new TimeoutException($"waited in vain for {what}");
            }

            await Task.Delay(20);
        }
    }
}
