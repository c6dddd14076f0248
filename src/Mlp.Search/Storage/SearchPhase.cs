namespace Mlp.Searching.Storage;

/// <summary>Whether trials of a search are to be run.</summary>
internal enum SearchPhase
{
    /// <summary>Nobody has begun it.</summary>
    None,

    /// <summary>Hosts run its trials.</summary>
    Running,

    /// <summary>It was cancelled: what is done is kept, and the same name goes on.</summary>
    Paused,

    /// <summary>All trials have ended.</summary>
    Finished,

    /// <summary>It cannot go on until somebody begins it again.</summary>
    Failed,
}
