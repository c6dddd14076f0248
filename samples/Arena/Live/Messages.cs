using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mlp.Samples;

/// <summary>How the world is driven, for controls.</summary>
internal sealed record StateMessage(
    ulong Seed, int Creatures, int PlannedCreatures, int FewestCreatures, int MostCreatures, bool Paused, int Speed, int MaximumSpeed, int[] Layers)
{
    public string Type => "state";
}

/// <summary>All generations so far, for the curve.</summary>
internal sealed record HistoryMessage(IReadOnlyCollection<GenerationResult> Generations)
{
    public string Type => "history";
}

/// <summary>A generation has ended.</summary>
internal sealed record GenerationMessage(GenerationResult Result)
{
    public string Type => "generation";
}

/// <summary>A message of the page was refused.</summary>
internal sealed record RefusalMessage(string Reason)
{
    public string Type => "refused";
}

/// <summary>Code that writes the messages, made in the build.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(StateMessage))]
[JsonSerializable(typeof(HistoryMessage))]
[JsonSerializable(typeof(GenerationMessage))]
[JsonSerializable(typeof(RefusalMessage))]
internal sealed partial class MessagesContext : JsonSerializerContext;
