using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text.Json;
using System.Threading.Tasks;
using Shouldly;
using Xunit;

namespace Mlp.Integration.Tests;

/// <summary>The sample Search with Orleans' dashboard.</summary>
public sealed class SearchDashboardTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task The_dashboard_shows_the_host_while_it_searches()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // there is no signal to send to another process
        }

        DirectoryInfo folder = Directory.CreateTempSubdirectory("mlp-search-");
        int port = FreePort();
        using var search = SearchProcess.Start("--trials", "500", "--folder", folder.FullName, "--dashboard", $"{port}");
        await search.WaitFor($"dashboard: http://localhost:{port}");
        using var client = new HttpClient { BaseAddress = new Uri($"http://localhost:{port}") };

        string page = await Get(client, "/");
        using JsonDocument counters = await Counters(client);

        page.ShouldContain("<title>Orleans Dashboard</title>");
        JsonElement host = counters.RootElement.GetProperty("hosts").EnumerateArray().ShouldHaveSingleItem();
        host.GetProperty("status").GetString().ShouldBe("Active");
        host.GetProperty("siloAddress").GetString()!.ShouldStartWith("127.0.0.1:");
        search.PressControlC();
        (await search.ExitCode()).ShouldBe(3, search.Output);
        folder.Delete(recursive: true);
    }

    // The dashboard asks the cluster for its hosts every second: at first it knows of none.
    private static async Task<JsonDocument> Counters(HttpClient client)
    {
        DateTime end = DateTime.UtcNow + Limit;
        JsonDocument counters = JsonDocument.Parse(await Get(client, "/DashboardCounters"));
        while (counters.RootElement.GetProperty("hosts").GetArrayLength() == 0 && DateTime.UtcNow < end)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100));
            counters.Dispose();
            counters = JsonDocument.Parse(await Get(client, "/DashboardCounters"));
        }

        return counters;
    }

    // The page is there when the silo is.
    private static async Task<string> Get(HttpClient client, string path)
    {
        DateTime end = DateTime.UtcNow + Limit;
        while (true)
        {
            try
            {
                return await client.GetStringAsync(path);
            }
            catch (HttpRequestException) when (DateTime.UtcNow < end)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50));
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
