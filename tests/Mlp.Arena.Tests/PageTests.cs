using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Mlp.Samples;
using Shouldly;
using Xunit;

namespace Mlp.Arena.Tests;

/// <summary>The page in chromium: what it shows, what its controls do. Pictures of it lie in the folder <c>screenshots</c> beside the tests.</summary>
public sealed class PageTests(RunningArena arena) : IClassFixture<RunningArena>
{
    private const float Patience = 60_000;

    private readonly List<string> _faults = [];

    [BrowserFact]
    public async Task A_world_can_be_watched_and_driven()
    {
        // The driver runs from its package, and the browser is that of the machine.
        string package = typeof(PageTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Playwright").Value!;
        Environment.SetEnvironmentVariable("PLAYWRIGHT_DRIVER_SEARCH_PATH", package);
        Environment.SetEnvironmentVariable("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = BrowserFactAttribute.Browser });
        IPage page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1280, Height = 860 } });
        page.SetDefaultTimeout(Patience);
        page.Console += (_, message) => Note(message.Type is "error" or "warning", message.Text);
        page.PageError += (_, fault) => Note(true, fault);
        page.Request += (_, request) => Note(!request.Url.StartsWith(arena.Address.ToString(), StringComparison.Ordinal), request.Url);

        await page.GotoAsync(arena.Address.ToString());
        await Shows(page, "#alive", $"/ {RunningArena.Creatures}");
        await Shows(page, "#thinking", "µs");
        (await Coloured(page, "#world")).ShouldBeGreaterThan(500);
        await Picture(page, "start");

        await Generations_draw_a_curve(page);
        await A_click_shows_a_network(page);
        await A_number_of_creatures_is_chosen(page);
        await The_best_is_saved_and_loaded(page);
        await A_new_world_begins(page);
        await Keys_do_what_they_say(page);
        await It_fits_a_phone(page);
        _faults.ShouldBeEmpty();
    }

    private async Task Generations_draw_a_curve(IPage page)
    {
        int empty = await Coloured(page, "#curve");
        await page.GetByText("64×").ClickAsync();
        await page.WaitForFunctionAsync("() => Number(document.getElementById('generation').textContent) >= 5");
        await Shows(page, "#ratio", "times generation 1");
        (await Coloured(page, "#curve")).ShouldBeGreaterThan(empty + 200);
        await page.GetByText("1×", new() { Exact = true }).ClickAsync();
        await Shows(page, "#status", "steps a second");
        await Picture(page, "curve");
    }

    private async Task A_click_shows_a_network(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await Shows(page, "#status", "paused");
        (int creature, float x, float y) = await Leader();
        LocatorBoundingBoxResult world = (await page.Locator("#world").BoundingBoxAsync())!;
        await page.Mouse.ClickAsync(world.X + (x * world.Width), world.Y + (y * world.Height));
        await Shows(page, "#brain-title", $"Creature {creature},");
        await Shows(page, "#brain-text", "effort");
        string difference = (await page.Locator("#brain[data-difference]").GetAttributeAsync("data-difference"))!;
        double.Parse(difference, CultureInfo.InvariantCulture).ShouldBeLessThan(1e-5);
        (await Coloured(page, "#network")).ShouldBeGreaterThan(2_000);
        await Picture(page, "network");

        string step = (await page.Locator("#progress").GetAttributeAsync("value"))!;
        await page.GetByRole(AriaRole.Button, new() { Name = "Step" }).ClickAsync();
        await page.WaitForFunctionAsync("before => document.getElementById('progress').getAttribute('value') !== before", step);
        await page.GetByRole(AriaRole.Button, new() { Name = "Resume" }).ClickAsync();
        await page.Locator("#status[data-state=live]").WaitForAsync();
    }

    private static async Task A_number_of_creatures_is_chosen(IPage page)
    {
        await page.Locator("#population").FillAsync("1000");
        await Shows(page, "#population-note", "1,000 in the next generation");
        await page.GetByText("64×").ClickAsync();
        await Shows(page, "#alive", "/ 1,000");
        await Shows(page, "#thinking-what", "all 1,000 brains");
        await page.GetByText("1×", new() { Exact = true }).ClickAsync();
        await Picture(page, "thousand");
    }

    private static async Task The_best_is_saved_and_loaded(IPage page)
    {
        IDownload download = await page.RunAndWaitForDownloadAsync(() => page.GetByText("Save the best").ClickAsync());
        string file = await download.PathAsync();
        new Brain().LoadWeights(file);
        await page.Locator("#load").SetInputFilesAsync(file);
        await Shows(page, "#toast", "quarter of the next generation");
    }

    private static async Task A_new_world_begins(IPage page)
    {
        await page.GetByLabel("Seed").FillAsync("7");
        await page.GetByRole(AriaRole.Button, new() { Name = "New world" }).ClickAsync();
        await page.WaitForFunctionAsync("() => document.getElementById('generation').textContent === '1' && document.getElementById('ratio').textContent === ''");
    }

    private static async Task Keys_do_what_they_say(IPage page)
    {
        await page.Locator("#world").FocusAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Locator("#brain").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await page.Keyboard.PressAsync("ArrowRight");
        await Shows(page, "#brain-title", "Creature");
        await page.Keyboard.PressAsync("Space");
        await Shows(page, "#status", "paused");
        await page.Keyboard.PressAsync("Space");
        await page.Locator("#status[data-state=live]").WaitForAsync();
        await page.Keyboard.PressAsync("l");
        await Shows(page, "#brain-text", "effort");
    }

    private static async Task It_fits_a_phone(IPage page)
    {
        await page.SetViewportSizeAsync(390, 844);
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390);
        (await Coloured(page, "#world")).ShouldBeGreaterThan(500);
        await Picture(page, "phone");
    }

    /// <summary>The creature that has eaten most, and where it is in the world; the world is paused.</summary>
    private async Task<(int Creature, float X, float Y)> Leader()
    {
        using LivePage page = await LivePage.Open(arena.Address);
        byte[] frame = await page.Frame(kind: 1);
        int leader = Short(frame, 10);
        int at = FrameWriter.HeaderLength + (leader * FrameWriter.CreatureLength);
        return (leader, Short(frame, at) / 65_536f, Short(frame, at + 2) / 65_536f);
    }

    private static int Short(byte[] frame, int at) => BinaryPrimitives.ReadUInt16LittleEndian(frame.AsSpan(at));

    private static Task Shows(IPage page, string place, string text) =>
        page.Locator(place).Filter(new() { HasText = text }).WaitForAsync();

    /// <summary>How many pixels of a canvas are neither dark nor empty.</summary>
    private static Task<int> Coloured(IPage page, string canvas) => page.EvaluateAsync<int>(
        """
        place => {
          const { width, height } = document.querySelector(place);
          const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
          copy.drawImage(document.querySelector(place), 0, 0);
          const { data } = copy.getImageData(0, 0, width, height);
          let count = 0;
          for (let at = 0; at < data.length; at += 4) {
            count += data[at + 3] > 100 && Math.max(data[at], data[at + 1], data[at + 2]) > 110 ? 1 : 0;
          }
          return count;
        }
        """,
        canvas);

    private static Task Picture(IPage page, string name) => page.ScreenshotAsync(
        new() { Path = Path.Combine(AppContext.BaseDirectory, "screenshots", $"{name}.png"), FullPage = name == "phone" });

    private void Note(bool isFault, string text)
    {
        if (isFault)
        {
            lock (_faults)
            {
                _faults.Add(text);
            }
        }
    }
}
