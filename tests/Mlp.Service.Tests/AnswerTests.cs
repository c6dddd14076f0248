using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;
using Mlp.Samples;
using Shouldly;
using Xunit;

namespace Mlp.Service.Tests;

/// <summary>Good requests have the network's own answers, and bad ones a problem that says what is wrong.</summary>
public sealed class AnswerTests(RunningService service) : IClassFixture<RunningService>
{
    private const int MaximumBatch = 1024;

    private static readonly float[] Setosa = [5.1f, 3.5f, 1.4f, 0.2f];
    private static readonly float[] Virginica = [6.3f, 3.3f, 6.0f, 2.5f];

    private readonly HttpClient _client = service.Client;

    [Fact]
    public async Task A_prediction_is_the_network_s()
    {
        IrisNet network = ModelFiles.NetworkOf(ModelFiles.First);
        foreach ((float[] flower, string species) in new[] { (Setosa, "setosa"), (Virginica, "virginica") })
        {
            float[] scaled = new float[IrisNet.InputSize];
            float[] expected = new float[IrisNet.OutputSize];
            network.Scaler.Transform(flower, scaled);
            network.Forward(scaled, expected);

            PredictionAnswer answer = await _client.Predict(flower);

            (answer.Version, answer.Class).ShouldBe((1, species));
            answer.Probabilities.ShouldBe(expected);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(MaximumBatch)]
    public async Task A_batch_is_the_network_s_sample_for_sample(int samples)
    {
        IrisNet network = ModelFiles.NetworkOf(ModelFiles.First);
        float[][] flowers = [.. Enumerable.Range(0, samples).Select(row => row % 3 == 0 ? Virginica : Setosa.Select(value => value + (row * 0.001f)).ToArray())];
        float[] scaled = new float[samples * IrisNet.InputSize];
        float[] expected = new float[samples * IrisNet.OutputSize];
        network.Scaler.Transform(flowers.SelectMany(flower => flower).ToArray(), scaled);
        network.ForwardBatch(scaled, expected);

        BatchAnswer answer = await _client.PredictBatch(flowers);

        answer.Version.ShouldBe(1);
        answer.Predictions.SelectMany(prediction => prediction.Probabilities).ShouldBe(expected);
        answer.Predictions.Select(prediction => prediction.Class).ShouldBe(
            expected.Chunk(IrisNet.OutputSize).Select(probabilities => network.ClassNames[probabilities.Index().MaxBy(entry => entry.Item).Index]));
    }

    [Fact]
    public async Task The_model_and_its_health_can_be_asked_for()
    {
        ModelAnswer model = await _client.Model();
        (model.Version, model.ContentHash, model.InputSize).ShouldBe((1, ModelFiles.HashOf(ModelFiles.First), 4));
        model.ClassNames.ShouldBe(["setosa", "versicolor", "virginica"]);
        (await _client.Health()).ShouldBe(new HealthAnswer("Healthy", null));
    }

    [Theory]
    [InlineData("predict", "{}", "input", "is missing")]
    [InlineData("predict", "null", "input", "is missing")]
    [InlineData("predict", "", "input", "is missing")]
    [InlineData("predict", """{"input":null}""", "input", "is missing")]
    [InlineData("predict", """{"input":[]}""", "input", "has 0 values, but must have 4")]
    [InlineData("predict", """{"input":[5.1,3.5,1.4]}""", "input", "has 3 values, but must have 4")]
    [InlineData("predict", """{"input":[5.1,3.5,1.4,0.2,0]}""", "input", "has 5 values, but must have 4")]
    [InlineData("predict", """{"input":[5.1,3.5,1.4,1e39]}""", "input", "outside the range of float")]
    [InlineData("predict", """{"input":[5.1,3.5,1.4,-1e400]}""", "input", "outside the range of float")]
    [InlineData("predict", """{"input":[5.1,3.5,1.4,3e38]}""", "input", "so large that the network has no answer")]
    [InlineData("predict/batch", "{}", "inputs", "must be 1 to 1024 samples")]
    [InlineData("predict/batch", "null", "inputs", "must be 1 to 1024 samples")]
    [InlineData("predict/batch", """{"inputs":[]}""", "inputs", "must be 1 to 1024 samples")]
    [InlineData("predict/batch", """{"inputs":[[5.1,3.5,1.4,0.2],null]}""", "inputs[1]", "is missing")]
    [InlineData("predict/batch", """{"inputs":[[5.1,3.5,1.4,0.2],[1,2]]}""", "inputs[1]", "has 2 values, but must have 4")]
    [InlineData("predict/batch", """{"inputs":[[5.1,3.5,1.4,1e39]]}""", "inputs[0]", "outside the range of float")]
    [InlineData("predict/batch", """{"inputs":[[5.1,3.5,1.4,0.2],[5.1,3.5,1.4,3e38]]}""", "inputs[1]", "so large that the network has no answer")]
    public async Task A_wrong_input_is_named(string path, string body, string name, string fault)
    {
        JsonElement problem = await _client.Refused(path, body, HttpStatusCode.BadRequest);
        problem.GetProperty("errors").EnumerateObject().Single().Name.ShouldBe(name);
        problem.GetProperty("errors").GetProperty(name)[0].GetString().ShouldNotBeNull().ShouldContain(fault);
    }

    [Theory]
    [InlineData("predict", """{"input":[5.1,3.5""")]
    [InlineData("predict", """{"input":[5.1,3.5,1.4,NaN]}""")]
    [InlineData("predict", """{"input":[5.1,3.5,1.4,null]}""")]
    [InlineData("predict", """{"input":"5.1"}""")]
    [InlineData("predict/batch", """{"inputs":[5.1,3.5,1.4,0.2]}""")]
    public async Task A_body_that_cannot_be_read_is_shown_the_place(string path, string body)
    {
        JsonElement problem = await _client.Refused(path, body, HttpStatusCode.BadRequest);
        problem.GetProperty("detail").GetString().ShouldNotBeNull().ShouldContain("Path: $.input");
    }

    [Fact]
    public async Task Too_many_samples_and_too_many_bytes_are_refused()
    {
        string sample = JsonSerializer.Serialize(Setosa);
        string tooMany = $$"""{"inputs":[{{string.Join(',', Enumerable.Repeat(sample, MaximumBatch + 1))}}]}""";
        JsonElement problem = await _client.Refused("predict/batch", tooMany, HttpStatusCode.BadRequest);
        problem.GetProperty("errors").GetProperty("inputs")[0].GetString().ShouldNotBeNull().ShouldContain("1 to 1024");
        await _client.Refused("predict", new string(' ', (1 << 20) + 1), HttpStatusCode.RequestEntityTooLarge);
        (await _client.Predict(Setosa)).Class.ShouldBe("setosa");
    }

    [Fact]
    public async Task Other_mistakes_are_problems_too()
    {
        await _client.Refused("predict", "5.1,3.5", HttpStatusCode.UnsupportedMediaType, "text/csv");
        using HttpResponseMessage wrongMethod = await _client.GetAsync("predict");
        await ServiceClient.Problem(wrongMethod, HttpStatusCode.MethodNotAllowed);
        using HttpResponseMessage wrongPath = await _client.GetAsync("nowhere");
        await ServiceClient.Problem(wrongPath, HttpStatusCode.NotFound);
    }
}
