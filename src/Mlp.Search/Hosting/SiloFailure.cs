using System;
using System.Threading.Tasks;
using Orleans.Runtime;

namespace Mlp.Searching.Hosting;

/// <summary>What a silo says when it cannot go on. By default it would end the process, which is the user's: here whoever started it hears of it.</summary>
internal sealed class SiloFailure : IFatalErrorHandler
{
    private readonly TaskCompletionSource<string> _failure = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends with the cause when the silo cannot go on.</summary>
    internal Task<string> Task => _failure.Task;

    /// <inheritdoc/>
    public bool IsUnexpected(Exception exception) => exception is not OperationCanceledException;

    /// <inheritdoc/>
    public void OnFatalException(object? sender, string? context, Exception? exception) => _failure.TrySetResult(exception?.Message ?? context ?? "no cause is known");
}
