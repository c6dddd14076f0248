using System;
using System.Collections.Generic;
using Mlp.Searching.Space;

namespace Mlp.Searching.Queue;

/// <summary>The rungs of a search: how many epochs a trial has been trained for at the end of each, and how many trials go on.</summary>
internal sealed class RungLadder
{
    private readonly int[] _epochs;
    private readonly int _factor;

    /// <summary>The rungs of a search; one without halving.</summary>
    internal RungLadder(SearchDefinition definition)
    {
        _factor = definition.Factor;
        var epochs = new List<int>();
        for (long next = definition.FirstEpochs; _factor > 0 && next < definition.Epochs; next *= _factor)
        {
            epochs.Add((int)next);
        }

        _epochs = [.. epochs, definition.Epochs];
    }

    /// <summary>The number of rungs, 1 or more.</summary>
    internal int Count => _epochs.Length;

    /// <summary>The epochs at the end of a rung.</summary>
    internal int EpochsOf(int rung) => _epochs[rung];

    /// <summary>How many trials of a rung go on to the next one, if so many have a score.</summary>
    internal int Promoted(int trials) => Math.Max(1, trials / _factor);
}
