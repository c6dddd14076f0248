using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Mlp.Searching.Storage;
using Mlp.Searching.Trials;
using Orleans;
using Orleans.Placement;
using Orleans.Runtime;
using Orleans.Storage;

namespace Mlp.Searching.Grains;

/// <summary>Keeps where a trial stands, on the host that runs it.</summary>
[PreferLocalPlacement]
internal sealed class TrialGrain : Grain, ITrialGrain
{
    private const string Name = "trial";
    private readonly GrainRows _rows;
    private GrainRow<TrialRecord>? _row;

    /// <summary>A trial by the name of its search and its index.</summary>
    public TrialGrain([FromKeyedServices(GrainRows.StorageName)] IGrainStorage storage, IGrainContext context) => _rows = new GrainRows(storage, context.GrainId);

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken) => _row = await _rows.Read<TrialRecord>(Name);

    /// <inheritdoc/>
    public Task<TrialState?> Load() => Task.FromResult(_row!.State.State);

    /// <inheritdoc/>
    public async Task Save(TrialState state)
    {
        _row!.State = new TrialRecord { State = state };
        try
        {
            await _rows.Write(Name, _row);
        }
        catch
        {
            // What is in the storage is not what is here.
            DeactivateOnIdle();
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task Clear()
    {
        DeactivateOnIdle();
        await _rows.Clear<TrialRecord>(Name);
    }
}
