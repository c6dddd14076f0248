using System;
using System.Collections.Generic;
using System.Diagnostics.Metrics;
using System.Text.Json;
using Mlp.Serving;

namespace Mlp.Samples;

/// <summary>
/// What the service measures of itself, for whoever listens: OpenTelemetry, dotnet-counters. Where nobody does, no clock is read
/// and nothing is allocated. Durations of whole requests are ASP.NET Core's own: http.server.request.duration.
/// </summary>
internal sealed class ServiceMetrics
{
    public const string MeterName = "Mlp.Samples.Service";

    private readonly Counter<long> _predictions;
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _exchanges;
    private readonly TimeProvider _clock;

    public ServiceMetrics(IMeterFactory meters, ModelHolder<IrisNet> holder, TimeProvider clock)
    {
        Meter meter = meters.Create(MeterName);
        _clock = clock;
        _predictions = meter.CreateCounter<long>("mlp.predictions", "{prediction}", "Samples that were predicted.");
        _duration = meter.CreateHistogram(
            "mlp.prediction.duration",
            "s",
            "Time from a valid input to its outputs; a batch counts once.",
            tags: null,

            // The boundaries that are usual for requests would put every prediction into the first bucket.
            new InstrumentAdvice<double> { HistogramBucketBoundaries = [1e-7, 2e-7, 5e-7, 1e-6, 2e-6, 5e-6, 1e-5, 2e-5, 5e-5, 1e-4, 1e-3, 1e-2] });
        _exchanges = meter.CreateCounter<long>("mlp.model.exchanges", "{exchange}", "Looks at a changed model file, by what became of them.");
        meter.CreateObservableGauge("mlp.model.version", () => holder.Current.Version, "{version}", "The version in service.");
    }

    /// <summary>The beginning of a prediction; none where nobody wants its duration.</summary>
    public long? Begin() => _duration.Enabled ? _clock.GetTimestamp() : null;

    /// <summary>The end of a prediction of some samples.</summary>
    public void End(long? beginning, int samples)
    {
        if (_predictions.Enabled)
        {
            _predictions.Add(samples);
        }

        if (beginning is { } timestamp)
        {
            _duration.Record(_clock.GetElapsedTime(timestamp).TotalSeconds);
        }
    }

    /// <summary>What became of a changed file.</summary>
    public void Exchange(ExchangeOutcome outcome)
    {
        if (_exchanges.Enabled)
        {
            _exchanges.Add(1, new KeyValuePair<string, object?>("result", JsonNamingPolicy.SnakeCaseLower.ConvertName(outcome.ToString())));
        }
    }
}
