using System.Threading.Tasks;
using Mlp.Searching.Trials;
using Orleans;

namespace Mlp.Searching.Grains;

/// <summary>Where a trial stands: its key is <see cref="TrialKey"/>.</summary>
[Alias("Mlp.Searching.ITrialGrain")]
internal interface ITrialGrain : IGrainWithStringKey
{
    /// <summary>After its last epoch that was kept; none where it has not begun.</summary>
    [Alias("Load")]
    Task<TrialState?> Load();

    /// <summary>Keeps where it stands. When the task ends, it will be there whatever happens.</summary>
    [Alias("Save")]
    Task Save(TrialState state);

    /// <summary>It has ended.</summary>
    [Alias("Clear")]
    Task Clear();
}
