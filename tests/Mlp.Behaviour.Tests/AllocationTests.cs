using System;
using System.Collections.Generic;
using Shouldly;
using Xunit;

namespace Mlp.Behaviour.Tests;

/// <summary>No member allocates but those that say so; training may take its work space once.</summary>
public sealed class AllocationTests
{
    [Theory]
    [EveryNetwork]
    public void A_network_that_infers_never_allocates(NetworkCase network)
    {
        var bench = new Bench(network);
        foreach ((string name, Action<NetworkInstance> call) in Inferring(bench))
        {
            call(bench.Network);
            Allocated(network, call, calledBefore: false).ShouldBe(0, name);
        }
    }

    [Theory]
    [EveryNetwork]
    public void A_network_that_trains_allocates_on_its_first_call_at_most(NetworkCase network)
    {
        var bench = new Bench(network);
        foreach ((string name, Action<NetworkInstance> call) in Training(bench))
        {
            call(bench.Network);
            Allocated(network, call, calledBefore: true).ShouldBe(0, name);
        }
    }

    // The best of a few instances: the runtime's own bookkeeping may fall on this thread once, an allocation falls on each.
    private static long Allocated(NetworkCase network, Action<NetworkInstance> call, bool calledBefore)
    {
        long least = long.MaxValue;
        for (int attempt = 0; attempt < 3 && least > 0; attempt++)
        {
            NetworkInstance fresh = network.Create(1);
            if (calledBefore)
            {
                call(fresh);
            }

            long before = GC.GetAllocatedBytesForCurrentThread();
            call(fresh);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    private static IEnumerable<(string Name, Action<NetworkInstance> Call)> Inferring(Bench bench)
    {
        NetworkCase network = bench.Case;
        const int N = 19;
        (float[] inputs, float[] targets, float[] parameters) = (bench.Inputs(N), bench.Targets(N), bench.Parameters);
        float[] outputs = new float[N * network.OutputSize];
        float[] gradient = new float[network.ParameterCount];
        float[] inputGradient = new float[inputs.Length];
        yield return ("Forward", subject => subject.Forward(inputs.AsSpan(0, network.InputSize), outputs.AsSpan(0, network.OutputSize)));
        yield return ("ForwardBatch", subject => subject.ForwardBatch(inputs, outputs));
        yield return ("ComputeLoss", subject => subject.ComputeLoss(inputs, targets));
        yield return ("ComputeGradient", subject => subject.ComputeGradient(inputs, targets, gradient));
        yield return ("ComputeInputGradient", subject => subject.ComputeInputGradient(inputs, targets, inputGradient));
        yield return ("Backpropagate", subject => subject.Backpropagate(inputs, outputs, gradient, inputGradient));
        yield return ("CopyParametersTo", subject => subject.CopyParametersTo(gradient));
        yield return ("SetParameters", subject => subject.SetParameters(parameters));
        yield return ("Initialize", subject => subject.Initialize(3));
        if (network.IsClassifier)
        {
            int[] labels = bench.Labels(N);
            yield return ("Classify", subject => subject.Classify(inputs.AsSpan(0, network.InputSize)));
            yield return ("ComputeLoss with labels", subject => subject.ComputeLoss(inputs, labels));
            yield return ("ComputeGradient with labels", subject => subject.ComputeGradient(inputs, labels, gradient));
            yield return ("ComputeInputGradient with labels", subject => subject.ComputeInputGradient(inputs, labels, inputGradient));
        }
    }

    private static IEnumerable<(string Name, Action<NetworkInstance> Call)> Training(Bench bench)
    {
        const int N = 19;
        (float[] inputs, float[] targets, float[] gradient) = (bench.Inputs(N), bench.Targets(N), bench.RandomParameters());
        yield return ("TrainStep", subject => subject.TrainStep(inputs, targets, 0.1f));
        yield return ("ApplyGradient", subject => subject.ApplyGradient(gradient, 0.1f));
        if (bench.Case.IsClassifier)
        {
            int[] labels = bench.Labels(N);
            yield return ("TrainStep with labels", subject => subject.TrainStep(inputs, labels, 0.1f));
        }
    }
}
