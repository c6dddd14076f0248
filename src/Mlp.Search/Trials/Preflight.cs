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
    }
}
