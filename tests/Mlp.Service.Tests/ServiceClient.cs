using System.Net;
using System.Net.Http;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using Mlp.Samples;
using Shouldly;

namespace Mlp.Service.Tests;

/// <summary>What the tests ask a service.</summary>
internal static class ServiceClient
{
    public static async Task<PredictionAnswer> Predict(this HttpClient client, float[] input)
    {
        using HttpResponseMessage response = await client.PostAsJsonAsync("predict", new PredictionRequest(input), MessagesContext.Default.PredictionRequest);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadFromJsonAsync(MessagesContext.Default.PredictionAnswer))!;
    }

    public static async Task<BatchAnswer> PredictBatch(this HttpClient client, float[][] inputs)
    {
        using HttpResponseMessage response = await client.PostAsJsonAsync("predict/batch", new BatchRequest(inputs), MessagesContext.Default.BatchRequest);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadFromJsonAsync(MessagesContext.Default.BatchAnswer))!;
    }

    public static async Task<ModelAnswer> Model(this HttpClient client) => (await client.GetFromJsonAsync("model", MessagesContext.Default.ModelAnswer))!;

    public static async Task<HealthAnswer> Health(this HttpClient client) => (await client.GetFromJsonAsync("health", MessagesContext.Default.HealthAnswer))!;

    /// <summary>Posts a body that the service must refuse, and gives the problem it answers with.</summary>
    public static async Task<JsonElement> Refused(this HttpClient client, string path, string body, HttpStatusCode status, string type = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, type) };

        // A body that is too long is refused before it is sent; otherwise the end of the connection may overtake the answer.
        request.Headers.ExpectContinue = true;
        using HttpResponseMessage response = await client.SendAsync(request);
        return await Problem(response, status);
    }

    /// <summary>The problem that a response is, of RFC 9457.</summary>
    public static async Task<JsonElement> Problem(HttpResponseMessage response, HttpStatusCode status)
    {
        string text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(status, text);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json", text);
        JsonElement problem = JsonDocument.Parse(text).RootElement;
        problem.GetProperty("status").GetInt32().ShouldBe((int)status);
        problem.GetProperty("type").GetString().ShouldNotBeNullOrEmpty();
        problem.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
        return problem;
    }
}
