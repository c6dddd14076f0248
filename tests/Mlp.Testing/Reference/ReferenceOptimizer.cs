using System;
using Mlp.Testing.Reference.Layers;

namespace Mlp.Testing.Reference;

/// <summary>
/// The oracle of the optimizers, in double precision and one parameter after the other, written from their definitions in
/// PyTorch's documentation.
/// </summary>
/// <param name="constants">Which optimizer.</param>
/// <param name="isWeight">For each parameter in canonical order whether it is a weight: biases are never decayed.</param>
public sealed class ReferenceOptimizer(OptimizerConstants constants, bool[] isWeight)
{
    private readonly double[] _first = new double[isWeight.Length];
    private readonly double[] _second = new double[isWeight.Length];
    private int _steps;

    /// <summary>An optimizer of a network's parameters.</summary>
    public ReferenceOptimizer(OptimizerConstants constants, ReferenceNetwork network)
        : this(constants, WeightsOf(network))
    {
    }

    /// <summary>Which parameters are weights.</summary>
    public static bool[] WeightsOf(ReferenceNetwork network)
    {
        bool[] isWeight = new bool[network.Parameters.Length];
        foreach (ReferenceLayer layer in network.Layers)
        {
            for (int parameter = 0; parameter < layer.ParameterCount; parameter++)
            {
                isWeight[layer.Offset + parameter] = layer.IsWeight(parameter);
            }
        }

        return isWeight;
    }

    /// <summary>θ after one more step along a gradient at θ.</summary>
    public void Step(Span<double> parameters, ReadOnlySpan<double> gradient, double learningRate)
    {
        _steps++;
        for (int i = 0; i < parameters.Length; i++)
        {
            double w = parameters[i];
            double g = gradient[i];
            if (isWeight[i])
            {
                bool isDecoupled = constants.Name == "AdamW";
                g += (isDecoupled ? 0 : constants.WeightDecay * w) + (constants.L1 * Math.Sign(w));
                w *= isDecoupled ? 1 - (learningRate * constants.WeightDecay) : 1;
            }

            parameters[i] = w - (learningRate * Direction(g, ref _first[i], ref _second[i]));
        }
    }

    /// <summary>What α is multiplied with; moves the moments on.</summary>
    private double Direction(double g, ref double first, ref double second)
    {
        switch (constants.Name)
        {
            case "SGD":
                return g;
            case "Momentum":
                first = (constants.Momentum * first) + g;
                return first;
            case "Nesterov":
                first = (constants.Momentum * first) + g;
                return g + (constants.Momentum * first);
            case "RMSProp":
                second = (constants.Rho * second) + ((1 - constants.Rho) * g * g);
                return g / (Math.Sqrt(second) + constants.Epsilon);
            case "Adam" or "AdamW":
                first = (constants.Beta1 * first) + ((1 - constants.Beta1) * g);
                second = (constants.Beta2 * second) + ((1 - constants.Beta2) * g * g);
                double mean = first / (1 - Math.Pow(constants.Beta1, _steps));
                double square = second / (1 - Math.Pow(constants.Beta2, _steps));
                return mean / (Math.Sqrt(square) + constants.Epsilon);
            default:
                throw new InvalidOperationException($"No optimizer is called '{constants.Name}'.");
        }
    }
}
