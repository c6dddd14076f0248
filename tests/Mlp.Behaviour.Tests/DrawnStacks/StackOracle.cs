using System;
using System.Collections.Generic;
using Mlp.Behaviour.Tests.ForcedPlans;
using Mlp.Testing.Reference;

namespace Mlp.Behaviour.Tests.DrawnStacks;

/// <summary>Checks every call of a network against the oracle.</summary>
internal static class StackOracle
{
    private const float Rate = 0.01f;

    // Around the samples of a chunk.
    private static readonly int[] BatchSizes = [1, 2, 15, 16, 17, 33];

    /// <summary>Checks networks that were compiled together.</summary>
    /// <param name="assembly">What they were compiled into.</param>
    /// <param name="stacks">The networks.</param>
    /// <param name="origin">What a failure says of where they are from.</param>
    /// <exception cref="MismatchException">Rounding does not explain a number.</exception>
    public static void Check(ForcedAssembly assembly, IEnumerable<ForcedShape> stacks, string origin)
    {
        foreach (ForcedShape stack in stacks)
        {
            try
            {
                Check(assembly.Network(stack));
            }
            catch (MismatchException exception)
            {
                throw new MismatchException($"{stack} ({origin}): {exception.Message}");
            }
        }
    }

    /// <exception cref="MismatchException">Rounding does not explain a number.</exception>
    private static void Check(NetworkCase network)
    {
        var bench = new Bench(network);
        foreach (int n in BatchSizes)
        {
            Check(bench, bench.Batch(n), $"{n}");
        }

        if (network.IsClassifier)
        {
            Check(bench, bench.LabelledBatch(17), "17 with labels");
        }
    }

    private static void Check(Bench bench, Batch batch, string what)
    {
        (int input, int output) = (bench.Case.InputSize, bench.Case.OutputSize);
        Bounded[] outputs = bench.Bounded.Forward(batch.Inputs);
        BoundedGradient gradient = bench.Bounded.Gradient(batch.Inputs, batch.Targets);
        int samples = batch.Inputs.Length / input;
        for (int sample = 0; sample < Math.Min(samples, 2); sample++)
        {
            Agreement.Forward(bench.Network, batch.Inputs[(sample * input)..((sample + 1) * input)], outputs.AsSpan(sample * output, output), $"sample {sample} of {what}, output");
        }

        Agreement.ForwardBatch(bench.Network, batch.Inputs, outputs, $"batch of {what}, output");
        Agreement.Loss(bench.Network, batch, bench.Case.DrawsMasks ? bench.Bounded.MeanLoss(batch.Inputs, batch.Targets) : gradient.Loss, what);
        Agreement.Gradient(bench.Network, batch, gradient, what);

        // Last, for it moves the parameters. The next batch has other ones, for some optimizers go far with a step.
        (Bounded[] Parameters, Bounded Loss) step = (bench.Optimizer.Step(bench.Reference.Parameters, gradient, samples, Rate), gradient.Loss);
        Agreement.Step(bench.Network, batch, Rate, step, what);
        bench.Use(bench.RandomParameters());
    }
}
