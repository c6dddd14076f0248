using System;
using Mlp.CompilerServices;

namespace Mlp.Training;

/// <summary>
/// A minibatch as any network computes it: all samples in one call, on this thread, a classifier from labels. Only where labels
/// become so many targets that they are handed out in pieces, the mean of the pieces.
/// </summary>
/// <typeparam name="TNetwork">The network.</typeparam>
internal sealed class WholeBatchLoss<TNetwork>(INetwork<TNetwork> network, MinibatchReader batches) : IBatchLoss
    where TNetwork : INetwork<TNetwork>
{
    // Batches have labels only where the network is one.
    private readonly IClassifier? _classifier = network as IClassifier;

    // For pieces alone: their sum, in double because there is no end of them, and the gradient of one.
    private double[]? _sum;
    private AlignedBuffer _gradient;

    public double Loss(int start, int count)
    {
        if (count > batches.MostRows)
        {
            return OverPieces(start, count, isGradient: false);
        }

        Minibatch batch = batches.Read(start, count);
        return batch.Labels.IsEmpty
            ? network.ComputeLoss(batch.Inputs, batch.Targets)
            : _classifier!.ComputeLoss(batch.Inputs, batch.Labels);
    }

    public double Gradient(int start, int count, Span<float> gradient)
    {
        if (count > batches.MostRows)
        {
            double loss = OverPieces(start, count, isGradient: true);
            for (int index = 0; index < gradient.Length; index++)
            {
                gradient[index] = (float)(_sum![index] / count);
            }

            return loss;
        }

        Minibatch batch = batches.Read(start, count);
        return batch.Labels.IsEmpty
            ? network.ComputeGradient(batch.Inputs, batch.Targets, gradient)
            : _classifier!.ComputeGradient(batch.Inputs, batch.Labels, gradient);
    }

    /// <summary>The network's own training step.</summary>
    internal double TrainStep(int start, int count, float learningRate)
    {
        if (count > batches.MostRows)
        {
            AllocateGradient();
            double loss = Gradient(start, count, _gradient.Span);
            network.ApplyGradient(_gradient.Span, learningRate);
            return loss;
        }

        Minibatch batch = batches.Read(start, count);
        return batch.Labels.IsEmpty
            ? network.TrainStep(batch.Inputs, batch.Targets, learningRate)
            : _classifier!.TrainStep(batch.Inputs, batch.Labels, learningRate);
    }

    /// <summary>The mean loss, and the sum of the gradients of all samples. Pieces are of targets: labels that stay labels are read at once.</summary>
    private double OverPieces(int start, int count, bool isGradient)
    {
        if (isGradient)
        {
            AllocateGradient();
            _sum ??= new double[TNetwork.ParameterCount];
            Array.Clear(_sum);
        }

        CompensatedSum loss = default;
        for (int done = 0, rows; done < count; done += rows)
        {
            rows = int.Min(count - done, batches.MostRows);
            Minibatch piece = batches.Read(start + done, rows);
            if (!isGradient)
            {
                loss.Add((double)network.ComputeLoss(piece.Inputs, piece.Targets) * rows);
                continue;
            }

            Span<float> gradient = _gradient.Span;
            loss.Add((double)network.ComputeGradient(piece.Inputs, piece.Targets, gradient) * rows);
            VectorNorm.Add(_sum!, gradient, rows);
        }

        return loss.Mean(count);
    }

    private void AllocateGradient()
    {
        if (!_gradient.IsAllocated)
        {
            _gradient = AlignedBuffer.Allocate(TNetwork.ParameterCount);
        }
    }
}
