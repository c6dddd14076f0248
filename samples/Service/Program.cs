// Serves predictions of a saved network over HTTP, and exchanges the network when its file changes.
//   dotnet run -c Release --project samples/Service -- train     trains on the iris data and writes the file
//   dotnet run -c Release --project samples/Service              serves it

using System;
using System.IO;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Mlp;
using Mlp.Samples;
using Mlp.Serving;

// The settings lie beside the program; a path in them is relative to where it was started.
WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
ServiceOptions options = builder.Configuration.GetSection("Service").Get<ServiceOptions>() ?? new();
if (args is ["train", ..])
{
    return Command.Run(() => IrisTraining.Run(options.ModelPath, builder.Configuration.GetValue<ulong>("seed")));
}

// Each answer takes scaler and names from the network that it asked. Names that change are not what clients were told.
var file = new ModelFile<IrisNet>(options.ModelPath, IrisNet.Read)
{
    MaximumLength = options.MaximumFileLength,
    ReadCanary = WeightFile.ReadCanary,
    AllowOtherScalers = true,
};
if (!File.Exists(file.Path))
{
    Console.Error.WriteLine($"There is no file {file.Path}. The argument train makes it.");
    return 1;
}

// The model: the first one must be good; the watcher brings the others, and keeps the good one where a file is bad.
ModelHolder<IrisNet>? holder = null;
if (Command.Run(() => holder = file.Open(), file.Path) is not 0 and int code)
{
    return code;
}

builder.Services.AddSingleton(options);
builder.Services.AddSingleton(holder!);
builder.Services.AddSingleton<ExchangeListener>();
builder.Services.AddSingleton(services => new ModelWatcher<IrisNet>(
    services.GetRequiredService<ModelHolder<IrisNet>>(),
    file,
    new ModelWatcherOptions { PollingInterval = options.PollingInterval, QuietTime = options.QuietTime },
    services.GetRequiredService<ExchangeListener>()));

// What is asked of the model, and what is measured.
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<ServiceMetrics>();
builder.Services.AddSingleton<PredictionEndpoints>();
builder.Services.AddHealthChecks().AddCheck<ModelHealthCheck>("model");

// Every answer that is no success is a problem of RFC 9457, also that to a body which is no JSON.
builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, MessagesContext.Default));
builder.Services.AddProblemDetails(problems => problems.CustomizeProblemDetails = Problems.Explain);
builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
builder.WebHost.ConfigureKestrel(server => server.Limits.MaxRequestBodySize = options.MaximumBodyLength);

WebApplication app = builder.Build();
app.UseExceptionHandler(Problems.Handling);
app.UseStatusCodePages();
app.MapPost("/predict", (PredictionRequest? request, PredictionEndpoints endpoints) => endpoints.Predict(request));
app.MapPost("/predict/batch", (BatchRequest? request, PredictionEndpoints endpoints) => endpoints.PredictBatch(request));
app.MapGet("/model", (PredictionEndpoints endpoints) => endpoints.Model());
app.MapHealthChecks("/health", new HealthCheckOptions { ResponseWriter = ModelHealthCheck.Write });

// SIGTERM ends it: requests that have begun are answered, then the container disposes the watcher.
app.Services.GetRequiredService<ModelWatcher<IrisNet>>();
app.Run();
return 0;
