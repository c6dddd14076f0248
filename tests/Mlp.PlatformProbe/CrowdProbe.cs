using System;
using System.Linq;
using Mlp.Crowds;
using Mlp.Evolution;
using Mlp.Lockstep;

namespace Mlp.PlatformProbe;

/// <summary>What a crowd gathers, does and draws. Its network is deterministic, so these lines are the same on every platform.</summary>
internal static class CrowdProbe
{
    private const int Agents = 37;
    private const int Steps = 20;
    private const ulong Seed = 5;

    private static CrowdInputs<Animal> Senses { get; } = new CrowdInputs<Animal>()
        .Add((ref Animal animal) => ref animal.Energy, scale: 0.7f, offset: -0.3f)
        .Add((ref Animal animal) => ref animal.Place)
        .Add((ref Animal animal) => ref animal.Age, scale: 1f / 255)
        .Add((ref Animal animal) => ref animal.Food, scale: 0.1f)
        .Add((ref Animal animal) => ref animal.IsHurt)
        .AddOneHot((ref Animal animal) => ref animal.Kind, 2)
        .AddConstant(0.5f);

    // The place is an input too: each step goes on from the one before it.
    private static CrowdOutputs<Animal> Acts { get; } = new CrowdOutputs<Animal>()
        .Add((ref Animal animal) => ref animal.Place, scale: 3, offset: 0.1f)
        .Add((ref Animal animal) => ref animal.Effort, new ActionRange(-0.3f, 0.7f))
        .AddChoice((ref Animal animal) => ref animal.Move, 3, (ref Animal animal) => ref animal.Moves)
        .AddDraw((ref Animal animal) => ref animal.Call, 4, (ref Animal animal) => ref animal.Calls, Seed, temperature: 0.6);

    /// <summary>Prints its lines.</summary>
    public static void Run()
    {
        float[] inputs = new float[Agents * Senses.Count];
        Senses.Gather(Animal.Some(Agents), inputs);
        ProbeLine.Print("crowd, gathered", inputs);

        var network = new Instinct(seed: 1);
        Print("one network for all", (crowd, animals, step) => crowd.Step(network, animals, step));
        using var population = new Population<Instinct>(Agents, seed: 2);
        Print("a network for each", (crowd, animals, step) => crowd.Step(population, animals, step));
        int[] some = [36, 3, 17, 4];
        Print("some of them", (crowd, animals, step) => crowd.Step(population, animals, some, step));

        var branches = new ActionBranches(3, 4);
        float[] logits = new ExactNumbers(seed: 7).Values(Agents * branches.Outputs);
        ulong[] masks = [.. Animal.Some(Agents).SelectMany(animal => (ulong[])[animal.Moves, animal.Calls])];
        int[] actions = new int[Agents * branches.Count];
        branches.Choose(logits, masks, actions);
        ProbeLine.Print("crowd, choices", [.. actions.Select(action => (float)action)]);
        int[] drawn = [.. Enumerable.Range(0, Steps).SelectMany(step => Drawn(branches, logits, step))];
        ProbeLine.Print("crowd, draws", [.. drawn.Select(action => (float)action)]);
        new ActionRange(-0.3f, 0.7f).Rescale(logits, logits);
        ProbeLine.Print("crowd, ranges", logits);
    }

    private static int[] Drawn(ActionBranches branches, float[] logits, int step)
    {
        int[] actions = new int[Agents * branches.Count];
        branches.Draw(logits, actions, Seed, step);
        return actions;
    }

    private static void Print(string name, Action<Crowd<Animal>, Animal[], long> step)
    {
        var crowd = new Crowd<Animal>(Senses, Acts);
        Animal[] animals = Animal.Some(Agents);
        for (int number = 0; number < Steps; number++)
        {
            step(crowd, animals, number);
        }

        ProbeLine.Print("crowd, " + name, [.. animals.SelectMany(animal => (float[])[animal.Place, animal.Effort, animal.Move, animal.Call])]);
    }
}
