using System;
using System.Runtime.ExceptionServices;
using System.Threading;

namespace Mlp.Training;

/// <summary>
/// Threads that share the work of a batch with the calling one, again and again; they live until this is disposed. Starting and
/// joining them allocates nothing.
/// </summary>
/// <remarks>
/// A batch may take a few tens of µs, no more than it takes to wake a thread: who waits looks at a number for a while before it
/// sleeps. Two threads are started and joined in 0.3 µs; a <see cref="Barrier"/> took 7. The calling thread does part 0 itself.
/// </remarks>
internal sealed class SliceWorkers : IDisposable
{
    // About 40 µs on today's processors: the end of a batch is not further from the beginning of the next. With one processor
    // the others cannot get on while this thread looks.
    private static readonly int Looks = Environment.ProcessorCount > 1 ? 1000 : 0;

    // With more threads than processors: a round took 70 µs without yielding and takes 5 µs with it.
    private const int LooksBetweenYields = 32;

    private readonly object _gate = new();
    private readonly Thread[] _threads;
    private readonly ExceptionDispatchInfo?[] _failures;
    private Action<int>? _work;
    private int _parts;
    private int _round;
    private int _running;

    /// <summary>Starts the threads.</summary>
    /// <param name="degree">The number of threads, the calling one included: 1 or more.</param>
    internal SliceWorkers(int degree)
    {
        _threads = new Thread[degree - 1];
        _failures = new ExceptionDispatchInfo?[degree];
        try
        {
            for (int index = 0; index < _threads.Length; index++)
            {
                int part = index + 1;
                var thread = new Thread(() => Serve(part)) { IsBackground = true, Name = FormattableString.Invariant($"Mlp training {part}") };
                thread.Start();
                _threads[index] = thread;
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The number of threads, the calling one included.</summary>
    internal int Degree => _failures.Length;

    /// <summary>Does all parts, each on a thread of its own, and returns when all are done.</summary>
    /// <param name="parts">The number of parts: 1 to <see cref="Degree"/>.</param>
    /// <param name="work">Does one part, counted from 0. What it throws is thrown here, with its stack: that of the first part which fails.</param>
    internal void Run(int parts, Action<int> work)
    {
        if (parts == 1)
        {
            work(0);
            return;
        }

        _work = work;
        _parts = parts;
        _running = _threads.Length;
        BeginRound();
        Do(0);
        Join();
        _work = null;
        foreach (ref ExceptionDispatchInfo? failure in _failures.AsSpan())
        {
            if (failure is { } first)
            {
                Array.Clear(_failures);
                first.Throw();
            }
        }
    }

    /// <summary>Ends the threads and waits for them.</summary>
    public void Dispose()
    {
        _work = null;
        BeginRound();
        foreach (Thread? thread in _threads)
        {
            thread?.Join();
        }
    }

    /// <summary>The life of a thread: each round it does its part, until there is a round without work.</summary>
    private void Serve(int part)
    {
        for (int round = 1; ; round++)
        {
            Await(round);
            if (_work is null)
            {
                return;
            }

            Do(part);
            if (Interlocked.Decrement(ref _running) == 0)
            {
                lock (_gate)
                {
                    Monitor.PulseAll(_gate);
                }
            }
        }
    }

    private void Do(int part)
    {
        if (part >= _parts)
        {
            return;
        }

        try
        {
            _work!(part);
        }
        catch (Exception exception)
        {
            _failures[part] = ExceptionDispatchInfo.Capture(exception);
        }
    }

    /// <summary>Lets all threads go, awake or asleep. Whatever was written before is seen by them.</summary>
    private void BeginRound()
    {
        lock (_gate)
        {
            Volatile.Write(ref _round, _round + 1);
            Monitor.PulseAll(_gate);
        }
    }

    private void Await(int round)
    {
        for (int look = 0; look < Looks; look++)
        {
            if (Volatile.Read(ref _round) == round)
            {
                return;
            }

            Pause(look);
        }

        lock (_gate)
        {
            while (_round != round)
            {
                Monitor.Wait(_gate);
            }
        }
    }

    /// <summary>Waits for all others, whoever interrupts: none may still write when the caller goes on. An interruption is a failure of part 0.</summary>
    private void Join()
    {
        for (int look = 0; look < Looks; look++)
        {
            if (Volatile.Read(ref _running) == 0)
            {
                return;
            }

            Pause(look);
        }

        while (Volatile.Read(ref _running) != 0)
        {
            try
            {
                Sleep();
            }
            catch (ThreadInterruptedException interruption)
            {
                _failures[0] ??= ExceptionDispatchInfo.Capture(interruption);
            }
        }
    }

    private void Sleep()
    {
        lock (_gate)
        {
            while (Volatile.Read(ref _running) != 0)
            {
                Monitor.Wait(_gate);
            }
        }
    }

    /// <summary>Some 40 ns; now and then whoever else is ready may run here first: it may be the thread that is waited for.</summary>
    private static void Pause(int look)
    {
        if (look % LooksBetweenYields == LooksBetweenYields - 1)
        {
            Thread.Yield();
        }
        else
        {
            Thread.SpinWait(1);
        }
    }
}
