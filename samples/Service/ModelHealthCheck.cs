using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Mlp.Serving;

namespace Mlp.Samples;

/// <summary>Healthy while the file's model is in service; degraded, with the reason, while an older one is because the file is bad.</summary>
internal sealed class ModelHealthCheck(ModelWatcher<IrisNet> watcher) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(watcher.Failure is { } failure
            ? HealthCheckResult.Degraded($"{failure.Outcome}, version {failure.Version} stays in service: {failure.Exception?.Message}")
            : HealthCheckResult.Healthy());

    public static Task Write(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(
        new HealthAnswer(report.Status.ToString(), report.Entries["model"].Description), MessagesContext.Default.HealthAnswer);
}
