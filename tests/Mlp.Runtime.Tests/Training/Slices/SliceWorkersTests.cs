using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Training.Slices;

/// <summary>The threads that share the work of a batch.</summary>
public sealed class SliceWorkersTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Each_round_does_each_part_once(int degree)
    {
        using var workers = new SliceWorkers(degree);
        int[] done = new int[degree];
        int[] expected = new int[degree];
        for (int round = 0; round < 2_000; round++)
        {
            int parts = (round % degree) + 1;
            workers.Run(parts, part => done[part]++);
            for (int part = 0; part < parts; part++)
            {
                expected[part]++;
            }

            done.ShouldBe(expected);
        }
    }

    /// <summary>The pauses are longer than a thread looks before it sleeps.</summary>
    [Fact]
    public void Sleepers_wake_up()
    {
        using var workers = new SliceWorkers(3);
        int done = 0;
        for (int round = 0; round < 5; round++)
        {
            workers.Run(3, part =>
            {
                Thread.Sleep(part == round % 3 ? 20 : 0);
                Interlocked.Increment(ref done);
            });
            done.ShouldBe(3 * (round + 1));
            Thread.Sleep(20);
        }
    }

    [Fact]
    public void Each_part_has_a_thread_of_its_own_and_part_0_the_callers()
    {
        var threads = new Thread[3];
        using (var workers = new SliceWorkers(3))
        {
            workers.Run(3, part => threads[part] = Thread.CurrentThread);
            Thread[] first = [.. threads];
            workers.Run(3, part => threads[part] = Thread.CurrentThread);
            threads.ShouldBe(first);
            threads[0].ShouldBe(Thread.CurrentThread);
            threads.Distinct().Count().ShouldBe(3);
            threads.Skip(1).ShouldAllBe(thread => thread.IsAlive && thread.IsBackground);
        }

        threads.Skip(1).ShouldAllBe(thread => !thread.IsAlive);
    }

    [Fact]
    public void What_a_part_throws_is_thrown_with_its_stack_when_all_have_ended_and_the_threads_work_on()
    {
        using var workers = new SliceWorkers(4);
        var ended = new ConcurrentBag<int>();
        InvalidOperationException exception = Should.Throw<InvalidOperationException>(() => workers.Run(4, part =>
        {
            Thread.Sleep(part == 3 ? 20 : 0);
            ended.Add(part);
            FailOn(part is 1 or 2, part);
        }));
        exception.Message.ShouldBe("part 1");
        exception.StackTrace.ShouldNotBeNull().ShouldContain(nameof(FailOn));
        ended.Order().ShouldBe([0, 1, 2, 3]);

        Should.Throw<InvalidOperationException>(() => workers.Run(4, part => FailOn(part == 0, part))).Message.ShouldBe("part 0");
        Should.Throw<InvalidOperationException>(() => workers.Run(1, part => FailOn(part == 0, part))).Message.ShouldBe("part 0");
        int done = 0;
        workers.Run(4, _ => Interlocked.Increment(ref done));
        done.ShouldBe(4);
    }

    /// <summary>Each thread counts for itself: other tests run beside this one.</summary>
    [Fact]
    public void A_round_allocates_nothing_on_any_thread()
    {
        using var workers = new SliceWorkers(2);
        long[] allocated = new long[2];
        Action<int> work = part => allocated[part] = GC.GetAllocatedBytesForCurrentThread();
        workers.Run(2, work);
        long[] before = [.. allocated];
        long beforeRounds = GC.GetAllocatedBytesForCurrentThread();
        for (int round = 0; round < 500; round++)
        {
            workers.Run(2, work);
        }

        (GC.GetAllocatedBytesForCurrentThread() - beforeRounds).ShouldBe(0);
        allocated[1].ShouldBe(before[1]);
    }

    /// <summary>Whoever catches the interruption may take back what the others have written: none of them may still write.</summary>
    [Fact]
    public void An_interrupted_round_throws_when_all_its_parts_have_ended()
    {
        int done = 0;
        int doneWhenThrown = 0;
        using var interrupted = new ManualResetEventSlim();
        var caller = new Thread(() =>
        {
            using var workers = new SliceWorkers(3);
            Should.Throw<ThreadInterruptedException>(() => workers.Run(3, part =>
            {
                if (part > 0)
                {
                    interrupted.Wait();
                }

                Interlocked.Increment(ref done);
            }));
            doneWhenThrown = done;
        });
        caller.Start();

        // An interruption takes effect where a thread sleeps: the caller has done its part and waits for the others.
        SpinWait.SpinUntil(() => Volatile.Read(ref done) == 1 && caller.ThreadState.HasFlag(ThreadState.WaitSleepJoin), 10_000).ShouldBeTrue();

        // Whoever would throw at once has the time to do so before the others end.
        caller.Interrupt();
        Thread.Sleep(100);
        interrupted.Set();
        caller.Join(10_000).ShouldBeTrue();
        doneWhenThrown.ShouldBe(3);
    }

    private static void FailOn(bool condition, int part)
    {
        if (condition)
        {
            throw new InvalidOperationException($"part {part}");
        }
    }
}
