using System;
using System.Linq;
using Mlp.Behaviour.Tests.Networks;
using Mlp.CompilerServices;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Behaviour.Tests;

/// <summary>No member carries a number that is none into parameters or into what an optimizer remembers: it is refused, and nothing has changed.</summary>
public sealed class FiniteTrainingTests
{
    private static readonly float[] NotFinite = [float.NaN, -float.NaN, float.PositiveInfinity, float.NegativeInfinity];

    private static readonly float[] NoRates = [.. NotFinite, -0.1f, -float.Epsilon, float.MinValue];

    [Theory]
    [EveryNetwork]
    public void A_learning_rate_is_finite_and_not_negative(NetworkCase network)
    {
        var unchanged = new Unchanged(network);
        foreach (float rate in NoRates)
        {
            unchanged.After<ArgumentOutOfRangeException>(() => unchanged.Network.TrainStep(unchanged.Inputs, unchanged.Targets, rate)).ShouldStartWith("learningRate is ");
            unchanged.After<ArgumentOutOfRangeException>(() => unchanged.Network.ApplyGradient(unchanged.Gradient, rate)).ShouldContain("but must be a finite number of 0 or more");
            unchanged.After<ArgumentOutOfRangeException>(() => unchanged.Network.Sliced.BeginStep(rate)).ShouldStartWith("learningRate is ");
            if (network.IsClassifier)
            {
                unchanged.After<ArgumentOutOfRangeException>(() => unchanged.Network.TrainStep(unchanged.Inputs, new int[Unchanged.Samples], rate)).ShouldStartWith("learningRate is ");
            }
        }
    }

    [Theory]
    [EveryNetwork]
    public void Inputs_to_train_on_are_finite(NetworkCase network)
    {
        var unchanged = new Unchanged(network);
        int row = 0;
        foreach (float value in NotFinite)
        {
            row = (row + 5) % Unchanged.Samples;
            int column = (row * 7) % network.InputSize;
            float[] inputs = [.. unchanged.Inputs];
            inputs[(row * network.InputSize) + column] = value;
            string place = FormattableString.Invariant($"inputs has {value} in row {row}, column {column} (counted from 0), but must have a finite number.");

            unchanged.After<ArgumentException>(() => unchanged.Network.TrainStep(inputs, unchanged.Targets, 0.1f)).ShouldStartWith(place);
            unchanged.After<ArgumentException>(() => unchanged.Network.Sliced.AddGradient(inputs, unchanged.Targets, [], 0.1f, unchanged.Slice)).ShouldStartWith(place);
            if (network.IsClassifier)
            {
                unchanged.After<ArgumentException>(() => unchanged.Network.TrainStep(inputs, new int[Unchanged.Samples], 0.1f)).ShouldStartWith(place);
            }
        }
    }

    [Theory]
    [EveryNetwork]
    public void A_gradient_to_apply_is_finite(NetworkCase network)
    {
        var unchanged = new Unchanged(network);
        foreach (int index in new[] { 0, network.ParameterCount / 2, network.ParameterCount - 1 })
        {
            foreach (float value in NotFinite)
            {
                float[] gradient = [.. unchanged.Gradient];
                gradient[index] = value;

                unchanged.After<ArgumentException>(() => unchanged.Network.ApplyGradient(gradient, 0.1f))
                    .ShouldStartWith(FormattableString.Invariant($"gradient has {value} at index {index} (counted from 0), but must have a finite number."));
            }
        }
    }

    [Theory]
    [EveryNetwork]
    public void Weights_of_samples_and_the_scale_of_a_gradient_are_finite(NetworkCase network)
    {
        var unchanged = new Unchanged(network);
        foreach (float value in NoRates)
        {
            float[] weights = [.. Enumerable.Repeat(1f, Unchanged.Samples)];
            weights[17] = value;

            unchanged.After<ArgumentException>(() => unchanged.Network.Sliced.AddGradient(unchanged.Inputs, unchanged.Targets, weights, 0.1f, unchanged.Slice))
                .ShouldStartWith(FormattableString.Invariant($"sampleWeights has {value} at index 17 (counted from 0), but must have a finite number of 0 or more."));
        }

        foreach (float value in NotFinite)
        {
            unchanged.After<ArgumentOutOfRangeException>(() => unchanged.Network.Sliced.AddGradient(unchanged.Inputs, unchanged.Targets, [], value, unchanged.Slice)).ShouldStartWith("scale is ");
        }
    }

    [Theory]
    [EveryNetwork]
    public void The_smallest_and_the_largest_rates_are_rates(NetworkCase network)
    {
        foreach (float rate in new[] { 0f, -0f, float.Epsilon, float.MaxValue })
        {
            var unchanged = new Unchanged(network);
            unchanged.Network.ApplyGradient(new float[network.ParameterCount], rate);

            // A decay times such a rate may overflow, and is ∞ then.
            unchanged.Parameters.Any(float.IsNaN).ShouldBeFalse($"{rate}");
        }
    }

    [Theory]
    [EveryNetwork]
    public void What_does_not_train_lets_a_NaN_through(NetworkCase network)
    {
        var bench = new Bench(network);
        float[] inputs = bench.Inputs(1);
        Array.Fill(inputs, float.NaN);
        float[] gradient = new float[network.ParameterCount];
        float[] outputs = new float[network.OutputSize];

        bench.Network.Forward(inputs, outputs);
        outputs.ShouldAllBe(output => float.IsNaN(output));
        float.IsNaN(bench.Network.ComputeLoss(inputs, bench.Targets(1))).ShouldBeTrue();
        float.IsNaN(bench.Network.ComputeGradient(inputs, bench.Targets(1), gradient)).ShouldBeTrue();
        gradient.ShouldContain(element => float.IsNaN(element));
    }

    /// <summary>Wherever the NaN is: in a feature, or in the weights of a class.</summary>
    [Theory]
    [EveryNetwork]
    public void The_class_of_NaN_is_zero(NetworkCase network)
    {
        if (!network.IsClassifier)
        {
            return;
        }

        var bench = new Bench(network);
        float[] clean = bench.Inputs(1);
        for (int feature = 0; feature < network.InputSize; feature += Math.Max(1, network.InputSize / 9))
        {
            float[] inputs = [.. clean];
            inputs[feature] = float.NaN;
            bench.Network.Classify(inputs).ShouldBe(0, $"feature {feature}");
        }

        float[] parameters = bench.Parameters;
        for (int output = 0; output < network.OutputSize; output++)
        {
            float[] broken = [.. parameters];
            broken[^(output + 1)] = float.NaN;
            bench.Network.SetParameters(broken);
            bench.Network.Classify(clean).ShouldBe(0, $"bias {output} from the end");
        }
    }

    /// <summary>The rule of a training step is the trainer's: a schedule that breaks it is told the same.</summary>
    [Fact]
    public void A_rate_is_refused_by_a_member_where_the_trainer_refuses_it()
    {
        Dataset data = Dataset.FromTargets([1, 2, 3], 1, [1, 2, 3], 1);
        foreach (float rate in NoRates)
        {
            Should.Throw<InvalidOperationException>(() => Trainer.Fit(new SmallestNetwork(), data, new TrainerOptions { Schedule = new Constantly(rate) }))
                .Message.ShouldContain("a finite number of 0 or more");
        }
    }

    private sealed class Constantly(double rate) : LearningRateSchedule
    {
        public override double RateAt(TrainingTime time) => rate;
    }

    /// <summary>A network in the middle of a training, and data for more than a chunk of it.</summary>
    private sealed class Unchanged
    {
        public const int Samples = 70;

        private readonly Bench _bench;
        private readonly float[] _before;

        public Unchanged(NetworkCase network)
        {
            _bench = new Bench(network);
            (Inputs, Targets) = (_bench.Inputs(Samples), _bench.Targets(Samples));
            Gradient = new float[network.ParameterCount];
            Network.ComputeGradient(Inputs, Targets, Gradient);
            Network.Sliced.AddGradient(Inputs, Targets, [], 1f / Samples, Slice);
            _before = [.. Parameters, .. Added];
        }

        public NetworkInstance Network => _bench.Network;

        public float[] Inputs { get; }

        public float[] Targets { get; }

        public float[] Gradient { get; }

        public GradientSlice Slice { get; } = new();

        public float[] Parameters => _bench.Parameters;

        private float[] Added
        {
            get
            {
                float[] gradient = new float[Gradient.Length];
                Network.Sliced.CopyGradientTo(Slice, gradient);
                return gradient;
            }
        }

        /// <summary>What the exception of a call says, after which all is as it was.</summary>
        public string After<TException>(Action call)
            where TException : Exception
        {
            string message = Should.Throw<TException>(call).Message;
            Bitwise.AssertEqual([.. Parameters, .. Added], _before, message);
            return message;
        }
    }
}
