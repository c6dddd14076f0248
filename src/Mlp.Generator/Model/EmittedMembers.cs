using System.Collections.Generic;
using System.Linq;

namespace Mlp.Generator.Model;

/// <summary>Every member an emitted part may declare: the one list that the parser checks the user's part against.</summary>
internal static class EmittedMembers
{
    private const string Inputs = "System.ReadOnlySpan<float>";
    private const string Labels = "System.ReadOnlySpan<int>";
    private const string Outputs = "System.Span<float>";

    private const string Stream = "System.IO.Stream";
    private const string Load = "Load";

    /// <summary>The names of the classes, where they are known.</summary>
    public const string ClassNames = nameof(ClassNames);

    private static readonly EmittedMember[] OfEveryNetwork =
    [
        new("InputSize", null),
        new("OutputSize", null),
        new("ParameterCount", null),
        new("Description", null),
        new("Summary", null),
        new("Initialize", "ulong"),
        new("Forward", $"{Inputs}, {Outputs}"),
        new("ForwardBatch", $"{Inputs}, {Outputs}"),
        new("ComputeLoss", $"{Inputs}, {Inputs}"),
        new("ComputeGradient", $"{Inputs}, {Inputs}, {Outputs}"),
        new("ComputeInputGradient", $"{Inputs}, {Inputs}, {Outputs}"),
        new("Backpropagate", $"{Inputs}, {Inputs}, {Outputs}, {Outputs}"),
        new("TrainStep", $"{Inputs}, {Inputs}, float"),
        new("ApplyGradient", $"{Inputs}, float"),
        new("CopyParametersTo", Outputs),
        new("SetParameters", Inputs),
        new("Save", "string"),
        new("Save", Stream),
        new(Load, "string"),
        new(Load, Stream),
        new(EmittedFields.Parameters, null),
        new(EmittedFields.Weights, null),
        new(EmittedFields.Memory, null),
        new(EmittedFields.Slice, null),
        new(EmittedFields.State, null),
        new(EmittedFields.Schema, null),
    ];

    private static readonly EmittedMember[] OfClassifiers =
    [
        new("ClassCount", null),
        new("Classify", Inputs),
        new("ComputeLoss", $"{Inputs}, {Labels}"),
        new("ComputeGradient", $"{Inputs}, {Labels}, {Outputs}"),
        new("ComputeInputGradient", $"{Inputs}, {Labels}, {Outputs}"),
        new("TrainStep", $"{Inputs}, {Labels}, float"),
    ];

    /// <summary>The names of what only a training needs, or a network that is trained.</summary>
    private static readonly string[] OfTraining =
    [
        "Initialize", "ComputeLoss", "ComputeGradient", "ComputeInputGradient", "Backpropagate", "TrainStep", "ApplyGradient", "Clone",
        EmittedFields.Slice, EmittedFields.State,
    ];

    /// <summary>The names of what a frozen network has, too.</summary>
    private static readonly string[] OfFrozen =
    [
        "InputSize", "OutputSize", "ParameterCount", "ClassCount", "Description", "Summary", "Forward", "ForwardBatch", "Classify", "CopyParametersTo",
        EmittedFields.Weights, EmittedFields.Memory,
    ];

    /// <summary>A record may not declare a member of this name (CS8859); there the interface's is implemented explicitly.</summary>
    private static readonly EmittedMember Clone = new("Clone", "");

    private static readonly EmittedMember NamesOfClasses = new(ClassNames, null);

    /// <summary>The names of all members of any network.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. OfEveryNetwork.Concat(OfClassifiers).Append(Clone).Append(NamesOfClasses).Select(member => member.Name).Distinct()];

    /// <summary>The members of one network.</summary>
    /// <param name="isClassifier">See <see cref="NetworkModel.IsClassifier"/>.</param>
    /// <param name="isRecord">See <see cref="TypeShape.IsRecord"/>.</param>
    /// <param name="use">See <see cref="NetworkModel.Use"/>.</param>
    /// <param name="isConstructible">See <see cref="NetworkModel.IsConstructible"/>.</param>
    /// <param name="namesClasses">Whether the names of its classes are known.</param>
    public static IEnumerable<EmittedMember> Of(bool isClassifier, bool isRecord, NetworkUse use = NetworkUse.Trains, bool isConstructible = true, bool namesClasses = false) =>
        OfEveryNetwork
            .Concat(isClassifier ? OfClassifiers : [])
            .Concat(isRecord ? [] : [Clone])
            .Where(member => use switch
            {
                NetworkUse.Frozen => OfFrozen.Contains(member.Name),
                NetworkUse.Predicts => !OfTraining.Contains(member.Name),
                _ => true,
            })
            .Concat(namesClasses ? [NamesOfClasses] : [])
            .Where(member => isConstructible || use == NetworkUse.Frozen || member.Name != Load);
}
