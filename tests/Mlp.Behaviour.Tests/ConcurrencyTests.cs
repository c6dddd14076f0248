using System;
using System.Linq;
using System.Threading;
using Xunit;

namespace Mlp.Behaviour.Tests;

/// <summary>Inference and gradients from many threads at once give the bits of one thread alone.</summary>
public sealed class ConcurrencyTests
{
    private const int Threads = 4;
    private const int Rounds = 3;

    [Theory]
    [EveryNetwork]
    public void Many_threads_compute_what_one_does(NetworkCase network)
    {
        var bench = new Bench(network);
        (float[] inputs, float[] targets) = (bench.Inputs(18), bench.Targets(18));
        float[] outputs = bench.Outputs(inputs);
        float[] single = new float[network.OutputSize];
        float[] gradient = new float[network.ParameterCount];
        bench.Network.Forward(inputs.AsSpan(0, network.InputSize), single);
        float loss = bench.Network.ComputeGradient(inputs, targets, gradient);
        (float[] given, float[] inputGradient) = (new float[gradient.Length], new float[inputs.Length]);
        bench.Network.Backpropagate(inputs, outputs, given, inputGradient);

        using var start = new Barrier(Threads);
        Exception?[] failures = new Exception?[Threads];
        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(index => new Thread(() => failures[index] = Record.Exception(Work)))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        Assert.All(failures, Assert.Null);

        void Work()
        {
            float[] ownGradient = new float[gradient.Length];
            float[] own = new float[single.Length];
            float[] ownInputGradient = new float[inputs.Length];
            start.SignalAndWait();
            for (int round = 0; round < Rounds; round++)
            {
                Bitwise.AssertEqual(bench.Outputs(inputs), outputs, "batch");
                bench.Network.Forward(inputs.AsSpan(0, network.InputSize), own);
                Bitwise.AssertEqual(own, single, "output");
                float ownLoss = bench.Network.ComputeGradient(inputs, targets, ownGradient);
                Bitwise.AssertEqual([ownLoss], [loss], "loss");
                Bitwise.AssertEqual(ownGradient, gradient, "gradient");
            }

            bench.Network.Backpropagate(inputs, outputs, ownGradient, ownInputGradient);
            Bitwise.AssertEqual(ownGradient, given, "gradient of given errors");
            Bitwise.AssertEqual(ownInputGradient, inputGradient, "input gradient");
        }
    }
}
