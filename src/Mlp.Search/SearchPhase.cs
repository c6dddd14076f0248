namespace Mlp.Searching;

/// <summary>How a search that is kept stands.</summary>
public enum SearchPhase
{
    /// <summary>Nobody has begun it.</summary>
    None,

    /// <summary>Hosts run its trials, or will when there are hosts again.</summary>
    Running,

    /// <summary>It was cancelled: what is done is kept, and the same name goes on.</summary>
    Paused,

    /// <summary>All trials have ended.</summary>
    Finished,

    /// <summary>It cannot go on until somebody begins it again.</summary>
    Failed,
}
