using System.Threading;
using Mlp.Training;

namespace Mlp.Searching.Trials;

/// <summary>A network to be trained on one fold.</summary>
/// <param name="Seed">What its parameters begin with.</param>
/// <param name="Training">The samples to learn from.</param>
/// <param name="Options">How, with the samples that are held out as validation.</param>
/// <param name="Run">The trial, which is told each epoch.</param>
/// <param name="Checkpoint">From where the training goes on; none for the beginning.</param>
/// <param name="Cancellation">Ends it.</param>
internal sealed record FoldTask(
    ulong Seed, Dataset Training, TrainerOptions Options, TrialRun Run, byte[]? Checkpoint, CancellationToken Cancellation);
