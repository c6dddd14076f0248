using System;
using Mlp.CompilerServices;
using Mlp.Validation;

namespace Mlp.Evolution;

/// <summary>
/// An evolution strategy [Salimans et al. 2017]: it asks about candidates around a mean, is told their fitness, and moves the mean. Where the
/// candidates are computed it does not know: <see cref="Population{TNetwork}.SetParameters"/> takes their matrix.
/// </summary>
/// <remarks>
/// Candidates come in pairs, θ + σ ε and θ − σ ε with ε normal. With u the place of a candidate in the order of fitness, spread from −½ for the
/// worst to ½ for the best, θ ← θ + α/(n σ) Σ u ε. So only the order of fitness counts. Random numbers follow from seed, generation, pair and
/// parameter alone; the noise is computed again where it is needed, and never stored.
/// </remarks>
public sealed class EvolutionStrategy
{
    private readonly float[] _mean;
    private readonly double[] _sum;
    private readonly double[] _utilities;
    private readonly FitnessRanking _ranking;
    private readonly ulong _seed;
    private bool _hasAsked;

    /// <summary>A strategy that starts from some parameters.</summary>
    /// <param name="mean">θ, for example the parameters of a new network; one or more, all finite.</param>
    /// <param name="candidates">n, how many are asked about at a time: an even number, 2 or more.</param>
    /// <param name="deviation">σ, a finite number above 0.</param>
    /// <param name="learningRate">α, a finite number above 0.</param>
    /// <param name="seed">What random numbers follow from.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    /// <exception cref="ArgumentException">There are no parameters, one is not finite, or there are more candidates than an array has.</exception>
    public EvolutionStrategy(ReadOnlySpan<float> mean, int candidates, double deviation = 0.1, double learningRate = 0.1, ulong seed = 0)
    {
        if (mean.IsEmpty)
        {
            throw new ArgumentException("mean has length 0, but must have a parameter or more.", nameof(mean));
        }

        for (int parameter = 0; parameter < mean.Length; parameter++)
        {
            if (!float.IsFinite(mean[parameter]))
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"mean has {mean[parameter]} at index {parameter} (counted from 0), but must have finite numbers: no step leads away from it."), nameof(mean));
            }
        }

        if (Hyperparameter.AtLeast(candidates, 2) % 2 != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(candidates), FormattableString.Invariant($"candidates is {candidates}, but must be an even number: they come in pairs."));
        }

        ArrayLength.Of(candidates, mean.Length, "The candidates", "ask about fewer", nameof(candidates));
        (Candidates, Deviation, LearningRate, _seed) = (candidates, Hyperparameter.Positive(deviation), Hyperparameter.Positive(learningRate), seed);
        _mean = mean.ToArray();
        _sum = new double[mean.Length];
        _utilities = new double[candidates];
        _ranking = new FitnessRanking(candidates);
    }

    /// <summary>θ, the parameters in the middle of the candidates.</summary>
    public ReadOnlySpan<float> Mean => _mean;

    /// <summary>n, how many candidates are asked about at a time.</summary>
    public int Candidates { get; }

    /// <summary>σ, how far candidates are from the mean.</summary>
    public double Deviation { get; }

    /// <summary>α, how far the mean moves.</summary>
    public double LearningRate { get; }

    /// <summary>How often the strategy was told the fitness of its candidates.</summary>
    public long Generation { get; private set; }

    /// <summary>Writes the candidates. Asking again before <see cref="Tell"/> gives the same ones.</summary>
    /// <param name="matrix">Receives <see cref="Candidates"/> × <c>Mean.Length</c> values, a candidate a row.</param>
    /// <exception cref="ArgumentException">The span has the wrong length.</exception>
    public void Ask(Span<float> matrix)
    {
        Require.BatchLength(matrix.Length, Candidates, _mean.Length, nameof(matrix));
        _hasAsked = true;
        for (int pair = 0; pair < Candidates / 2; pair++)
        {
            AgentDraws noise = NoiseOf(pair);
            Span<float> above = matrix.Slice(2 * pair * _mean.Length, _mean.Length);
            Span<float> below = matrix.Slice(((2 * pair) + 1) * _mean.Length, _mean.Length);
            for (int parameter = 0; parameter < _mean.Length; parameter++)
            {
                double step = Deviation * noise.Normal(parameter);
                above[parameter] = (float)(_mean[parameter] + step);
                below[parameter] = (float)(_mean[parameter] - step);
            }
        }
    }

    /// <summary>Moves the mean towards the better ones of the candidates that were asked about.</summary>
    /// <param name="fitness">The fitness of each, the higher the better. NaN is worse than every number; equals share their places.</param>
    /// <exception cref="ArgumentException">The span has the wrong length; nothing has changed.</exception>
    /// <exception cref="InvalidOperationException">Nobody has called <see cref="Ask"/> since the last time; nothing has changed.</exception>
    public void Tell(ReadOnlySpan<float> fitness)
    {
        Require.Length(fitness.Length, Candidates, nameof(fitness));
        if (!_hasAsked)
        {
            throw new InvalidOperationException("The strategy was told the fitness of candidates that it was not asked for: call Ask before each Tell, because each Tell has candidates of its own.");
        }

        _ranking.Rank(fitness);
        FindUtilities();
        Array.Clear(_sum);
        for (int pair = 0; pair < Candidates / 2; pair++)
        {
            double difference = _utilities[2 * pair] - _utilities[(2 * pair) + 1];
            if (difference == 0)
            {
                continue;
            }

            AgentDraws noise = NoiseOf(pair);
            for (int parameter = 0; parameter < _sum.Length; parameter++)
            {
                _sum[parameter] += difference * noise.Normal(parameter);
            }
        }

        double scale = LearningRate / (Candidates * Deviation);
        for (int parameter = 0; parameter < _mean.Length; parameter++)
        {
            _mean[parameter] = (float)(_mean[parameter] + (scale * _sum[parameter]));
        }

        _hasAsked = false;
        Generation++;
    }

    private AgentDraws NoiseOf(int pair) => new EvolutionDraws(_seed, Generation).Of(DrawPurpose.Noise, pair);

    /// <summary>½ for the best, −½ for the worst, the same for equals.</summary>
    private void FindUtilities()
    {
        for (int first = 0; first < Candidates;)
        {
            int end = first + 1;
            while (end < Candidates && _ranking.AreEqual(end - 1, end))
            {
                end++;
            }

            double utility = 0.5 - ((first + end - 1) / 2.0 / (Candidates - 1));
            for (int place = first; place < end; place++)
            {
                _utilities[_ranking[place]] = utility;
            }

            first = end;
        }
    }
}
