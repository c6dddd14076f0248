using System;
using Mlp.CompilerServices;

namespace Mlp.Training;

/// <summary>A step along the negative gradient, as long as a line search finds it. The minibatch is all samples, the same in each step.</summary>
/// <typeparam name="TNetwork">The network.</typeparam>
internal sealed class LineSearchStepper<TNetwork> : IStepper
    where TNetwork : INetwork<TNetwork>
{
    private readonly INetwork<TNetwork> _network;
    private readonly IBatchLoss _samples;
    private readonly GradientMeter _meter;
    private readonly BacktrackingLineSearch _search;
    private readonly LossAtParameters _lossAt;
    private readonly float[] _parameters = new float[TNetwork.ParameterCount];
    private readonly float[] _candidate = new float[TNetwork.ParameterCount];
    private readonly float[] _direction = new float[TNetwork.ParameterCount];
    private int _count;

    // Of the parameters that the network has. All losses are made the same way: near a minimum rounding decides.
    private double? _loss;

    internal LineSearchStepper(INetwork<TNetwork> network, IBatchLoss samples, GradientMeter meter, BacktrackingLineSearch search)
    {
        _network = network;
        _samples = samples;
        _meter = meter;
        _search = search;
        _lossAt = LossAt;
    }

    public TakenStep Step(int start, int count, double learningRate)
    {
        _count = count;
        double loss = _loss ??= _samples.Loss(0, count);
        _samples.Gradient(0, count, _meter.Gradient);
        if (!_meter.Take(count) || !double.IsFinite(loss))
        {
            return new TakenStep(double.NaN, 0);
        }

        _network.CopyParametersTo(_parameters);
        _meter.Gradient.CopyTo(_direction);
        VectorNorm.Scale(_direction, -1);
        LineSearchResult found = _search.Search(_lossAt, _parameters, loss, _meter.Gradient, _direction, _candidate);
        _network.SetParameters(_candidate);
        _loss = found.Loss;
        return new TakenStep(found.Loss, found.Step);
    }

    private double LossAt(ReadOnlySpan<float> parameters)
    {
        _network.SetParameters(parameters);
        return _samples.Loss(0, _count);
    }
}
