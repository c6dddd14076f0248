using System;
using Mlp.CompilerServices;
using Mlp.Testing.Reference;

namespace Mlp.Behaviour.Tests;

/// <summary>A network with random parameters, its oracle with the same ones, and reproducible data for both.</summary>
internal sealed class Bench
{
    private readonly Random _random;

    public Bench(NetworkCase network, int seed = 1)
    {
        Case = network;
        _random = new Random(seed);
        Reference = new ReferenceNetwork(network.Description);
        Optimizer = new BoundedOptimizer(network.Optimizer, Reference);
        Network = network.Create(1);
        Use(RandomParameters());
    }

    public NetworkCase Case { get; }

    public NetworkInstance Network { get; }

    public ReferenceNetwork Reference { get; }

    /// <summary>The oracle with bounds. Which values it drops is the network's next step's: that steps count right, <see cref="DropoutTests"/> say.</summary>
    public BoundedReference Bounded
    {
        get
        {
            MaskProgress masks = Case.DrawsMasks ? ProgressOf(Network).Masks!.Value : default;
            Reference.Moment = (masks.Seed, masks.Steps);
            return field ??= new BoundedReference(Reference);
        }
    }

    /// <summary>The optimizer of the oracle; its moments are those of the steps that it has been asked for.</summary>
    public BoundedOptimizer Optimizer { get; }

    public float[] Parameters => ParametersOf(Network);

    public static float[] ParametersOf(NetworkInstance network, NetworkCase @case)
    {
        float[] parameters = new float[@case.ParameterCount];
        network.CopyParametersTo(parameters);
        return parameters;
    }

    public float[] ParametersOf(NetworkInstance network) => ParametersOf(network, Case);

    /// <summary>How far a training is.</summary>
    public OptimizerProgress ProgressOf(NetworkInstance network) =>
        ((IResumableTraining)network.Sliced).CopyMomentsTo(new float[Case.ParameterCount * Case.Optimizer.Name switch { "SGD" => 0, "Adam" or "AdamW" => 2, _ => 1 }]);

    /// <summary>Gives both sides these parameters.</summary>
    public void Use(float[] parameters)
    {
        Network.SetParameters(parameters);
        Reference.SetParameters(parameters);
    }

    /// <summary>Brings the oracle to where the network is now.</summary>
    public void Synchronize() => Reference.SetParameters(Parameters);

    /// <summary>Weights uniform on ±1/√M with M the fan-in, biases on ±½: sums stay near 1 at any depth.</summary>
    public float[] RandomParameters()
    {
        float[] parameters = new float[Case.ParameterCount];
        foreach (LayerDescription layer in Case.Description.Layers)
        {
            double width = 1 / Math.Sqrt(layer.Inputs);
            for (int i = 0; i < layer.ParameterCount; i++)
            {
                parameters[layer.ParameterOffset + i] = Uniform(i < layer.WeightCount ? width : 0.5);
            }
        }

        return parameters;
    }

    /// <summary>n samples in [−1, 1], with a zero now and then.</summary>
    public float[] Inputs(int n)
    {
        float[] inputs = new float[n * Case.InputSize];
        for (int i = 0; i < inputs.Length; i++)
        {
            inputs[i] = i % 13 == 12 ? 0 : Uniform(1);
        }

        return inputs;
    }

    /// <summary>n rows in the domain of the loss; for probabilities one-hot, soft and unnormalised rows by turns.</summary>
    public float[] Targets(int n)
    {
        float[] targets = new float[n * Case.OutputSize];
        for (int row = 0; row < n; row++)
        {
            Span<float> target = targets.AsSpan(row * Case.OutputSize, Case.OutputSize);
            int hot = _random.Next(target.Length);
            float total = 0;
            for (int k = 0; k < target.Length; k++)
            {
                target[k] = Case.Loss switch
                {
                    Loss.SquaredError => Uniform(1),
                    Loss.PoissonNegativeLogLikelihood => _random.Next(5),
                    Loss.BinaryCrossEntropy when row % 3 == 0 => _random.Next(2),
                    _ when row % 3 == 0 => k == hot ? 1 : 0,
                    _ => _random.NextSingle(),
                };
                total += target[k];
            }

            for (int k = 0; k < target.Length && Case.Loss == Loss.CrossEntropy && row % 3 == 1; k++)
            {
                target[k] /= total;
            }
        }

        return targets;
    }

    /// <summary>n rows in [−1, 1], as a network behind this one might give them.</summary>
    public float[] OutputGradient(int n)
    {
        float[] gradient = new float[n * Case.OutputSize];
        for (int i = 0; i < gradient.Length; i++)
        {
            gradient[i] = Uniform(1);
        }

        return gradient;
    }

    /// <summary>n samples with targets.</summary>
    public Batch Batch(int n) => new(Inputs(n), Targets(n));

    /// <summary>n samples with labels.</summary>
    public Batch LabelledBatch(int n)
    {
        (float[] inputs, int[] labels) = (Inputs(n), Labels(n));
        return new Batch(inputs, TargetsOf(labels), labels);
    }

    public int[] Labels(int n)
    {
        int[] labels = new int[n];
        for (int i = 0; i < n; i++)
        {
            labels[i] = _random.Next(Case.ClassCount);
        }

        return labels;
    }

    /// <summary>The targets that labels stand for: one-hot rows, or the label itself for a single Sigmoid.</summary>
    public float[] TargetsOf(int[] labels)
    {
        float[] targets = new float[labels.Length * Case.OutputSize];
        for (int i = 0; i < labels.Length; i++)
        {
            if (Case.OutputSize == 1 && Case.ClassCount == 2)
            {
                targets[i] = labels[i];
            }
            else
            {
                targets[(i * Case.OutputSize) + labels[i]] = 1;
            }
        }

        return targets;
    }

    public float[] Outputs(float[] inputs)
    {
        float[] outputs = new float[inputs.Length / Case.InputSize * Case.OutputSize];
        Network.ForwardBatch(inputs, outputs);
        return outputs;
    }

    /// <summary>Trains one step from where the network stands, as the oracle does.</summary>
    public void AssertStep(Batch batch, float rate, string what)
    {
        Synchronize();
        Agreement.Step(Network, batch, rate, Step(batch, rate), what);
    }

    /// <summary>One more step of the oracle from its parameters, which stay: the parameters after it and the loss before it.</summary>
    public (Bounded[] Parameters, Bounded Loss) Step(Batch batch, float rate)
    {
        BoundedGradient gradient = Bounded.Gradient(batch.Inputs, batch.Targets);
        return (Optimizer.Step(Reference.Parameters, gradient, batch.Inputs.Length / Case.InputSize, rate), gradient.Loss);
    }

    /// <summary>Applies a gradient made elsewhere, as the oracle does.</summary>
    public void AssertApplication(float[] gradient, float rate)
    {
        Synchronize();
        var elements = new BoundedGradient(default, Array.ConvertAll(gradient, element => new Bounded(element, 0)), new double[gradient.Length]);
        Agreement.ApplyGradient(Network, gradient, rate, Optimizer.Step(Reference.Parameters, elements, samples: 0, rate));
    }

    private float Uniform(double width) => (float)(((_random.NextDouble() * 2) - 1) * width);
}
