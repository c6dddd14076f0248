using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Mlp.Samples;

/// <summary>One sample: as many values as the network has inputs, in its users' units.</summary>
internal sealed record PredictionRequest(float[]? Input);

/// <summary>Several samples.</summary>
internal sealed record BatchRequest(float[]?[]? Inputs);

/// <summary>The most probable class and the probability of each, in the order of the class names.</summary>
internal readonly record struct Prediction(string Class, float[] Probabilities);

/// <summary>A prediction, and the version of the model that made it.</summary>
internal sealed record PredictionAnswer(long Version, string Class, float[] Probabilities);

/// <summary>A prediction for each sample in turn, all made by one version of the model.</summary>
internal sealed record BatchAnswer(long Version, Prediction[] Predictions);

/// <summary>The model in service.</summary>
internal sealed record ModelAnswer(long Version, string? ContentHash, DateTimeOffset PublishedAt, int InputSize, IReadOnlyList<string> ClassNames);

/// <summary>How the service is, and why where it is not healthy.</summary>
internal sealed record HealthAnswer(string Status, string? Reason);

/// <summary>Code that reads and writes the messages, made in the build.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PredictionRequest))]
[JsonSerializable(typeof(BatchRequest))]
[JsonSerializable(typeof(PredictionAnswer))]
[JsonSerializable(typeof(BatchAnswer))]
[JsonSerializable(typeof(ModelAnswer))]
[JsonSerializable(typeof(HealthAnswer))]
[JsonSerializable(typeof(ProblemDetails))]
[JsonSerializable(typeof(HttpValidationProblemDetails))]
internal sealed partial class MessagesContext : JsonSerializerContext;
