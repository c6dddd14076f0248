namespace Mlp.Training;

/// <summary>How a minibatch is divided among threads: a fixed function of its size and the degree of parallelism, whatever the machine.</summary>
internal static class BatchSlices
{
    // Kernels take samples in tiles and vectors of up to 16: a slice that ends inside of one would do the rest of it one by one.
    private const int Granularity = 16;

    /// <summary>The number of slices: no more than the degree, and none of fewer than 16 samples but for the last.</summary>
    /// <param name="samples">The samples of the minibatch, 1 or more.</param>
    /// <param name="degree">The degree of parallelism, 1 or more.</param>
    internal static int Count(int samples, int degree) => int.Min(degree, Blocks(samples));

    /// <summary>One slice: whole blocks of 16 samples, as many as in the others or one more; the last block may be smaller.</summary>
    /// <param name="samples">The samples of the minibatch.</param>
    /// <param name="slices">What <see cref="Count"/> says.</param>
    /// <param name="slice">Which slice, from 0.</param>
    internal static (int Start, int Count) Slice(int samples, int slices, int slice)
    {
        int start = Start(slice);
        return (start, Start(slice + 1) - start);

        int Start(int index) => (int)long.Min((long)index * Blocks(samples) / slices * Granularity, samples);
    }

    private static int Blocks(int samples) => (int)(((long)samples + Granularity - 1) / Granularity);
}
