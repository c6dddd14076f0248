using Mlp.Searching.Trials;

namespace Mlp.Searching.Hosting;

/// <summary>Is told what the workers of a host do. Called by their threads.</summary>
internal interface IWorkerWatch
{
    /// <summary>A training begins, or goes on from a state.</summary>
    void Begin(string search, TrialSpec spec, TrialState? from);

    /// <summary>An epoch has ended, and where the trial stands is not kept yet.</summary>
    void AfterEpoch(string search, TrialMoment moment);

    /// <summary>Where a trial stands after its last epoch is kept.</summary>
    void Kept(string search, TrialSpec spec);

    /// <summary>The outcome of a training is kept.</summary>
    void Complete(string search, TrialSpec spec);
}
