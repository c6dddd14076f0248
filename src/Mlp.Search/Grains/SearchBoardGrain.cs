using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Mlp.Searching.Storage;
using Orleans.Placement;
using Orleans.Runtime;
using Orleans.Storage;

namespace Mlp.Searching.Grains;

/// <summary>The board of a cluster, kept in the storage.</summary>
[PreferLocalPlacement]
internal sealed class SearchBoardGrain([FromKeyedServices(GrainRows.StorageName)] IGrainStorage storage, IGrainContext context) : RowGrain(storage, context), ISearchBoardGrain
{
    private const string Name = "board";

    private GrainRow<BoardRecord>? _row;

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken) => _row = await Rows.Read<BoardRecord>(Name);

    /// <inheritdoc/>
    public Task<string[]> Names() => Task.FromResult(_row!.State.Names);

    /// <inheritdoc/>
    public Task Add(string name) => Names(_row!.State.Names.Contains(name) ? _row.State.Names : [.. _row.State.Names, name]);

    /// <inheritdoc/>
    public Task Remove(string name) => Names([.. _row!.State.Names.Where(known => known != name)]);

    private Task Names(string[] names)
    {
        if (names.AsSpan().SequenceEqual(_row!.State.Names))
        {
            return Task.CompletedTask;
        }

        _row.State = new BoardRecord { Names = names };
        return Guarded(() => Rows.Write(Name, _row));
    }
}
