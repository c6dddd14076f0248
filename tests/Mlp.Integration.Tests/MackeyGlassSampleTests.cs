using System;
using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;
using Mlp.Samples;
using Shouldly;
using Xunit;

namespace Mlp.Integration.Tests;

/// <summary>The sample MackeyGlass foretells a stream that comes in value by value, and its parts are what they say.</summary>
public sealed class MackeyGlassSampleTests
{
    // Of twenty seeds the worst has 0.023, and of four seeds at narrower vectors 0.024.
    private const double MostError = 0.05;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task It_foretells_a_stream_that_a_linear_forecast_cannot_and_allocates_nothing(int seed)
    {
        using SampleRun run = await SampleRun.Of("MackeyGlass", seed);

        // These two are the same wherever they run: nothing is drawn for them.
        run.Row("persistence")[0].ShouldBe(1.624, tolerance: 0.001);
        run.Row("linear autoregression")[0].ShouldBe(0.5615, tolerance: 0.001);
        run.Row("convolutions")[0].ShouldBeLessThan(MostError);
        run.LastNumber("bytes allocated in 3082 steps").ShouldBe(0);
        run.Lines[^2].ShouldStartWith("a value of the stream takes ");

        XElement[] elements = [.. run.Picture("mackey-glass.svg").Descendants()];
        string[] texts = [.. elements.Where(element => element.Name.LocalName == "text").Select(text => text.Value)];
        ((string[])["The signal of Mackey and Glass, foretold 84 steps ahead", "signal", "linear", "network", "step", "x"]).ShouldAllBe(text => texts.Contains(text));

        // A line of 500 points for each of the three.
        elements.Count(element => element.Name.LocalName == "path" && ((string)element.Attribute("d")!).Count(letter => letter == 'L') >= 499).ShouldBe(3);
    }

    [Fact]
    public void The_signal_obeys_its_equation()
    {
        const int Delay = 17;
        float[] x = ChaoticSignal.Draw(2_000);

        x[0].ShouldBe(1.2f);

        // As long as nothing was before it, it decays by a tenth.
        x[10].ShouldBe((float)(1.2 * Math.Exp(-1)), tolerance: 1e-5f);
        double[] slopes = [.. Enumerable.Range(100, 1_800).Select(t => ((8.0 * (x[t + 1] - x[t - 1])) - (x[t + 2] - x[t - 2])) / 12)];
        double[] expected = [.. Enumerable.Range(100, 1_800).Select(t => (0.2 * x[t - Delay] / (1 + Math.Pow(x[t - Delay], 10))) - (0.1 * x[t]))];
        expected.Max().ShouldBeGreaterThan(0.05);
        slopes.Zip(expected, (slope, expected) => Math.Abs(slope - expected)).Max().ShouldBeLessThan(0.002);
    }

    [Fact]
    public void A_sliding_window_has_the_newest_values_in_their_order()
    {
        const int Length = 5;
        var window = new SlidingWindow(Length);
        for (int time = 0; time < 23; time++)
        {
            window.IsFull.ShouldBe(time >= Length);
            window.Add(time + 1);
            window.Values.ToArray().ShouldBe(Enumerable.Range(time + 2 - Length, Length).Select(value => (float)Math.Max(value, 0)));
        }
    }

    [Fact]
    public void A_linear_forecast_finds_the_recurrence_of_a_sine()
    {
        float[] sine = [.. Enumerable.Range(0, 200).Select(time => (float)(2 + Math.Sin(0.3 * time)))];
        float[][] windows = [.. Enumerable.Range(0, 150).Select(start => sine[start..(start + 2)])];
        var forecast = LinearForecast.Fit(windows, sine[9..159]);

        for (int start = 150; start < 190; start++)
        {
            forecast.Predict(sine.AsSpan(start, 2)).ShouldBe(sine[start + 9], tolerance: 1e-4f);
        }
    }
}
