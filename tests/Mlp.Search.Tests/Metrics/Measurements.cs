using System;
using System.Collections.Generic;
using System.Diagnostics.Metrics;
using System.Linq;
using Mlp.Searching.Metrics;

namespace Mlp.Searching.Tests.Metrics;

/// <summary>A listener of the meter, which keeps what is measured of one network.</summary>
internal sealed class Measurements : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly List<(string Instrument, double Value, string? Outcome)> _all = [];
    private readonly string _network;

    internal Measurements(string network)
    {
        _network = network;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "Mlp.Search")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>The values of an instrument, in order.</summary>
    internal double[] Of(string instrument)
    {
        lock (_all)
        {
            return [.. _all.Where(measured => measured.Instrument == instrument).Select(measured => measured.Value)];
        }
    }

    /// <summary>The sum of what ended one way.</summary>
    internal double Ended(string outcome)
    {
        lock (_all)
        {
            return _all.Where(measured => measured.Instrument == "mlp.search.trials" && measured.Outcome == outcome).Sum(measured => measured.Value);
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        (string? network, string? outcome) = (null, null);
        foreach ((string key, object? tag) in tags)
        {
            network = key == SearchMetrics.NetworkTag ? (string?)tag : network;
            outcome = key == SearchMetrics.OutcomeTag ? (string?)tag : outcome;
        }

        if (network == _network)
        {
            lock (_all)
            {
                _all.Add((instrument.Name, value, outcome));
            }
        }
    }
}
