using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Dashboard;
using Orleans.Hosting;

namespace Mlp.Samples;

/// <summary>Adds Orleans' dashboard to the silo of a search or of a worker.</summary>
internal static class DashboardSilos
{
    /// <summary>Adds what every host of a cluster must have for the dashboard to know it, and the page itself where a port is given.</summary>
    public static void AddDashboard(this ISiloBuilder silo, int? port)
    {
        ServiceCollectionExtensions.AddDashboard(silo);
        if (port is { } number)
        {
            silo.Services.AddHostedService(services => new DashboardPage(services.GetRequiredService<IGrainFactory>(), number));
        }
    }
}
