using System;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Mlp.Samples;

/// <summary>The page, its WebSocket and the best brain, over HTTP.</summary>
internal static class ArenaServer
{
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    /// <summary>A server that stands ready to run.</summary>
    /// <param name="creatures">The creatures of its first world.</param>
    /// <param name="seed">Its seed.</param>
    /// <param name="args">Settings of ASP.NET, such as <c>--urls</c>.</param>
    public static WebApplication Build(int creatures, ulong seed, string[] args)
    {
        // The page lies beside the program.
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory, WebRootPath = "wwwroot" });
        builder.WebHost.ConfigureKestrel(server => server.Limits.MaxRequestBodySize = BestBrain.MaximumLength);
        builder.Services.AddProblemDetails();
        builder.Services.AddSingleton(_ => new Simulation(creatures, seed));
        builder.Services.AddHostedService(services => services.GetRequiredService<Simulation>());
        builder.Services.AddSingleton<LiveSocket>();
        builder.Services.AddSingleton<BestBrain>();

        WebApplication app = builder.Build();
        app.Use(SameOrigin.Require);
        app.UseDefaultFiles();
        app.UseStaticFiles();
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = KeepAlive, KeepAliveTimeout = KeepAlive });
        app.MapGet("/live", (HttpContext context, LiveSocket socket) => socket.Serve(context));
        app.MapGet("/best", (BestBrain best) => best.Save());
        app.MapPost("/best", (HttpRequest request, BestBrain best) => best.Load(request));
        return app;
    }
}
