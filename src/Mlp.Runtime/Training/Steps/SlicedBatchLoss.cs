using System;
using Mlp.CompilerServices;

namespace Mlp.Training;

/// <summary>
/// A minibatch in slices, shared by threads, with the weights of its samples. Slices and the order of their sum depend on the size of
/// the batch and on the degree alone, of a deterministic network on the size: so does the result, bit for bit.
/// </summary>
/// <typeparam name="TNetwork">The network.</typeparam>
internal sealed class SlicedBatchLoss<TNetwork> : IBatchLoss, IDisposable
    where TNetwork : INetwork<TNetwork>
{
    // A part of fewer parameters takes less time than it takes to start another thread.
    private const int LeastPart = 4096;

    private readonly INetwork<TNetwork> _network;
    private readonly ISlicedTraining _training;
    private readonly MinibatchReader _batches;
    private readonly SliceWorkers _workers;
    private readonly GradientSlice[] _gradients;
    private readonly double[] _losses;
    private readonly BatchSlices _shares;
    private readonly int _parts;

    // What threads do, made once: a delegate a batch would be an allocation a batch.
    private readonly Action<int> _lossOfSlices;
    private readonly Action<int> _gradientOfSlices;
    private readonly Action<int> _sumOfPart;
    private readonly Action<int> _stepOfPart;

    // What they do it with.
    private int _start;
    private int _count;
    private int _slices;
    private OptimizerStep _step;

    /// <param name="network">A network that is an <see cref="ISlicedTraining"/>.</param>
    /// <param name="batches">Its samples.</param>
    /// <param name="batchSize">The most samples of a batch.</param>
    /// <param name="degree">The degree of parallelism, 1 or more.</param>
    internal SlicedBatchLoss(INetwork<TNetwork> network, MinibatchReader batches, int batchSize, int degree)
    {
        _network = network;
        _training = (ISlicedTraining)network;
        _batches = batches;
        _shares = BatchSlices.Of(network, degree);
        int slices = _shares.Count(batchSize);
        int threads = int.Min(slices, degree);
        _gradients = new GradientSlice[slices];
        for (int slice = 0; slice < slices; slice++)
        {
            _gradients[slice] = new GradientSlice();
        }

        _losses = new double[slices];
        _parts = int.Clamp(TNetwork.ParameterCount / LeastPart, 1, threads);
        (_lossOfSlices, _gradientOfSlices, _sumOfPart, _stepOfPart) = (LossOfSlices, GradientOfSlices, SumOfPart, StepOfPart);
        _workers = new SliceWorkers(threads);
    }

    public double Loss(int start, int count) => OverSlices(start, count, _lossOfSlices);

    public double Gradient(int start, int count, Span<float> gradient)
    {
        double loss = Gradient(start, count);
        _workers.Run(_parts, _sumOfPart);
        _training.CopyGradientTo(_gradients[0], gradient);
        return loss;
    }

    /// <summary>The loss and its gradient, which stays in the slices.</summary>
    internal double Gradient(int start, int count) => OverSlices(start, count, _gradientOfSlices);

    /// <summary>The optimizer's step with the gradient in the slices.</summary>
    internal void Step(float learningRate)
    {
        _step = _training.BeginStep(learningRate);
        _workers.Run(_parts, _stepOfPart);
    }

    /// <summary>Ends the threads.</summary>
    public void Dispose() => _workers.Dispose();

    private double OverSlices(int start, int count, Action<int> work)
    {
        _start = start;
        _count = count;
        _slices = _shares.Count(count);
        _workers.Run(int.Min(_slices, _workers.Degree), work);
        double sum = 0;
        foreach (double loss in _losses.AsSpan(0, _slices))
        {
            sum += loss;
        }

        return sum / count;
    }

    private void LossOfSlices(int thread) => OverPieces(thread, isGradient: false);

    private void GradientOfSlices(int thread) => OverPieces(thread, isGradient: true);

    /// <summary>The slices of a thread: one, or where there are more slices than threads every so many.</summary>
    private void OverPieces(int thread, bool isGradient)
    {
        for (int slice = thread; slice < _slices; slice += _workers.Degree)
        {
            _losses[slice] = LossOf(slice, isGradient);
        }
    }

    /// <summary>The summed loss of a slice, and its gradient: in one piece but for many labels that become many targets each.</summary>
    private double LossOf(int slice, bool isGradient)
    {
        (int start, int count) = _shares.Slice(_count, _slices, slice);
        _gradients[slice].Clear(start);
        CompensatedSum loss = default;
        for (int done = 0, rows; done < count; done += rows)
        {
            rows = int.Min(count - done, _batches.MostRows);
            Minibatch piece = _batches.Read(_start + start + done, rows, start + done, slice);

            // No network weighs samples but for a gradient.
            loss.Add(isGradient || !piece.Weights.IsEmpty
                ? _training.AddGradient(piece.Inputs, piece.Targets, piece.Weights, 1f / _count, _gradients[slice])
                : (double)_network.ComputeLoss(piece.Inputs, piece.Targets) * rows);
        }

        return loss.Value;
    }

    private void SumOfPart(int part) => _gradients[0].Add(_gradients.AsSpan(1, _slices - 1), part, _parts);

    private void StepOfPart(int part)
    {
        SumOfPart(part);
        _training.Step(_gradients[0], _step, part, _parts);
    }
}
