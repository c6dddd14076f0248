namespace Mlp.Serving;

/// <summary>The result of a look at a model file. Whatever it is, a good network stays in service.</summary>
public enum ExchangeOutcome
{
    /// <summary>A new network is published.</summary>
    Exchanged,

    /// <summary>
    /// The file was touched, replaced by an equal one or came back. Its content is the content that was handled last, or the one
    /// in service.
    /// </summary>
    Unchanged,

    /// <summary>The file is missing or cannot be read. It is tried again when it changes and, where it exists, after growing pauses.</summary>
    Unreadable,

    /// <summary>The file is empty or too large, or loading threw. It is tried again when the file changes.</summary>
    Rejected,

    /// <summary>The network does not answer the canary as expected, or the canary threw. It is tried again when the file changes.</summary>
    CanaryFailed,

    /// <summary>
    /// The network is good, but its class names or scalers differ from those of the one in service, and
    /// <see cref="ModelFile{TNetwork}.AllowOtherClassNames"/> or <see cref="ModelFile{TNetwork}.AllowOtherScalers"/> is not set.
    /// It is tried again when the file changes.
    /// </summary>
    OtherMeaning,

    /// <summary>The file system does not report changes: for now they are found only by polling.</summary>
    PollingOnly,
}
