using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Tasks;
using Mlp.Samples;
using Shouldly;
using Xunit;

namespace Mlp.Arena.Tests;

/// <summary>The server as pages see it, over loopback.</summary>
public sealed class ServerTests(RunningArena arena) : IClassFixture<RunningArena>
{
    private const byte Frame = 1;
    private const byte Thought = 2;
    private const byte BrainMessage = 3;

    [Fact]
    public async Task A_page_is_greeted_with_state_history_and_frames()
    {
        using LivePage page = await LivePage.Open(arena.Address);
        JsonElement state = await page.Text("state");
        state.GetProperty("mostCreatures").GetInt32().ShouldBe(Colony.MostCreatures);
        state.GetProperty("layers").ToString().ShouldBe("[9,16,2]");
        (await page.Text("history")).GetProperty("generations").ValueKind.ShouldBe(JsonValueKind.Array);
        (await page.Frame(Frame)).Length.ShouldBeGreaterThan(FrameWriter.HeaderLength);
    }

    [Fact]
    public async Task Commands_drive_the_world_and_the_best_can_be_saved_and_brought_in()
    {
        using LivePage page = await LivePage.Open(arena.Address);
        using LivePage other = await LivePage.Open(arena.Address);
        await page.Send("""{"type":"world","value":42}""");
        (await other.Text("state", state => state.GetProperty("seed").GetInt64() == 42)).GetProperty("creatures").GetInt32().ShouldBeGreaterThan(0);

        await page.Send("""{"type":"step"}""");
        byte[] before = await page.Frame(Frame, frame => frame[1] == 1);
        await page.Send("""{"type":"watch","value":3}""");
        (await page.Frame(BrainMessage))[2].ShouldBe((byte)3);
        (await page.Frame(Thought)).Length.ShouldBe(FrameWriter.BrainHeaderLength + (4 * (Brain.InputSize + Brain.OutputSize)));
        await page.Send("""{"type":"step"}""");
        byte[] after = await page.Frame(Frame, frame => frame[16] != before[16]);
        after[16].ShouldBe((byte)(before[16] + 1));

        await page.Send("""{"type":"population","value":64}""");
        await page.Send("""{"type":"speed","value":64}""");
        await page.Send("""{"type":"pause","value":0}""");
        (await page.Text("generation")).GetProperty("result").GetProperty("mean").GetDouble().ShouldBeGreaterThan(0);
        await page.Text("generation", message => message.GetProperty("result").GetProperty("creatures").GetInt32() == 64);

        byte[] file = await arena.Client.GetByteArrayAsync("best");
        new Brain().LoadWeights(new MemoryStream(file));
        using HttpResponseMessage loaded = await arena.Client.PostAsync("best", new ByteArrayContent(file));
        loaded.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await page.Send("""{"type":"speed","value":1}""");
    }

    [Fact]
    public async Task What_is_no_command_is_refused_and_the_page_goes_on()
    {
        using LivePage page = await LivePage.Open(arena.Address);
        await page.Send("""{"type":"speed","value":1000}""");
        (await page.Text("refused")).GetProperty("reason").GetString().ShouldNotBeNull().ShouldContain("from 1 to 64");
        await page.Send("nonsense");
        (await page.Text("refused")).GetProperty("reason").GetString().ShouldNotBeNull().ShouldContain("no JSON");
        await page.Send("{}", WebSocketMessageType.Binary);
        (await page.Text("refused")).GetProperty("reason").GetString().ShouldBe("Messages are text.");
        await page.Frame(Frame);
    }

    [Fact]
    public async Task A_message_in_pieces_is_one()
    {
        using LivePage page = await LivePage.Open(arena.Address);
        await page.Send("""{"type":"speed",""", isWhole: false);
        await page.Send(""" "value":1""", isWhole: false);
        await page.Send("000}");
        (await page.Text("refused")).GetProperty("reason").GetString().ShouldNotBeNull().ShouldContain("from 1 to 64");
        await page.Send("nonsense");
        (await page.Text("refused")).GetProperty("reason").GetString().ShouldNotBeNull().ShouldContain("no JSON");
    }

    [Fact]
    public async Task A_message_that_is_too_long_closes_the_socket()
    {
        using LivePage page = await LivePage.Open(arena.Address);
        await page.Send(new string('x', 100_000));
        (await page.Closed()).ShouldBe(WebSocketCloseStatus.MessageTooBig);
    }

    [Fact]
    public async Task Pages_of_other_origins_are_refused()
    {
        using LivePage own = await LivePage.Open(arena.Address, arena.Address.GetLeftPart(UriPartial.Authority));
        await own.Frame(Frame);
        await Should.ThrowAsync<WebSocketException>(() => LivePage.Open(arena.Address, "https://example.org"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "best") { Content = new ByteArrayContent([]), Headers = { { "Origin", "null" } } };
        using HttpResponseMessage response = await arena.Client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_file_that_is_no_brain_is_refused_with_a_reason()
    {
        using HttpResponseMessage response = await arena.Client.PostAsync("best", new ByteArrayContent([1, 2, 3]));
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();

        using HttpResponseMessage large = await arena.Client.PostAsync("best", new ByteArrayContent(new byte[BestBrain.MaximumLength + 1]));
        large.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("", "text/html")]
    [InlineData("main.js", "text/javascript")]
    [InlineData("arena.css", "text/css")]
    public async Task The_page_may_load_nothing_from_elsewhere(string path, string type)
    {
        using HttpResponseMessage response = await arena.Client.GetAsync(path);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        response.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldStartWith("default-src 'none'");
    }

    [Fact]
    public async Task The_socket_wants_a_socket()
    {
        using HttpResponseMessage response = await arena.Client.GetAsync("live");
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }
}
