using System;

namespace Mlp.Searching.Trials;

/// <summary>A trial after one of its epochs. It is valid during the call that it is given to.</summary>
internal sealed class TrialMoment
{
    private readonly Func<TrialState> _capture;

    /// <summary>A moment whose state is only made where somebody asks.</summary>
    internal TrialMoment(TrialSpec spec, Func<TrialState> capture) => (Spec, _capture) = (spec, capture);

    /// <summary>What is being done.</summary>
    internal TrialSpec Spec { get; }

    /// <summary>The fold, counted from 0.</summary>
    internal int Fold { get; set; }

    /// <summary>The epoch that has ended, counted from 1.</summary>
    internal int Epoch { get; set; }

    /// <summary>The fold's smallest held-out loss so far.</summary>
    internal double Loss { get; set; }

    /// <summary>Where the trial stands, to be kept. It takes as long as copying all of a network's parameters a few times.</summary>
    internal TrialState Capture() => _capture();
}
