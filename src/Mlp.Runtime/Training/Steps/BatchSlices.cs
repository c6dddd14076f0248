using Mlp.CompilerServices;

namespace Mlp.Training;

/// <summary>
/// How a minibatch is divided among threads: a fixed function of its size and the degree of parallelism, whatever the machine; for a deterministic
/// network of its size alone.
/// </summary>
/// <param name="Most">The most slices.</param>
/// <param name="Granularity">The samples that stay together: slices are whole blocks of so many.</param>
internal readonly record struct BatchSlices(int Most, int Granularity)
{
    // Kernels take samples in tiles and vectors of up to 16: a slice that ends inside of one would do the rest of it one by one.
    private const int WholeTile = 16;

    /// <summary>
    /// Those of a deterministic network: as many as threads are worth while for, and so large that a common minibatch is one slice, which is added up as
    /// a TrainStep does it.
    /// </summary>
    internal static BatchSlices Deterministic { get; } = new(8, 64);

    /// <summary>The slices for so many threads.</summary>
    /// <param name="degree">The degree of parallelism, 1 or more.</param>
    internal static BatchSlices Of(int degree) => new(degree, WholeTile);

    /// <summary>The slices for a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="degree">The degree of parallelism, 1 or more, which deterministic networks do not ask for.</param>
    internal static BatchSlices Of<TNetwork>(INetwork<TNetwork> network, int degree)
        where TNetwork : INetwork<TNetwork> => IsDeterministic(network) ? Deterministic : Of(degree);

    /// <summary>Whether a training must not depend on the degree. Who made a network by hand need not describe it.</summary>
    /// <param name="network">The network.</param>
    private static bool IsDeterministic<TNetwork>(INetwork<TNetwork> network)
        where TNetwork : INetwork<TNetwork> => network is ISlicedTraining && TNetwork.Description.IsDeterministic;

    /// <summary>Whether minibatches are divided, if only into one slice.</summary>
    /// <param name="network">The network.</param>
    /// <param name="options">What the training is asked for.</param>
    internal static bool AreNeeded<TNetwork>(INetwork<TNetwork> network, TrainerOptions options)
        where TNetwork : INetwork<TNetwork> => options.NeedsSlices || IsDeterministic(network);

    /// <summary>The number of slices: no more than the most, and none of fewer samples than a block but for the last.</summary>
    /// <param name="samples">The samples of the minibatch, 1 or more.</param>
    internal int Count(int samples) => int.Min(Most, Blocks(samples));

    /// <summary>One slice: whole blocks, as many as in the others or one more; the last block may be smaller.</summary>
    /// <param name="samples">The samples of the minibatch.</param>
    /// <param name="slices">What <see cref="Count"/> says.</param>
    /// <param name="slice">Which slice, from 0.</param>
    internal (int Start, int Count) Slice(int samples, int slices, int slice)
    {
        int granularity = Granularity;
        int blocks = Blocks(samples);
        int start = Start(slice);
        return (start, Start(slice + 1) - start);

        int Start(int index) => (int)long.Min((long)index * blocks / slices * granularity, samples);
    }

    private int Blocks(int samples) => (int)(((long)samples + Granularity - 1) / Granularity);
}
