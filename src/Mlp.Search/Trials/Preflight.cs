using System;
using System.Linq;
using Mlp.Searching.Space;
using Mlp.Training;

namespace Mlp.Searching.Trials;

/// <summary>What can be known to go wrong with data and networks before a trial runs.</summary>
internal static class Preflight
{
    /// <summary>Lets every network look at every fold, with the options that trials have.</summary>
    /// <exception cref="ArgumentException">A network does not take the samples or the options: it is named.</exception>
    internal static void Require(SearchDefinition definition, Dataset data)
    {
        var folds = new PreparedFolds(definition, data);
        TrialSettings settings = new SearchPlan(definition).SettingsOf(0);
        foreach (NetworkReference reference in definition.Networks)
        {
            NetworkKind network = NetworkKind.Resolve(reference);
            foreach (int fold in Enumerable.Range(0, folds.Count))
            {
                try
                {
                    network.RequireFit(folds[fold].Training, TrialOptions.Of(definition, settings, definition.Epochs, 0, folds[fold].HeldOut));
                    network.RequireTargets(folds[fold].HeldOut);
                    if (folds.Count == 1 || definition.TargetScaler != SearchScaler.None)
                    {
                        // Otherwise what one fold learns from is what others hold out.
                        network.RequireTargets(folds[fold].Training);
                    }
                }
                catch (ArgumentException exception)
                {
                    throw new ArgumentException($"{reference.Name} cannot learn from this data: {exception.Message}", exception);
                }
            }
        }

        RequireScore(definition, folds);
    }

    /// <summary>R² says how much better than the mean of the targets a network is: where all of them are alike it is 0, whatever the network says.</summary>
    private static void RequireScore(SearchDefinition definition, PreparedFolds folds)
    {
        for (int fold = 0; definition.Score == SearchScore.R2 && fold < folds.Count; fold++)
        {
            Dataset heldOut = folds[fold].HeldOut;
            ReadOnlySpan<float> first = heldOut.Targets(0);
            bool isConstant = true;
            for (int row = 1; isConstant && row < heldOut.Count; row++)
            {
                isConstant = heldOut.Targets(row).SequenceEqual(first);
            }

            if (isConstant)
            {
                throw new ArgumentException(
                    SettingRange.Invariant($"Score is R2, but what fold {fold + 1} of {folds.Count} holds out (samples: {heldOut.Count}) has the same targets throughout, of which R² says nothing: choose fewer Folds or more ValidationFraction, or take SearchScore.Loss."), "options");
            }
        }
    }
}
