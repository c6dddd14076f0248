using System;
using Mlp.Initialization;

namespace Mlp.Samples;

/// <summary>How networks of one activation begin and how fast they learn.</summary>
/// <param name="Slope">The absolute weight of a hidden unit, by the width.</param>
/// <param name="LearningRate">The first learning rate, by the width: it falls with it, for the units all move the output at once.</param>
internal sealed record Recipe(Func<int, double> Slope, Func<int, double> LearningRate)
{
    public static Recipe Relu { get; } = new(width => 2, width => 0.12 / width);

    // A step as narrow as its part of the interval [Nguyen and Widrow 1990].
    public static Recipe Tanh { get; } = new(width => width / Target.Length, width => Math.Min(0.2, 1.6 / width));

    /// <summary>
    /// Spreads the hinges or steps of a network over the interval, one in each part of it, open to either side [Nguyen and
    /// Widrow 1990]. Biases of zero would put all of them at x = 0.
    /// </summary>
    public void Initialize<TNetwork>(TNetwork network, ulong seed)
        where TNetwork : INetwork<TNetwork>
    {
        int width = TNetwork.Description.Layers[0].Outputs;
        float[] parameters = new float[TNetwork.ParameterCount];
        Span<float> weights = parameters.AsSpan(0, width);
        Span<float> biases = parameters.AsSpan(width, width);
        var random = new RandomGenerator(seed);
        for (int unit = 0; unit < width; unit++)
        {
            double place = Target.Start + (Target.Length * (unit + random.NextSingle()) / width);
            double slope = random.NextSingle() < 0.5 ? Slope(width) : -Slope(width);
            weights[unit] = (float)slope;
            biases[unit] = (float)(-slope * place);
        }

        network.SetParameters(parameters);
    }
}
