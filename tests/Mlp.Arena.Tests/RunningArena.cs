using System;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Mlp.Samples;
using Xunit;

namespace Mlp.Arena.Tests;

/// <summary>A server on a free port of loopback, with a small world.</summary>
public sealed class RunningArena : IAsyncLifetime
{
    /// <summary>The creatures of its first world.</summary>
    public const int Creatures = 120;

    private readonly WebApplication _server =
        ArenaServer.Build(Creatures, seed: 1, ["--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning"]);

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public HttpClient Client { get; } = new();

    public async Task InitializeAsync()
    {
        await _server.StartAsync();
        Address = new Uri(_server.Urls.Single());
        Client.BaseAddress = Address;
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await _server.StopAsync();
        await _server.DisposeAsync();
    }
}
