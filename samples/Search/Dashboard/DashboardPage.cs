using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Dashboard;

namespace Mlp.Samples;

/// <summary>
/// Orleans' dashboard as a page of its own on loopback, beside a silo: it shows the hosts, the grains and what is called how often. It
/// shows state and takes no password, so nobody else may reach it.
/// </summary>
internal sealed class DashboardPage(IGrainFactory grains, int port) : IHostedService
{
    private WebApplication? _page;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server => server.ListenLocalhost(port));

        // The silo runs under another host; the page asks its grains.
        builder.Services.AddSingleton(grains);
        new DashboardClientServices(builder.Services, builder.Configuration).AddDashboard();
        _page = builder.Build();
        _page.MapOrleansDashboard();
        await _page.StartAsync(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_page is not null)
        {
            await _page.StopAsync(cancellationToken);
            await _page.DisposeAsync();
        }
    }
}
