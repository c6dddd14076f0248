using System;
using Mlp.Initialization;

namespace Mlp.Samples;

/// <summary>Where the hinges or steps of a hidden layer begin.</summary>
internal static class HiddenUnits
{
    /// <summary>
    /// Spreads the units over the interval, one at a random place of its own part of it [Nguyen and Widrow 1990]: biases of zero
    /// would put all of them at x = 0. The more there are, the steeper each is; output weights are zero.
    /// </summary>
    public static void Spread<TNetwork>(TNetwork network, ulong seed)
        where TNetwork : INetwork<TNetwork>
    {
        int width = TNetwork.Description.Layers[0].Outputs;
        float slope = 2 * MathF.Sqrt(width);
        float[] parameters = new float[TNetwork.ParameterCount];
        Span<float> weights = parameters.AsSpan(0, width);
        Span<float> biases = parameters.AsSpan(width, width);
        var random = new RandomGenerator(seed);
        for (int unit = 0; unit < width; unit++)
        {
            float place = Target.Start + (Target.Length * (unit + random.NextSingle()) / width);
            weights[unit] = slope;
            biases[unit] = -slope * place;
        }

        network.SetParameters(parameters);
    }
}
