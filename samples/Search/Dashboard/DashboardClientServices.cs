using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Hosting;

namespace Mlp.Samples;

/// <summary>Where the dashboard adds what its page needs. A page in the silo's own process needs no client that connects to it.</summary>
internal sealed record DashboardClientServices(IServiceCollection Services, IConfiguration Configuration) : IClientBuilder;
