using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mlp.CompilerServices;

/// <summary>A batch as a sequence of chunks, or of groups in registers: the loops that do not depend on a network's shape.</summary>
/// <remarks>
/// Belongs to emitted code of the same version, and may change in any version. Nothing is checked. For each network and width the
/// just-in-time compiler makes code of its own, in which sizes are constants and chunks are called directly.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Chunks
{
    /// <summary>ŷ of n samples.</summary>
    /// <typeparam name="TChunks">The network's way through a chunk.</typeparam>
    /// <param name="parameters">The network's storage.</param>
    /// <param name="inputs">The samples, one behind the other.</param>
    /// <param name="outputs">Receives ŷ, sample after sample.</param>
    /// <param name="samples">How many there are.</param>
    /// <param name="scratch">The scratch memory of a chunk.</param>
    [MethodImpl(KernelOptions.Kernel)]
    public static void Predict<TChunks>(ref float parameters, ref float inputs, ref float outputs, int samples, ref float scratch)
        where TChunks : struct, IPredictionChunks
    {
        TChunks.Prepare(ref parameters, ref scratch);
        while (samples > 0)
        {
            int count = Math.Min(samples, TChunks.ChunkSamples);
            TChunks.Forward(ref parameters, ref inputs, ref scratch, count);
            TChunks.Store(ref scratch, ref outputs, count);
            inputs = ref Unsafe.Add(ref inputs, count * TChunks.InputSize);
            outputs = ref Unsafe.Add(ref outputs, count * TChunks.OutputSize);
            samples -= count;
        }
    }

    /// <summary>ŷ of n agents with a sample each: the parameters move on with the samples.</summary>
    /// <typeparam name="TBlocks">The network's way through a block of agents.</typeparam>
    /// <param name="parameters">The parameters, block after block.</param>
    /// <param name="inputs">The samples, agent after agent.</param>
    /// <param name="outputs">Receives ŷ, agent after agent.</param>
    /// <param name="agents">How many there are.</param>
    /// <param name="scratch">The scratch memory of a block.</param>
    [MethodImpl(KernelOptions.Kernel)]
    public static void PredictAgents<TBlocks>(ref float parameters, ref float inputs, ref float outputs, int agents, ref float scratch)
        where TBlocks : struct, IAgentBlocks
    {
        while (agents > 0)
        {
            int count = Math.Min(agents, TBlocks.ChunkSamples);
            TBlocks.Forward(ref parameters, ref inputs, ref scratch, count);
            TBlocks.Store(ref scratch, ref outputs, count);
            parameters = ref Unsafe.Add(ref parameters, TBlocks.BlockFloats);
            inputs = ref Unsafe.Add(ref inputs, count * TBlocks.InputSize);
            outputs = ref Unsafe.Add(ref outputs, count * TBlocks.OutputSize);
            agents -= count;
        }
    }

    /// <summary>ŷ of n samples in groups. The last ones go through a copy, so that nothing outside of what the caller gave is touched.</summary>
    /// <typeparam name="TGroups">The network's way through a group.</typeparam>
    /// <param name="parameters">The network's storage.</param>
    /// <param name="inputs">The samples, one behind the other.</param>
    /// <param name="outputs">Receives ŷ, sample after sample.</param>
    /// <param name="samples">How many there are.</param>
    [MethodImpl(KernelOptions.Kernel)]
    public static void PredictGroups<TGroups>(ref float parameters, ref float inputs, ref float outputs, int samples)
        where TGroups : struct, ISampleGroups
    {
        (int groups, int rest) = Math.DivRem(samples, TGroups.GroupSamples);
        if (groups > 0)
        {
            TGroups.Forward(ref parameters, ref inputs, ref outputs, groups);
        }

        if (rest > 0)
        {
            int whole = samples - rest;
            PredictRest<TGroups>(
                ref parameters, ref Unsafe.Add(ref inputs, whole * TGroups.InputSize), ref Unsafe.Add(ref outputs, whole * TGroups.OutputSize), rest);
        }
    }

    /// <summary>The mean loss of n samples [Lu 8].</summary>
    /// <typeparam name="TChunks">The network's way through a chunk.</typeparam>
    /// <param name="parameters">The network's storage.</param>
    /// <param name="inputs">The samples.</param>
    /// <param name="targets">Their targets, which count where <paramref name="labels"/> is the null reference.</param>
    /// <param name="labels">Their classes.</param>
    /// <param name="samples">How many there are, 1 or more.</param>
    /// <param name="scratch">The scratch memory of a chunk.</param>
    [MethodImpl(KernelOptions.Kernel)]
    public static float Loss<TChunks>(ref float parameters, ref float inputs, ref float targets, ref int labels, int samples, ref float scratch)
        where TChunks : struct, ILossChunks
    {
        TChunks.Prepare(ref parameters, ref scratch);
        double loss = 0;
        bool isLabelled = !Unsafe.IsNullRef(ref labels);
        for (int rest = samples; rest > 0;)
        {
            int count = Math.Min(rest, TChunks.ChunkSamples);
            TChunks.Forward(ref parameters, ref inputs, ref scratch, count);
            loss += TChunks.Error(ref scratch, ref targets, ref labels, ref Unsafe.NullRef<float>(), 0, count);
            TChunks.AddErrors(ref scratch, ref targets, ref labels, ref Unsafe.NullRef<float>(), 0, count, ref loss);
            inputs = ref Unsafe.Add(ref inputs, count * TChunks.InputSize);
            targets = ref Unsafe.Add(ref targets, count * TChunks.OutputSize);
            labels = ref Unsafe.Add(ref labels, isLabelled ? count : 0);
            rest -= count;
        }

        return (float)(loss / samples);
    }

    /// <summary>
    /// Adds scale · Σ w ∂ℓ/∂θ of n samples onto a gradient that is laid out like the parameters. The samples of one chunk may be added
    /// onto the parameters themselves: no gradient is stored.
    /// </summary>
    /// <typeparam name="TChunks">The network's way through a chunk.</typeparam>
    /// <typeparam name="TBackward">Its way back.</typeparam>
    /// <param name="parameters">The network's storage.</param>
    /// <param name="inputs">The samples.</param>
    /// <param name="targets">Their targets, which count where <paramref name="labels"/> is the null reference.</param>
    /// <param name="labels">Their classes.</param>
    /// <param name="sampleWeights">w of each; the null reference where all are 1.</param>
    /// <param name="samples">How many there are.</param>
    /// <param name="scale">What the gradient is multiplied by.</param>
    /// <param name="scratch">The scratch memory of a chunk.</param>
    /// <param name="destination">What is added onto.</param>
    /// <returns>Σ w ℓ.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Train<TChunks, TBackward>(
        ref float parameters,
        ref float inputs,
        ref float targets,
        ref int labels,
        ref float sampleWeights,
        int samples,
        float scale,
        ref float scratch,
        ref float destination)
        where TChunks : struct, ILossChunks
        where TBackward : struct, IBackwardChunks =>
        TrainMasked<TChunks, TBackward>(ref parameters, ref inputs, ref targets, ref labels, ref sampleWeights, samples, scale, ref scratch, ref destination, default);

    /// <summary>The same for a network that drops values.</summary>
    /// <typeparam name="TChunks">The network's way through a chunk.</typeparam>
    /// <typeparam name="TBackward">Its way back.</typeparam>
    /// <param name="parameters">The network's storage.</param>
    /// <param name="inputs">The samples.</param>
    /// <param name="targets">Their targets, which count where <paramref name="labels"/> is the null reference.</param>
    /// <param name="labels">Their classes.</param>
    /// <param name="sampleWeights">w of each; the null reference where all are 1.</param>
    /// <param name="samples">How many there are.</param>
    /// <param name="scale">What the gradient is multiplied by.</param>
    /// <param name="scratch">The scratch memory of a chunk.</param>
    /// <param name="destination">What is added onto.</param>
    /// <param name="masks">What is dropped, from the first sample on.</param>
    /// <returns>Σ w ℓ.</returns>
    [MethodImpl(KernelOptions.Kernel)]
    public static double TrainMasked<TChunks, TBackward>(
        ref float parameters,
        ref float inputs,
        ref float targets,
        ref int labels,
        ref float sampleWeights,
        int samples,
        float scale,
        ref float scratch,
        ref float destination,
        DropoutMasks masks)
        where TChunks : struct, ILossChunks
        where TBackward : struct, IBackwardChunks
    {
        TChunks.Prepare(ref parameters, ref scratch);
        double loss = 0;
        bool isLabelled = !Unsafe.IsNullRef(ref labels);
        bool isWeighted = !Unsafe.IsNullRef(ref sampleWeights);
        while (samples > 0)
        {
            int count = Math.Min(samples, TChunks.ChunkSamples);
            TChunks.Draw(masks, ref scratch, count);
            TChunks.Forward(ref parameters, ref inputs, ref scratch, count);
            loss += TChunks.Error(ref scratch, ref targets, ref labels, ref sampleWeights, scale, count);
            TChunks.AddErrors(ref scratch, ref targets, ref labels, ref sampleWeights, scale, count, ref loss);
            TBackward.Backward(ref parameters, ref inputs, ref scratch, ref destination, count);
            inputs = ref Unsafe.Add(ref inputs, count * TChunks.InputSize);
            targets = ref Unsafe.Add(ref targets, count * TChunks.OutputSize);
            labels = ref Unsafe.Add(ref labels, isLabelled ? count : 0);
            sampleWeights = ref Unsafe.Add(ref sampleWeights, isWeighted ? count : 0);
            masks = masks.From(count);
            samples -= count;
        }

        return loss;
    }

    /// <summary>Fewer samples than go together.</summary>
    [MethodImpl(KernelOptions.Kernel)]
    private static void PredictRest<TGroups>(ref float parameters, ref float inputs, ref float outputs, int samples)
        where TGroups : struct, ISampleGroups
    {
        Span<float> rows = stackalloc float[TGroups.GroupSamples * TGroups.InputSize];
        Span<float> results = stackalloc float[TGroups.GroupSamples * TGroups.OutputSize];
        MemoryMarshal.CreateReadOnlySpan(ref inputs, samples * TGroups.InputSize).CopyTo(rows);
        TGroups.Forward(ref parameters, ref MemoryMarshal.GetReference(rows), ref MemoryMarshal.GetReference(results), 1);
        results[..(samples * TGroups.OutputSize)].CopyTo(MemoryMarshal.CreateSpan(ref outputs, samples * TGroups.OutputSize));
    }
}
