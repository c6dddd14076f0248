using System;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Mlp.Evolution;

namespace Mlp.Samples;

/// <summary>
/// A world and the brains of its creatures, and how one generation follows the other: after some steps, those that ate most have children. All of
/// it follows from the seed, the number of creatures and the interventions.
/// </summary>
internal sealed class Colony : IDisposable
{
    /// <summary>The steps of a generation: 15 seconds.</summary>
    public const int UsualSteps = 15 * WorldRules.StepsPerSecond;

    /// <summary>The least and the most creatures of a world.</summary>
    public const int FewestCreatures = 16;

    /// <inheritdoc cref="FewestCreatures"/>
    public const int MostCreatures = 2_000;

    // One creature of so many has the brain that is brought in.
    private const int CreaturesPerNewcomer = 4;

    private static readonly EvolutionOptions Options = new()
    {
        Selection = Selection.Truncation(0.2),
        Crossover = Crossover.ByUnit,
        CrossoverRate = 0.5,
        MutationRate = 0.1,
        MutationDeviation = 0.35,
        Elites = 4,
    };

    private readonly ulong _seed;
    private float[] _inputs = [];
    private float[] _outputs = [];
    private float[] _fitness = [];

    /// <summary>The first generation, whose brains are as they are initialized.</summary>
    public Colony(int creatures, ulong seed, int stepsPerGeneration = UsualSteps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(creatures, FewestCreatures);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(creatures, MostCreatures);
        ArgumentOutOfRangeException.ThrowIfLessThan(stepsPerGeneration, 1);
        (_seed, StepsPerGeneration) = (seed, stepsPerGeneration);
        Brains = new Population<Brain>(creatures, seed);
        World = NewWorld(creatures);
    }

    public World World { get; private set; }

    public Population<Brain> Brains { get; private set; }

    /// <summary>The generation that lives, counted from 1.</summary>
    public long Generation { get; private set; } = 1;

    /// <summary>The steps that it has lived.</summary>
    public int Step { get; private set; }

    public int StepsPerGeneration { get; }

    /// <summary>The generation before this one; its number is 0 where there is none.</summary>
    public GenerationResult Last { get; private set; }

    /// <summary>The parameters of the creature that ate most in the last generation, or that was brought in since; zeros where there is none.</summary>
    public float[] Champion { get; } = new float[Brain.ParameterCount];

    /// <summary>What comes at the end of this generation.</summary>
    public Intervention? Planned { get; private set; }

    /// <summary>The time of all brains in the last step, in ticks of <see cref="Stopwatch"/>.</summary>
    public long ThinkingTicks { get; private set; }

    /// <summary>What the creatures sensed in the last step.</summary>
    public ReadOnlySpan<float> Inputs => _inputs;

    /// <summary>What they wanted in it.</summary>
    public ReadOnlySpan<float> Outputs => _outputs;

    /// <summary>Adds to what comes at the end of this generation.</summary>
    public void Plan(Intervention intervention)
    {
        if (intervention.Creatures is { } creatures)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(creatures, FewestCreatures);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(creatures, MostCreatures);
        }

        Planned = new Intervention(intervention.Creatures ?? Planned?.Creatures, intervention.Newcomer ?? Planned?.Newcomer);
    }

    /// <summary>Goes on by a step.</summary>
    /// <returns>Whether it was the last one of a generation: the next one stands ready.</returns>
    public bool Advance()
    {
        World.Look(_inputs);
        long beginning = Stopwatch.GetTimestamp();
        Brains.Step(_inputs, _outputs);
        ThinkingTicks = Stopwatch.GetTimestamp() - beginning;
        World.Live(_outputs);
        if (++Step < StepsPerGeneration)
        {
            return false;
        }

        EndGeneration();
        return true;
    }

    /// <summary>A number that differs where anything in world or brains does.</summary>
    public ulong Hash()
    {
        var hash = new StateHash();
        hash.Add(World.Hash());
        Span<float> parameters = stackalloc float[Brain.ParameterCount];
        for (int agent = 0; agent < Brains.Agents; agent++)
        {
            Brains.CopyAgentTo(agent, parameters);
            hash.Add(MemoryMarshal.AsBytes(parameters));
        }

        hash.Add((ulong)Generation);
        hash.Add((ulong)Step);
        return hash.Value;
    }

    public void Dispose() => Brains.Dispose();

    private void EndGeneration()
    {
        Creatures creatures = World.Creatures;
        double sum = 0;
        for (int creature = 0; creature < creatures.Count; creature++)
        {
            _fitness[creature] = creatures.Eaten[creature];
            sum += _fitness[creature];
        }

        BestAgent best = Brains.Evolve(_fitness, Options);
        if (best.Now is { } place)
        {
            Brains.CopyAgentTo(place, Champion);
        }

        Last = new GenerationResult(Generation, (float)(sum / creatures.Count), best.Fitness, creatures.CountAlive(), creatures.Count);
        Generation++;
        Step = 0;
        if (Planned is { } planned)
        {
            Planned = null;
            Intervene(planned);
        }

        World.Begin(Generation);
    }

    private void Intervene(Intervention intervention)
    {
        if (intervention.Creatures is { } creatures && creatures != Brains.Agents)
        {
            // The elites come first and stay. More creatures than there were get the brains of others, and become others with the next generation.
            Population<Brain> brains = Brains.Resized(creatures);
            Brains.Dispose();
            Brains = brains;
            World = NewWorld(creatures);
        }

        if (intervention.Newcomer is { } newcomer)
        {
            newcomer.CopyTo(Champion, 0);
            for (int agent = Brains.Agents - (Brains.Agents / CreaturesPerNewcomer); agent < Brains.Agents; agent++)
            {
                Brains.SetAgent(agent, newcomer);
            }
        }
    }

    private World NewWorld(int creatures)
    {
        _inputs = new float[creatures * Brain.InputSize];
        _outputs = new float[creatures * Brain.OutputSize];
        _fitness = new float[creatures];
        return new World(creatures, _seed);
    }
}
