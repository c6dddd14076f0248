using System;
using System.Threading;
using Mlp.CompilerServices;

namespace Mlp.Training;

/// <summary>Trains any network on a dataset.</summary>
/// <remarks>
/// <para>
/// An epoch is one pass over the data in minibatches. Every sample is used once, and each minibatch is one
/// <see cref="INetwork{TSelf}.TrainStep"/>. If an option needs the gradient by itself, a step is ComputeGradient and
/// ApplyGradient instead. With weights or on several threads, a step uses <see cref="ISlicedTraining"/>. With a line search, an
/// epoch is one step on all samples.
/// </para>
/// <para>
/// When the training ends, for whatever reason, the network has the best parameters. These are the parameters after the epoch
/// with the smallest validation loss, or training loss if there is no validation. That also holds if the training was cancelled,
/// if it diverged, and if the network or the progress threw an exception.
/// </para>
/// <para>
/// A training that diverges throws nothing by itself. Its result says so, and can throw
/// (<see cref="TrainingResult.ThrowIfDiverged"/>).
/// </para>
/// <para>
/// A validation loss is the loss of the parameters after the epoch. So is the training loss with a line search. Otherwise the
/// training loss is the mean over an epoch's steps, each measured before the step is taken. While the parameters improve, it is a
/// little larger than the loss of the final parameters, and it says nothing about the last step. So if the last epoch is the best
/// one, a pass over the samples at the end makes sure that its parameters have not exploded. If they have, the best parameters
/// before them are restored.
/// </para>
/// <para>
/// Training continues from the parameters of the network, and from the state of its optimizer. After a divergence the optimizer's
/// state is reset. The same network, data, options and seed give the same result, bit for bit, on the same machine type and
/// vector width, whatever the threads do. Memory is allocated once for a training, and for one report an epoch. A batch allocates
/// nothing.
/// </para>
/// </remarks>
/// <example><code>TrainingResult result = Trainer.Fit(network, data, new() { Epochs = 50, LearningRate = 0.05, ValidationFraction = 0.2, Patience = 5 }).ThrowIfDiverged();</code></example>
public static class Trainer
{
    /// <summary>Trains a network.</summary>
    /// <typeparam name="TNetwork">
    /// The network. A struct is passed as a copy: an emitted one shares its parameters with its copies and is trained; for a
    /// struct that holds its own use <see cref="FitInPlace{TNetwork}"/>.
    /// </typeparam>
    /// <param name="network">The network; nobody else may use it until the call returns.</param>
    /// <param name="data">
    /// Samples with as many features as the network has inputs, and as many targets as it has outputs. Labels become targets: 1
    /// for the class and 0 for the others, or 0 and 1 where there is one output.
    /// </param>
    /// <param name="options">How to train; without them <c>new TrainerOptions()</c>.</param>
    /// <param name="progress">Is told each epoch's report, once, on this thread.</param>
    /// <param name="cancellationToken">Looked at before each batch. A cancelled training returns and does not throw.</param>
    /// <exception cref="ArgumentException">
    /// The data does not fit the network, options contradict each other or do not fit the data, or the network is no
    /// <see cref="ISlicedTraining"/> and an option needs one. Nothing has happened.
    /// </exception>
    /// <exception cref="InvalidOperationException">The schedule gave a rate that is no learning rate.</exception>
    public static TrainingResult Fit<TNetwork>(
        TNetwork network,
        Dataset data,
        TrainerOptions? options = null,
        IProgress<EpochReport>? progress = null,
        CancellationToken cancellationToken = default)
        where TNetwork : INetwork<TNetwork>
    {
        ArgumentNullException.ThrowIfNull(network);
        return new TrainingRun<TNetwork>(network, data, options ?? new TrainerOptions(), progress, cancellationToken).Fit();
    }

    /// <summary>Trains a network that is a struct, in place.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <inheritdoc cref="Fit{TNetwork}"/>
    public static TrainingResult FitInPlace<TNetwork>(
        ref TNetwork network,
        Dataset data,
        TrainerOptions? options = null,
        IProgress<EpochReport>? progress = null,
        CancellationToken cancellationToken = default)
        where TNetwork : struct, INetwork<TNetwork>
    {
        var run = new TrainingRun<TNetwork>(network, data, options ?? new TrainerOptions(), progress, cancellationToken);
        try
        {
            return run.Fit();
        }
        finally
        {
            network = run.Network;
        }
    }

    /// <summary>
    /// Cross-validation: divides the samples into folds, and for each of them fits a new network on the others and measures it on
    /// this one. With labels, every fold has its share of each class.
    /// </summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="create">Makes a new network for each fold, as in <c>() =&gt; new Net(seed: 1)</c>.</param>
    /// <param name="data">All samples.</param>
    /// <param name="folds">The number of folds, 2 to the number of samples; 5 or 10 as a rule.</param>
    /// <param name="options">How to train; without them <c>new TrainerOptions()</c>. Its seed divides the samples too.</param>
    /// <param name="scaler">Fits a scaler of the features on each fold's samples to learn from, such as <c>StandardScaler.Fit</c>; without it they stay as they are.</param>
    /// <param name="targetScaler">Fits a scaler of the targets, such as <c>StandardScaler.FitTargets</c>; errors are in the units of before all the same.</param>
    /// <param name="cancellationToken">Looked at before each batch.</param>
    /// <exception cref="ArgumentException">The data does not fit the network, options contradict each other, the network is not new, or the data has gone through a scaler and another is asked for.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of folds is outside its range.</exception>
    /// <exception cref="TrainingDivergedException">A fold diverged; the message names the likely cause.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <example><code>
    /// CrossValidationResult result = Trainer.CrossValidate(() =&gt; new Price(seed: 1), data, folds: 5, options, StandardScaler.Fit, StandardScaler.FitTargets);
    /// Console.WriteLine(result.R2);      // 0.4712 ± 0.0514
    /// </code></example>
    public static CrossValidationResult CrossValidate<TNetwork>(
        Func<TNetwork> create,
        Dataset data,
        int folds = 5,
        TrainerOptions? options = null,
        Func<Dataset, FeatureScaler?>? scaler = null,
        Func<Dataset, FeatureScaler?>? targetScaler = null,
        CancellationToken cancellationToken = default)
        where TNetwork : INetwork<TNetwork> =>
        CrossValidator.Run(create, data, folds, options ?? new TrainerOptions(), scaler, targetScaler, cancellationToken);
}
