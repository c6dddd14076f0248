using System;

namespace Mlp.CompilerServices;

/// <summary>What an optimizer makes of a gradient: one pass over a piece of storage, written once for all widths.</summary>
/// <remarks>
/// A number that is 0 leaves no operation behind: adding 0 would make another zero of −0, and a NaN of what is infinite. So a pass is
/// compiled for what there is. Products and sums stand in the order in which they are rounded.
/// </remarks>
internal interface IOptimizerRule
{
    /// <summary>Steps on from <paramref name="start"/> to <paramref name="end"/>, one multiple of 16 to another.</summary>
    /// <typeparam name="TVector">A float or a vector of floats.</typeparam>
    /// <typeparam name="TLanes">The operations on it.</typeparam>
    /// <typeparam name="TDecay">Whether weights decay.</typeparam>
    /// <typeparam name="TLasso">Whether their magnitudes are drawn to zero.</typeparam>
    /// <param name="parameters">The first float of storage θ.</param>
    /// <param name="gradient">The first float of its gradient g.</param>
    /// <param name="moments">The first float of its first moment.</param>
    /// <param name="storageFloats">From one moment to the next of the same parameter.</param>
    /// <param name="step">What the step is made with.</param>
    /// <param name="constants">The optimizer's numbers.</param>
    /// <param name="turns">Where pieces of storage end that are drawn to zero, and such that are not, in turn.</param>
    /// <param name="start">The first float to step on.</param>
    /// <param name="end">The float after the last.</param>
    static abstract void Pass<TVector, TLanes, TDecay, TLasso>(
        ref float parameters,
        ref float gradient,
        ref float moments,
        int storageFloats,
        OptimizerStep step,
        in OptimizerConstants constants,
        ReadOnlySpan<int> turns,
        int start,
        int end)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
        where TDecay : struct, ISwitch
        where TLasso : struct, ISwitch;
}
