using Mlp.Searching.Space;
using Mlp.Training;

namespace Mlp.Searching.Trials;

/// <summary>The options of a trial's training on one fold: what a user would write to train it by hand.</summary>
internal static class TrialOptions
{
    /// <summary>Options for a fold.</summary>
    /// <param name="definition">The search.</param>
    /// <param name="settings">The trial's settings.</param>
    /// <param name="epochs">Up to which epoch, those of earlier rungs included.</param>
    /// <param name="seed">The seed of the fold.</param>
    /// <param name="heldOut">The samples that are held out.</param>
    internal static TrainerOptions Of(SearchDefinition definition, TrialSettings settings, int epochs, ulong seed, Dataset heldOut)
    {
        BaseTraining training = definition.Training;
        return new TrainerOptions
        {
            Epochs = epochs,
            BatchSize = settings.BatchSize,
            Schedule = settings.Schedule.ToSchedule(settings.LearningRate, definition.Epochs),
            WeightDecay = settings.WeightDecay,
            Patience = settings.Patience,
            MinimumImprovement = training.MinimumImprovement,
            Validation = heldOut,
            GradientTolerance = training.GradientTolerance,
            ClipNorm = settings.ClipNorm,
            Shuffle = training.Shuffle,
            Seed = seed,
            ClassWeights = training.BalancesClasses ? ClassWeights.Balanced : training.ClassWeights is { } weights ? new ClassWeights(weights) : null,
        };
    }
}
