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
    private const string Name = RowNames.Board;

    private GrainRow<BoardRecord>? _row;

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken) => _row = await Rows.Read<BoardRecord>(Name);

    /// <inheritdoc/>
    public Task<string[]> Names() => Task.FromResult(_row!.State.Names);

    /// <inheritdoc/>
    public Task Add(string name) => Change(_row!.State.Names.Contains(name) ? _row.State : new BoardRecord { Names = [.. _row.State.Names, name] });

    /// <inheritdoc/>
    public Task Remove(string name) => Change(_row!.State.Without(name));

    private Task Change(BoardRecord board)
    {
        if (board.Names.AsSpan().SequenceEqual(_row!.State.Names))
        {
            return Task.CompletedTask;
        }

        _row.State = board;
        return Guarded(() => Rows.Write(Name, _row));
    }
}
