using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Mlp.Searching.Storage;
using Orleans;
using Orleans.Placement;
using Orleans.Runtime;
using Orleans.Storage;

namespace Mlp.Searching.Grains;

/// <summary>The board of a cluster, kept in the storage.</summary>
[PreferLocalPlacement]
internal sealed class SearchBoardGrain : Grain, ISearchBoardGrain
{
    private const string Name = "board";
    private readonly GrainRows _rows;
    private GrainRow<BoardRecord>? _row;

    /// <summary>The board.</summary>
    public SearchBoardGrain([FromKeyedServices(GrainRows.StorageName)] IGrainStorage storage, IGrainContext context) => _rows = new GrainRows(storage, context.GrainId);

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken) => _row = await _rows.Read<BoardRecord>(Name);

    /// <inheritdoc/>
    public Task<string[]> Names() => Task.FromResult(_row!.State.Names);

    /// <inheritdoc/>
    public Task Add(string name) => Names(_row!.State.Names.Contains(name) ? _row.State.Names : [.. _row.State.Names, name]);

    /// <inheritdoc/>
    public Task Remove(string name) => Names([.. _row!.State.Names.Where(known => known != name)]);

    private async Task Names(string[] names)
    {
        if (names.AsSpan().SequenceEqual(_row!.State.Names))
        {
            return;
        }

        _row.State = new BoardRecord { Names = names };
        try
        {
            await _rows.Write(Name, _row);
        }
        catch
        {
            DeactivateOnIdle();
            throw;
        }
    }
}
