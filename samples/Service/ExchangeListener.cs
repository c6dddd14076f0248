using System;
using Microsoft.Extensions.Logging;
using Mlp.Serving;

namespace Mlp.Samples;

/// <summary>Logs and counts what the watcher tells.</summary>
internal sealed partial class ExchangeListener(ServiceMetrics metrics, ILogger<ExchangeListener> logger) : IProgress<ExchangeReport>
{
    public void Report(ExchangeReport value)
    {
        if (value.Outcome != ExchangeOutcome.PollingOnly)
        {
            metrics.Exchange(value.Outcome);
        }

        Log(logger, value.Exception is null ? LogLevel.Information : LogLevel.Warning, value);
    }

    [LoggerMessage(EventId = 1, Message = "{Report}")]
    private static partial void Log(ILogger logger, LogLevel level, ExchangeReport report);
}
