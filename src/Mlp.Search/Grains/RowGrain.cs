using System;
using System.Threading.Tasks;
using Mlp.Searching.Storage;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace Mlp.Searching.Grains;

/// <summary>A grain that keeps rows of its own.</summary>
/// <param name="storage">Where rows are kept.</param>
/// <param name="context">Says which grain it is.</param>
internal abstract class RowGrain(IGrainStorage storage, IGrainContext context) : Grain
{
    /// <summary>Its rows.</summary>
    private protected GrainRows Rows { get; } = new(storage, context.GrainId);

    /// <summary>Writes. Where that fails, what is here is more than what is kept, or another activation has written: this one ends, and the next one reads.</summary>
    private protected async Task Guarded(Func<Task> write)
    {
        try
        {
            await write();
        }
        catch
        {
            DeactivateOnIdle();
            throw;
        }
    }
}
