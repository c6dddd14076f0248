using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Laws;

/// <summary>
/// The rooms of the runtime and what each may name of the others. A room is a folder; "Mlp" is the runtime's own. What stands in a
/// layer may name rooms of the layers below it, and no other: so there is no cycle, and any room can be read without those above it.
/// </summary>
public sealed class RoomTests
{
    private const string Mlp = "Mlp";

    /// <summary>Layer after layer, the lowest first. A room that is named no more is taken out.</summary>
    private static readonly (string Room, string[] Names)[][] Layers =
    [
        // What a network has for populations.
        [
            ("CompilerServices/Agents", []),
        ],

        // What a user writes and every network is, the words of messages, checks of one value, random numbers, vectors.
        [
            (Mlp, ["CompilerServices/Agents"]),
            ("Text", []),
            ("Validation", []),
            ("Initialization", []),
            ("CompilerServices/Lanes", []),
            ("CompilerServices/Masks", []),
            ("CompilerServices/Requirements", []),
        ],

        // Layers as one writes them; the loops over a batch, and the words of kernels.
        [
            ("Layers", [Mlp]),
            ("CompilerServices/Chunks", ["CompilerServices/Masks"]),
            ("CompilerServices/Vocabulary", ["CompilerServices/Lanes"]),
        ],

        // What kernels compute with, and where numbers stand.
        [
            ("CompilerServices/Numerics", ["CompilerServices/Lanes"]),
            ("CompilerServices/Storage", ["CompilerServices/Agents", "CompilerServices/Chunks", "CompilerServices/Lanes", "Validation"]),
        ],

        // Products, and images, for kernels and for what is computed without them.
        [
            ("CompilerServices/Initialization", ["CompilerServices/Storage", "Initialization"]),
            ("CompilerServices/Tiles", ["CompilerServices/Agents", "CompilerServices/Lanes", "CompilerServices/Numerics", "CompilerServices/Vocabulary"]),
            ("CompilerServices/Optimizers", ["CompilerServices/Lanes", "CompilerServices/Masks", "CompilerServices/Numerics", "CompilerServices/Storage"]),
        ],
        [
            ("CompilerServices/Planes", ["CompilerServices/Chunks", "CompilerServices/Lanes", "CompilerServices/Masks", "CompilerServices/Storage", "CompilerServices/Tiles", "CompilerServices/Vocabulary"]),
        ],
        [
            ("CompilerServices/Slices", ["CompilerServices/Numerics", "CompilerServices/Optimizers", "CompilerServices/Storage"]),
        ],

        // How it is computed without emitted code; a gradient of many samples is added up in blocks here too.
        [
            ("CompilerServices/Interpretation", [Mlp, "CompilerServices/Lanes", "CompilerServices/Masks", "CompilerServices/Numerics", "CompilerServices/Planes", "CompilerServices/Slices", "CompilerServices/Storage"]),
        ],

        // Data and what its numbers mean; whether that is what a network was fitted on.
        [
            ("Training/Data", ["CompilerServices/Numerics", "CompilerServices/Requirements", "Initialization", "Text", "Validation"]),
        ],
        [
            ("Training/Schema", [Mlp, "Training/Data"]),
            ("CompilerServices/Schema", ["Training/Data"]),
        ],

        // Weight files. A canary travels in them, and knows how numbers and names are written there.
        [
            ("Serialization/Metadata", ["CompilerServices/Masks", "CompilerServices/Optimizers", "Training/Data"]),
        ],
        [
            ("Canaries", [Mlp, "CompilerServices/Numerics", "CompilerServices/Requirements", "Serialization/Metadata", "Training/Data", "Training/Schema"]),
        ],
        [
            ("Serialization", [Mlp, "Canaries", "CompilerServices/Optimizers", "CompilerServices/Requirements", "Serialization/Metadata", "Text", "Training/Data", "Training/Schema", "Validation"]),
        ],

        // A network for many readers.
        [
            ("Serving", [Mlp, "Canaries", "Training/Data", "Training/Schema"]),
        ],

        // What a training is made of.
        [
            ("Training/LineSearch", ["CompilerServices/Requirements", "Validation"]),
            ("Training/Schedules", ["Initialization", "Validation"]),
            ("Training/Reports", []),
            ("Training/Metrics", [Mlp, "CompilerServices/Numerics", "CompilerServices/Requirements", "Training/Data", "Training/Schema", "Validation"]),
            ("Training/Batches", ["CompilerServices/Storage", "Initialization", "Training/Data", "Validation"]),
        ],
        // A training after an epoch, and its file.
        [
            ("Training/Checkpoints", [Mlp, "CompilerServices/Numerics", "CompilerServices/Optimizers", "Serialization", "Serialization/Metadata", "Text", "Training/Data", "Training/Reports"]),
        ],
        [
            ("Training/Options", ["CompilerServices/Numerics", "Training/Checkpoints", "Training/Data", "Training/LineSearch", "Training/Schedules", "Validation"]),
        ],
        [
            ("Training/Steps", [Mlp, "CompilerServices/Numerics", "CompilerServices/Optimizers", "CompilerServices/Slices", "CompilerServices/Storage", "Training/Batches", "Training/LineSearch", "Training/Options"]),
        ],

        // Many networks at once.
        [
            ("Evolution/Draws", ["Initialization"]),
        ],
        [
            ("Evolution", [Mlp, "CompilerServices/Agents", "CompilerServices/Lanes", "CompilerServices/Requirements", "CompilerServices/Storage", "Evolution/Draws", "Serialization", "Serialization/Metadata", "Text", "Training/Steps", "Validation"]),
        ],
        [
            ("Crowds", [Mlp, "CompilerServices/Requirements", "Evolution", "Initialization", "Validation"]),
            ("Training/Fitting", [Mlp, "CompilerServices/Numerics", "CompilerServices/Optimizers", "CompilerServices/Requirements", "CompilerServices/Slices", "Serialization", "Training/Batches", "Training/Checkpoints", "Training/Data", "Training/LineSearch", "Training/Metrics", "Training/Options", "Training/Reports", "Training/Schedules", "Training/Schema", "Training/Steps", "Validation"]),
        ],

        // What stands on a training: scalers and network as one, folds, and the calls themselves.
        [
            ("Training/Pipelines", [Mlp, "CompilerServices/Numerics", "CompilerServices/Requirements", "CompilerServices/Slices", "Serialization", "Training/Data", "Training/Fitting", "Training/Metrics", "Training/Options", "Training/Reports", "Training/Schema", "Validation"]),
        ],
        [
            ("Training/CrossValidation", [Mlp, "Training/Checkpoints", "Training/Data", "Training/Fitting", "Training/Metrics", "Training/Options", "Training/Pipelines", "Training/Schema"]),
        ],
        [
            ("Training", [Mlp, "Training/CrossValidation", "Training/Data", "Training/Fitting", "Training/Options", "Training/Reports"]),
        ],
    ];

    private static readonly IReadOnlyList<RoomReference> References =
        [.. RuntimeSources.References().Select(reference => reference with { From = NameOf(reference.From), To = NameOf(reference.To) })];

    private static IEnumerable<(string From, string To)> Allowed => Layers.SelectMany(layer => layer).SelectMany(room => room.Names.Select(name => (room.Room, name)));

    [Fact]
    public void The_sources_are_understood()
    {
        // A name that means nothing here would be no reference, and no law would hold for it.
        RuntimeSources.Compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        References.Count.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public void A_room_names_only_what_it_may()
    {
        HashSet<(string, string)> allowed = [.. Allowed];

        References.Where(reference => !allowed.Contains((reference.From, reference.To)))
            .Select(reference => $"{reference.From} names {reference.To}: {reference.Type} in {reference.File}").Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void What_is_allowed_is_needed()
    {
        HashSet<(string, string)> found = [.. References.Select(reference => (reference.From, reference.To))];

        Allowed.Where(edge => !found.Contains(edge)).Select(edge => $"{edge.From} names {edge.To} no more").ShouldBeEmpty();
    }

    [Fact]
    public void Every_room_has_a_layer()
    {
        IEnumerable<string> rooms = RuntimeSources.Compilation.SyntaxTrees.Select(RuntimeSources.RoomOf).Select(NameOf);

        Layers.SelectMany(layer => layer).Select(room => room.Room).ShouldBe(rooms.Distinct(), ignoreOrder: true);
    }

    [Fact]
    public void Rooms_build_on_the_layers_below_them_alone()
    {
        var below = new HashSet<string>();
        foreach ((string Room, string[] Names)[] layer in Layers)
        {
            foreach ((string room, string[] names) in layer)
            {
                names.Where(name => !below.Contains(name)).ShouldBeEmpty($"{room} may not name these: they are not below it.");
                names.ShouldBeUnique(room);
            }

            below.UnionWith(layer.Select(room => room.Room));
        }
    }

    private static string NameOf(string folder) => folder.Length == 0 ? Mlp : folder;
}
