using System;
using System.Linq;
using Mlp.CompilerServices;

namespace Mlp.Runtime.Tests.Serving;

/// <summary>
/// A network of dense layers whose float evaluation adds up in the order that is asked for, with products rounded or fused: as
/// other machines and widths do. Its shape is that of the test at hand, for statics have no parameters.
/// </summary>
internal sealed class LayeredNetwork(float[] parameters) : INetwork<LayeredNetwork>
{
    public static int InputSize => Description.Layers[0].Inputs;

    public static int OutputSize => Description.Layers[^1].Outputs;

    public static int ParameterCount => Description.Layers[^1].ParameterOffset + Description.Layers[^1].ParameterCount;

    public static NetworkDescription Description { get; set; } = Serialization.Networks.Small;

    public static string Summary => throw new NotSupportedException();

    /// <summary>The order in which a sum of so many terms is taken.</summary>
    internal Func<int, int[]> Order { get; init; } = static count => [.. Enumerable.Range(0, count)];

    /// <summary>How many partial sums there are.</summary>
    internal int Chains { get; init; } = 1;

    internal bool IsFused { get; init; }

    /// <summary>Whether its functions are those of fast networks.</summary>
    internal bool IsFast { get; init; }

    internal float[] Parameters { get; } = parameters;

    public void Forward(ReadOnlySpan<float> input, Span<float> output)
    {
        float[] values = input.ToArray();
        foreach (LayerDescription layer in Description.Layers)
        {
            var sums = new float[layer.Outputs];
            int[] order = Order(layer.Inputs);
            for (int unit = 0; unit < sums.Length; unit++)
            {
                ReadOnlySpan<float> weights = Parameters.AsSpan(layer.ParameterOffset + (unit * layer.Inputs), layer.Inputs);
                var chains = new float[Chains];
                chains[0] = Parameters[layer.ParameterOffset + layer.WeightCount + unit];
                for (int term = 0; term < order.Length; term++)
                {
                    ref float chain = ref chains[term % Chains];
                    float product = weights[order[term]] * values[order[term]];
                    chain = IsFused ? MathF.FusedMultiplyAdd(weights[order[term]], values[order[term]], chain) : chain + product;
                }

                foreach (float chain in chains)
                {
                    sums[unit] += chain;
                }
            }

            values = Activate(layer.Activation, sums, IsFast);
        }

        values.CopyTo(output);
    }

    public void CopyParametersTo(Span<float> destination) => Parameters.CopyTo(destination);

    public void SetParameters(ReadOnlySpan<float> source) => source.CopyTo(Parameters);

    public void Initialize(ulong seed) => throw new NotSupportedException();

    public void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs) => throw new NotSupportedException();

    public float ComputeLoss(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets) => throw new NotSupportedException();

    public float ComputeGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> gradient) => throw new NotSupportedException();

    public float ComputeInputGradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> inputGradient) => throw new NotSupportedException();

    public void Backpropagate(ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradient, Span<float> gradient, Span<float> inputGradient) =>
        throw new NotSupportedException();

    public float TrainStep(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, float learningRate) => throw new NotSupportedException();

    public void ApplyGradient(ReadOnlySpan<float> gradient, float learningRate) => throw new NotSupportedException();

    public LayeredNetwork Clone() => throw new NotSupportedException();

    private static float[] Activate(string activation, float[] z, bool isFast)
    {
        if (activation != Activation.Softmax)
        {
            return [.. z.Select(value => isFast ? ActivateFast(activation, value) : Activate(activation, value))];
        }

        float top = z.Max();
        float[] exponentials = [.. z.Select(value => isFast ? FastVectorMath.Exp(value - top) : VectorMath.Exp(value - top))];
        float total = exponentials.Sum();
        return [.. exponentials.Select(value => value / total)];
    }

    private static float ActivateFast(string activation, float z) => activation switch
    {
        Activation.ELU => FastVectorMath.Elu(z),
        "ELU(0.3)" => FastVectorMath.Elu(z, 0.3f),
        Activation.SELU => FastVectorMath.Selu(z),
        Activation.Mish => FastVectorMath.Mish(z),
        Activation.SiLU => FastVectorMath.Silu(z),
        Activation.Softplus => FastVectorMath.Softplus(z),
        Activation.Sigmoid => FastVectorMath.Sigmoid(z),
        Activation.Tanh => FastVectorMath.Tanh(z),
        Activation.Exp => FastVectorMath.Exp(z),
        _ => Activate(activation, z),
    };

    private static float Activate(string activation, float z) => activation switch
    {
        Activation.ReLU => VectorMath.Relu(z),
        Activation.LeakyReLU => VectorMath.LeakyRelu(z),
        "LeakyReLU(0.1)" => VectorMath.LeakyRelu(z, 0.1f),
        "LeakyReLU(3)" => VectorMath.LeakyRelu(z, 3f),
        Activation.ELU => VectorMath.Elu(z),
        "ELU(0.3)" => VectorMath.Elu(z, 0.3f),
        Activation.SELU => VectorMath.Selu(z),
        Activation.ReLU6 => VectorMath.Relu6(z),
        Activation.HardSigmoid => VectorMath.HardSigmoid(z),
        Activation.HardSwish => VectorMath.HardSwish(z),
        Activation.Mish => VectorMath.Mish(z),
        Activation.Softsign => VectorMath.Softsign(z),
        Activation.SiLU => VectorMath.Silu(z),
        Activation.GELU => VectorMath.Gelu(z),
        Activation.Softplus => VectorMath.Softplus(z),
        Activation.Sigmoid => VectorMath.Sigmoid(z),
        Activation.Tanh => VectorMath.Tanh(z),
        Activation.ArcTan => VectorMath.ArcTan(z),
        Activation.Exp => VectorMath.Exp(z),
        _ => z,
    };
}
