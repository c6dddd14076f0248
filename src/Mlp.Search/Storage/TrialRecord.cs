using Mlp.Searching.Trials;
using Orleans;

namespace Mlp.Searching.Storage;

/// <summary>Where a trial stands.</summary>
[GenerateSerializer]
[Alias("Mlp.Searching.TrialRecord")]
internal sealed class TrialRecord
{
    /// <summary>After its last epoch that was kept; none where it has ended or not begun.</summary>
    [Id(0)]
    public TrialState? State { get; set; }
}
