// Learns exclusive-or from its four rows, from ten different starts.

using System;
using System.Globalization;
using Mlp.Samples;

const int Starts = 10;
const int Steps = 5_000;
const float LearningRate = 0.5f;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
float[] inputs = [0, 0, 0, 1, 1, 0, 1, 1];
int[] labels = [0, 1, 1, 0];
int converged = 0;
for (ulong seed = 0; seed < Starts; seed++)
{
    var network = new XorNet(seed);
    for (int step = 0; step < Steps; step++)
    {
        network.TrainStep(inputs, labels, LearningRate);
    }

    bool right = true;
    for (int row = 0; row < labels.Length; row++)
    {
        right &= network.Classify(inputs.AsSpan(2 * row, 2)) == labels[row];
    }

    converged += right ? 1 : 0;
    Console.WriteLine($"seed {seed}   loss {network.ComputeLoss(inputs, labels):F5}   {(right ? "all four right" : "not learnt")}");
}

Console.WriteLine($"converged: {converged} of {Starts}");
return converged == Starts ? 0 : 1;
