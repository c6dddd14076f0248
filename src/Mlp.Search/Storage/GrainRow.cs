using System.Diagnostics.CodeAnalysis;
using Orleans;

namespace Mlp.Searching.Storage;

/// <summary>A row of a grain as it is in memory.</summary>
/// <typeparam name="TContent">What is in it.</typeparam>
internal sealed class GrainRow<TContent> : IGrainState<TContent>
    where TContent : new()
{
    /// <summary>What is in it.</summary>
    [AllowNull]
    public TContent State
    {
        get;
        set => field = value ?? new TContent();
    }

    = new();

    /// <summary>The version that was read or written.</summary>
    public string? ETag { get; set; }

    /// <summary>Whether it is in the storage.</summary>
    public bool RecordExists { get; set; }
}
