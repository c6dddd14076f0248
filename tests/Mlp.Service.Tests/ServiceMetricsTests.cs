using System;
using System.Collections.Generic;
using System.Diagnostics.Metrics;
using System.Linq;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Mlp.Samples;
using Mlp.Serving;
using Shouldly;
using Xunit;

namespace Mlp.Service.Tests;

/// <summary>What the instruments say to a listener, and that they cost nothing without one.</summary>
public sealed class ServiceMetricsTests : IDisposable
{
    private const int Calls = 1_000;

    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly SteppingClock _clock = new();
    private readonly ModelHolder<IrisNet> _holder = new(ModelFiles.NetworkOf(ModelFiles.First));
    private readonly ServiceMetrics _metrics;

    public ServiceMetricsTests() => _metrics = new ServiceMetrics(Factory, _holder, _clock);

    private IMeterFactory Factory => _services.GetRequiredService<IMeterFactory>();

    public void Dispose() => _services.Dispose();

    [Fact]
    public void Where_nobody_listens_no_clock_is_read_and_nothing_allocated()
    {
        long allocated = Allocated(() =>
        {
            _metrics.End(_metrics.Begin(), samples: 3);
            _metrics.Exchange(ExchangeOutcome.Exchanged);
        });

        allocated.ShouldBe(0);
        _clock.Readings.ShouldBe(0);
    }

    [Fact]
    public void Where_nobody_listens_a_prediction_allocates_its_answer_alone()
    {
        var endpoints = new PredictionEndpoints(_holder, _metrics, new ServiceOptions());
        var request = new PredictionRequest([5.1f, 3.5f, 1.4f, 0.2f]);
        Results<Ok<PredictionAnswer>, ValidationProblem>? result = null;

        long answers = Allocated(() => result = TypedResults.Ok(new PredictionAnswer(1, "", new float[IrisNet.OutputSize])));
        long predictions = Allocated(() => result = endpoints.Predict(request));

        ((Ok<PredictionAnswer>)result!.Result).Value!.Class.ShouldBe("setosa");
        answers.ShouldBeGreaterThan(0);
        predictions.ShouldBe(answers);
    }

    [Fact]
    public void A_listener_hears_predictions_durations_exchanges_and_the_version()
    {
        var heard = new List<(string Instrument, double Value, string? Result)>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, me) =>
        {
            if (instrument.Meter.Scope == Factory)
            {
                me.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => heard.Add((instrument.Name, value, Result(tags))));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => heard.Add((instrument.Name, value, Result(tags))));
        listener.Start();

        _metrics.End(_metrics.Begin(), samples: 3);
        _metrics.Exchange(ExchangeOutcome.Exchanged);
        _metrics.Exchange(ExchangeOutcome.CanaryFailed);
        _holder.Publish(ModelFiles.NetworkOf(ModelFiles.Second));
        listener.RecordObservableInstruments();

        heard.ShouldBe(
        [
            ("mlp.predictions", 3, null),
            ("mlp.prediction.duration", SteppingClock.Step.TotalSeconds, null),
            ("mlp.model.exchanges", 1, "exchanged"),
            ("mlp.model.exchanges", 1, "canary_failed"),
            ("mlp.model.version", 2, null),
        ]);
    }

    private static string? Result(ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        tags.ToArray().Select(tag => (tag.Key, tag.Value as string)).SingleOrDefault(("", null)) is ("result", { } result) ? result : null;

    /// <summary>What calls allocate once they are compiled.</summary>
    private static long Allocated(Action action)
    {
        action();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int call = 0; call < Calls; call++)
        {
            action();
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>A clock that goes on by one step at each reading, and counts them.</summary>
    private sealed class SteppingClock : TimeProvider
    {
        public static TimeSpan Step { get; } = TimeSpan.FromMilliseconds(4);

        public int Readings { get; private set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => ++Readings * Step.Ticks;
    }
}
