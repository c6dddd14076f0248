using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Mlp.Serving;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Serving;

/// <summary>One reference, one writer or several, and readers that never see half of anything.</summary>
public sealed class ModelHolderTests
{
    private const int Exchanges = 100_000;

    /// <summary>
    /// Readers on all cores look at network, version, hash and outputs, while a writer exchanges: all belong to one version, and
    /// versions only rise. Each reader goes on until it has seen the last one.
    /// </summary>
    [Fact]
    public async Task Each_output_belongs_to_exactly_one_published_version_during_100_000_exchanges()
    {
        var holder = new ModelHolder<StampedNetwork>(new StampedNetwork(1), "1");
        using var started = new CountdownEvent(Environment.ProcessorCount);
        Task<int>[] readers = [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Factory.StartNew(
            () => Read(holder, Exchanges + 1, started), TaskCreationOptions.LongRunning))];

        started.Wait(TimeSpan.FromSeconds(60)).ShouldBeTrue();
        for (int version = 2; version <= Exchanges + 1; version++)
        {
            holder.Publish(new StampedNetwork(version), version.ToString()).Version.ShouldBe(version);
        }

        int[] seen = await Task.WhenAll(readers).WaitAsync(TimeSpan.FromSeconds(60));
        seen.ShouldAllBe(versions => versions >= 2);
        holder.Current.Version.ShouldBe(Exchanges + 1);
    }

    [Fact]
    public async Task Several_writers_leave_no_gap_and_no_version_twice()
    {
        var holder = new ModelHolder<StampedNetwork>(new StampedNetwork(0));
        Task<List<long>>[] writers = [.. Enumerable.Range(1, 4).Select(writer => Task.Factory.StartNew(
            () =>
            {
                List<long> mine = [];
                for (int round = 0; round < 5_000; round++)
                {
                    mine.Add(holder.Publish(new StampedNetwork(writer)).Version);
                }

                return mine;
            },
            TaskCreationOptions.LongRunning))];

        List<long>[] versions = await Task.WhenAll(writers).WaitAsync(TimeSpan.FromSeconds(60));
        foreach (List<long> own in versions)
        {
            own.ShouldBe(own.Order());
        }

        versions.SelectMany(own => own).Order().ShouldBe(Enumerable.Range(2, 20_000).Select(version => (long)version));
        holder.Current.Version.ShouldBe(20_001);
    }

    [Fact]
    public void A_request_keeps_what_it_took()
    {
        var holder = new ModelHolder<StampedNetwork>(new StampedNetwork(1), "one");
        Published<StampedNetwork> taken = holder.Current;
        Published<StampedNetwork> second = holder.Publish(new StampedNetwork(2), "two");

        (taken.Version, taken.Network.Stamp, taken.ContentHash).ShouldBe((1, 1, "one"));
        holder.Current.ShouldBeSameAs(second);
        (second.Version, second.Network.Stamp, second.ContentHash).ShouldBe((2, 2, "two"));
    }

    [Fact]
    public void Time_is_the_clocks()
    {
        var time = new ManualTime();
        DateTimeOffset start = time.GetUtcNow();
        var holder = new ModelHolder<StampedNetwork>(new StampedNetwork(1), timeProvider: time);
        time.Advance(TimeSpan.FromMinutes(3));
        holder.Publish(new StampedNetwork(2), "0123456789abcdef").PublishedAt.ShouldBe(start.AddMinutes(3));

        holder.Current.ToString().ShouldBe("version 2, 0123456789ab, published 2030-01-01 00:03:00 +00:00");
        new ModelHolder<StampedNetwork>(new StampedNetwork(1), timeProvider: time).Current.ToString()
            .ShouldBe("version 1, no hash, published 2030-01-01 00:03:00 +00:00");
    }

    /// <summary>What is handed out is a copy, so that nobody can change what others read.</summary>
    [Fact]
    public void A_struct_is_held_as_well()
    {
        var holder = new ModelHolder<StampedStruct>(new StampedStruct(3));
        StampedStruct copy = holder.Current.Network;
        copy.SetParameters([5]);
        float[] output = new float[2];
        holder.Current.Network.Forward([2], output);
        output.ShouldBe([6, 6]);

        holder.Publish(new StampedStruct(4));
        holder.Current.Network.Forward([2], output);
        output.ShouldBe([8, 8]);
    }

    [Fact]
    public void A_reader_allocates_nothing()
    {
        var holder = new ModelHolder<StampedNetwork>(new StampedNetwork(1));
        float[] input = [1, 0];
        float[] output = new float[StampedNetwork.OutputSize];
        Allocations.Of(() => holder.Current.Network.Forward(input, output)).ShouldBe(0);
    }

    [Fact]
    public void A_holder_is_never_empty()
    {
        Should.Throw<ArgumentNullException>(() => new ModelHolder<StampedNetwork>(null!));
        var holder = new ModelHolder<StampedNetwork>(new StampedNetwork(1));
        Should.Throw<ArgumentNullException>(() => holder.Publish(null!));
        holder.Current.Version.ShouldBe(1);
    }

    /// <returns>How many versions it saw.</returns>
    private static int Read(ModelHolder<StampedNetwork> holder, long last, CountdownEvent started)
    {
        float[] output = new float[StampedNetwork.OutputSize];
        long before = 0;
        int versions = 0;
        while (before < last)
        {
            Published<StampedNetwork> model = holder.Current;
            model.Network.Forward([1, 0], output);
            if (output.AsSpan().ContainsAnyExcept((float)model.Version) || model.Version < before)
            {
                throw new InvalidOperationException($"after version {before}: {model}, and outputs {string.Join(' ', output)}");
            }

            if (model.Version != before)
            {
                model.ContentHash.ShouldBe(model.Version.ToString());
                versions++;
            }

            if (before == 0)
            {
                started.Signal();
            }

            before = model.Version;
        }

        return versions;
    }
}
