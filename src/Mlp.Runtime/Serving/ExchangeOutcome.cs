namespace Mlp.Serving;

/// <summary>What became of a look at a model file; whatever it is, a good network stays in service.</summary>
public enum ExchangeOutcome
{
    /// <summary>A new network is published.</summary>
    Exchanged,

    /// <summary>The file was touched, replaced by its equal or came back; its content is the one that was handled last, or the one in service.</summary>
    Unchanged,

    /// <summary>The file is missing or cannot be read. It is tried again when it changes and, where it exists, after growing pauses.</summary>
    Unreadable,

    /// <summary>The file is empty or too large, or loading threw. It is tried again when the file changes.</summary>
    Rejected,

    /// <summary>The network does not answer the canary as expected, or the canary threw. It is tried again when the file changes.</summary>
    CanaryFailed,

    /// <summary>
    /// The network is good, but its class names or scalers are others than those of the one in service, and
    /// <see cref="ModelFile{TNetwork}.AllowOtherClassNames"/> or <see cref="ModelFile{TNetwork}.AllowOtherScalers"/> is not set. It is tried
    /// again when the file changes.
    /// </summary>
    OtherMeaning,

    /// <summary>The file system tells of no changes: for now they are found by polling alone.</summary>
    PollingOnly,
}
