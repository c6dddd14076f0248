using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Mlp.Searching.Space;

/// <summary>Definitions as JSON: the same text for equal ones, and what two of them differ in.</summary>
internal static class DefinitionText
{
    private const int LongestShown = 120;

    /// <summary>How what a search keeps is written.</summary>
    internal static JsonSerializerOptions Format { get; } = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Converters = { new JsonStringEnumConverter() },
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The text of a definition.</summary>
    internal static string Of(SearchDefinition definition) => JsonSerializer.Serialize(definition, Format);

    /// <summary>The definition of a text.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    internal static SearchDefinition Read(string text) =>
        JsonSerializer.Deserialize<SearchDefinition>(text, Format) ?? throw new JsonException("It is null, but must be the definition of a search.");

    /// <summary>What differs, such as <c>Epochs is 60, but was 30</c>; nothing where the two are the same search.</summary>
    /// <param name="known">The one that was there before.</param>
    /// <param name="wanted">The one that is asked for.</param>
    internal static IReadOnlyList<string> Differences(SearchDefinition known, SearchDefinition wanted)
    {
        var differences = new List<string>();
        JsonObject before = JsonSerializer.SerializeToNode(known, Format)!.AsObject();
        foreach ((string name, JsonNode? now) in JsonSerializer.SerializeToNode(wanted, Format)!.AsObject())
        {
            if (!JsonNode.DeepEquals(before[name], now))
            {
                differences.Add(Difference(name, before[name], now));
            }
        }

        return differences;
    }

    private static string Difference(string name, JsonNode? before, JsonNode? now)
    {
        // Of a part that is an object the differing members alone: the hash of data among its sizes would hide the sizes.
        if (before is JsonObject old && now is JsonObject part)
        {
            var members = new List<string>();
            foreach ((string member, JsonNode? value) in part)
            {
                if (!JsonNode.DeepEquals(old[member], value))
                {
                    members.Add(Difference($"{name}.{member}", old[member], value));
                }
            }

            return string.Join("; ", members);
        }

        return $"{name} is {Shown(now)}, but was {Shown(before)}";
    }

    private static string Shown(JsonNode? node)
    {
        string text = node?.ToJsonString() ?? "none";
        return text.Length <= LongestShown ? text : string.Concat(text.AsSpan(0, LongestShown), "…");
    }
}
