using Mlp;
using Mlp.Serving;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Logging.ClearProviders();
builder.Services.AddSingleton(new ModelHolder<SumNet>(Sum()));
WebApplication app = builder.Build();
app.MapPost("/predict", (float[] input, ModelHolder<SumNet> holder) =>
{
    float[] output = new float[SumNet.OutputSize];
    holder.Current.Network.Forward(input, output);
    return output;
});
await app.StartAsync();

using (var client = new HttpClient(new HttpClientHandler { UseProxy = false }) { BaseAddress = new Uri(app.Urls.Single()) })
{
    HttpResponseMessage response = await client.PostAsJsonAsync("/predict", new[] { 1f, 2f, 4f });
    Console.WriteLine($"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
}

await app.StopAsync();

static SumNet Sum()
{
    var network = new SumNet();
    network.SetParameters([1, 1, 1, 0.5f]);
    return network;
}

[Mlp(3, 1)]
internal sealed partial class SumNet;
