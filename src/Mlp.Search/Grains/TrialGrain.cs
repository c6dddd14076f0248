using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Mlp.Searching.Storage;
using Mlp.Searching.Trials;
using Orleans.Placement;
using Orleans.Runtime;
using Orleans.Storage;

namespace Mlp.Searching.Grains;

/// <summary>Keeps where a trial stands, on the host that runs it.</summary>
[PreferLocalPlacement]
internal sealed class TrialGrain([FromKeyedServices(GrainRows.StorageName)] IGrainStorage storage, IGrainContext context) : RowGrain(storage, context), ITrialGrain
{
    private const string Name = RowNames.Trial;

    private GrainRow<TrialRecord>? _row;

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken) => _row = await Rows.Read<TrialRecord>(Name);

    /// <inheritdoc/>
    public Task<TrialState?> Load() => Task.FromResult(_row!.State.State);

    /// <inheritdoc/>
    public Task Save(TrialState state)
    {
        _row!.State = new TrialRecord { State = state };
        return Guarded(() => Rows.Write(Name, _row));
    }

    /// <inheritdoc/>
    public async Task Clear()
    {
        DeactivateOnIdle();
        await Rows.Clear<TrialRecord>(Name);
    }
}
