using System.Collections.Generic;
using System.IO;

namespace Mlp.Samples;

/// <summary>What a world followed from, and the state at the end of each of its generations: enough to live it again and to know that it is the same.</summary>
/// <param name="Creatures">The creatures at the beginning.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Steps">The steps of a generation.</param>
/// <param name="Capacity">For how many generations there is room, so that none of it is garbage.</param>
internal sealed record Recording(int Creatures, ulong Seed, int Steps, int Capacity)
{
    private readonly Dictionary<long, Intervention> _interventions = [];
    private readonly List<ulong> _states = new(Capacity);

    /// <summary>The generations that were recorded.</summary>
    public int Generations => _states.Count;

    /// <summary>A world as it began.</summary>
    public Colony Begin() => new(Creatures, Seed, Steps);

    /// <summary>Lets a world go on to the end of its generation, and records it.</summary>
    public void Record(Colony colony)
    {
        if (colony.Planned is { } planned)
        {
            _interventions.Add(colony.Generation, planned);
        }

        _states.Add(StateAtEnd(colony));
    }

    /// <summary>Lets a world that began anew go on to the end of its generation, and compares it with what was recorded.</summary>
    /// <exception cref="InvalidDataException">It is another one.</exception>
    public void Replay(Colony colony)
    {
        long generation = colony.Generation;
        if (_interventions.TryGetValue(generation, out Intervention? intervention))
        {
            colony.Plan(intervention);
        }

        if (StateAtEnd(colony) != _states[(int)generation - 1])
        {
            throw new InvalidDataException($"The replay has drifted: generation {generation} ends in another state than in the recording.");
        }
    }

    private static ulong StateAtEnd(Colony colony)
    {
        // The state before the last step has all that the generation came to; the hash behind it is that of the next one's beginning.
        while (colony.Step < colony.StepsPerGeneration - 1)
        {
            colony.Advance();
        }

        var hash = new StateHash();
        hash.Add(colony.Hash());
        colony.Advance();
        hash.Add(colony.Hash());
        return hash.Value;
    }
}
