using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;

namespace Mlp.AheadOfTime.Tests;

/// <summary>Samples, compiled ahead of time in one program, do what they do under the JIT. The sample Search is not among them: Orleans finds its parts by reflection.</summary>
public sealed partial class SampleTests(PublishedSamples samples) : IClassFixture<PublishedSamples>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlp-samples-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("Counts", 0)]
    [InlineData("Digits", 7)]
    [InlineData("Iris", 0)]
    [InlineData("MackeyGlass", 1)]
    [InlineData("Xor", 0)]
    public async Task A_sample_prints_what_it_prints_under_the_JIT(string sample, int pictures)
    {
        ChildRun ahead = await samples.Program.Run(sample, "1", _folder.FullName);
        FileInfo[] drawn = _folder.GetFiles("*.svg");
        ChildRun justInTime = await samples.RunJustInTime(sample, "1", _folder.FullName);

        ahead.ExitCode.ShouldBe(0, ahead.Output);
        ahead.Lines.Count.ShouldBeGreaterThan(10);
        drawn.Length.ShouldBe(pictures);
        drawn.ShouldAllBe(static file => file.Length > 5000);
        Lasting(ahead).ShouldBe(Lasting(justInTime));
    }

    // What they print is mostly times, or takes long.
    [Theory]
    [InlineData("CartPole", "largest difference, of the largest preference: ")]
    [InlineData("UniversalApproximation", "the error falls with every doubling: yes")]
    public async Task A_sample_ends_as_it_should(string sample, string end)
    {
        ChildRun run = await samples.Program.Run(sample, "1", _folder.FullName);

        run.ExitCode.ShouldBe(0, run.Output);
        run.Lines[^1].ShouldStartWith(end);
    }

    [Fact]
    public async Task The_service_trains_answers_and_checks_what_it_is_sent()
    {
        string path = Path.Combine(_folder.FullName, "trained.safetensors");
        string model = "--Service:ModelPath=" + path;
        ChildRun training = await samples.Program.Run("Service", "train", "--seed=1", model);
        training.ExitCode.ShouldBe(0, training.Output);
        File.Exists(path).ShouldBeTrue("settings are bound");

        await using ServerProcess service = await ServerProcess.Serve(samples.Program.Path, ["Service", model]);
        using HttpClient client = service.NewClient();
        using HttpResponseMessage answer = await client.PostAsJsonAsync("predict", new { input = new[] { 5.1f, 3.5f, 1.4f, 0.2f } });
        using HttpResponseMessage refusal = await client.PostAsJsonAsync("predict", new { input = new[] { 5.1f } });

        (await answer.Content.ReadAsStringAsync()).ShouldContain("\"class\":\"setosa\"");
        ((int)refusal.StatusCode).ShouldBe(400);
        (await refusal.Content.ReadAsStringAsync()).ShouldContain("\"errors\":{\"input\":[\"input has 1 ");
        (await client.GetStringAsync("health")).ShouldContain("Healthy");
    }

    [Fact]
    public async Task The_arena_learns_and_serves_its_page()
    {
        ChildRun learned = await samples.Program.Run("Arena", "--headless", "--seeds", "1", "--generations", "5", "--creatures", "100");
        learned.Output.ShouldContain("generation 5, times generation 1: ");

        await using ServerProcess arena = await ServerProcess.Serve(samples.Program.Path, ["Arena"]);
        using HttpClient client = arena.NewClient();
        (await client.GetStringAsync("")).ShouldContain("<canvas");
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var page = new ClientWebSocket();
        await page.ConnectAsync(new UriBuilder(arena.Address!) { Scheme = "ws", Path = "live" }.Uri, patience.Token);
        (await page.ReceiveAsync(new byte[1 << 16], patience.Token)).Count.ShouldBeGreaterThan(10);
    }

    // Times are another each time.
    private static IEnumerable<string> Lasting(ChildRun run) =>
        run.Lines.Where(static line => !line.Contains(" ns", StringComparison.Ordinal)).Select(static line => Duration().Replace(line, "* ms"));

    [GeneratedRegex(@"\d+ ms")]
    private static partial Regex Duration();
}
