using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

/// <summary>
/// The optimizers' steps: one pass over parameters, gradient and moments, all in the order of a network's storage, at the width of
/// the machine. λ θ and λ₁ sign θ join the gradient g before it, where there are such numbers.
/// </summary>
/// <remarks>
/// Belongs to emitted code of the same version, and may change in any version.
/// What would be a subnormal number in a moment becomes zero there: it would stay, and slow down every step that comes.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class OptimizerKernels
{
    /// <summary>Gradient descent: θ ← θ − α g.</summary>
    /// <param name="parameters">The first float of the parameters' storage θ.</param>
    /// <param name="gradient">The first float of their gradient g.</param>
    /// <param name="step">What the step is made with.</param>
    /// <param name="constants">The optimizer's numbers.</param>
    /// <param name="turns">
    /// Where pieces of storage end that are drawn to zero, and such that are not, in turn and ascending, each a multiple of 16; the first
    /// are drawn, with none all are. The numbers say by how much.
    /// </param>
    /// <param name="start">The first float of the part to step on, a multiple of 16.</param>
    /// <param name="end">The float after its last, a multiple of 16.</param>
    public static void SGD(
        ref float parameters, ref float gradient, OptimizerStep step, in OptimizerConstants constants, ReadOnlySpan<int> turns, int start, int end) =>
        Run<DescentRule>(ref parameters, ref gradient, ref gradient, 0, step, in constants, turns, start, end);

    /// <summary>Momentum: v ← μ v + g, θ ← θ − α v.</summary>
    /// <param name="parameters">The first float of the parameters' storage θ.</param>
    /// <param name="gradient">The first float of their gradient g.</param>
    /// <param name="moments">The first float of what is remembered, moment after moment.</param>
    /// <param name="storageFloats">The floats of storage, from one moment to the next.</param>
    /// <param name="step">What the step is made with.</param>
    /// <param name="constants">The optimizer's numbers.</param>
    /// <param name="turns">
    /// Where pieces of storage end that are drawn to zero, and such that are not, in turn and ascending, each a multiple of 16; the first
    /// are drawn, with none all are. The numbers say by how much.
    /// </param>
    /// <param name="start">The first float of the part to step on, a multiple of 16.</param>
    /// <param name="end">The float after its last, a multiple of 16.</param>
    public static void Momentum(
        ref float parameters, ref float gradient, ref float moments, int storageFloats,
        OptimizerStep step, in OptimizerConstants constants, ReadOnlySpan<int> turns, int start, int end) =>
        Run<VelocityRule<Off>>(ref parameters, ref gradient, ref moments, storageFloats, step, in constants, turns, start, end);

    /// <summary>Nesterov: v ← μ v + g, θ ← θ − α (g + μ v).</summary>
    /// <inheritdoc cref="Momentum" />
    public static void Nesterov(
        ref float parameters, ref float gradient, ref float moments, int storageFloats,
        OptimizerStep step, in OptimizerConstants constants, ReadOnlySpan<int> turns, int start, int end) =>
        Run<VelocityRule<On>>(ref parameters, ref gradient, ref moments, storageFloats, step, in constants, turns, start, end);

    /// <summary>RMSProp: s ← ρ s + (1 − ρ) g², θ ← θ − α g / (√s + ε).</summary>
    /// <inheritdoc cref="Momentum" />
    public static void RMSProp(
        ref float parameters, ref float gradient, ref float moments, int storageFloats,
        OptimizerStep step, in OptimizerConstants constants, ReadOnlySpan<int> turns, int start, int end) =>
        Run<SquareRule>(ref parameters, ref gradient, ref moments, storageFloats, step, in constants, turns, start, end);

    /// <summary>Adam: m ← β₁ m + (1 − β₁) g, s ← β₂ s + (1 − β₂) g², θ ← θ − α m̂ / (√ŝ + ε).</summary>
    /// <inheritdoc cref="Momentum" />
    public static void Adam(
        ref float parameters, ref float gradient, ref float moments, int storageFloats,
        OptimizerStep step, in OptimizerConstants constants, ReadOnlySpan<int> turns, int start, int end) =>
        Run<AdamRule<Off>>(ref parameters, ref gradient, ref moments, storageFloats, step, in constants, turns, start, end);

    /// <summary>Decoupled weight decay, AdamW: Adam's step after θ ← θ − α λ θ.</summary>
    /// <inheritdoc cref="Momentum" />
    public static void AdamW(
        ref float parameters, ref float gradient, ref float moments, int storageFloats,
        OptimizerStep step, in OptimizerConstants constants, ReadOnlySpan<int> turns, int start, int end) =>
        Run<AdamRule<On>>(ref parameters, ref gradient, ref moments, storageFloats, step, in constants, turns, start, end);

    /// <summary>A pass of a rule at one width, compiled for the numbers that are not 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Run<TRule, TVector, TLanes>(
        ref float parameters,
        ref float gradient,
        ref float moments,
        int storageFloats,
        OptimizerStep step,
        in OptimizerConstants constants,
        ReadOnlySpan<int> turns,
        int start,
        int end)
        where TRule : struct, IOptimizerRule
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        if (constants.HasL1)
        {
            if (constants.HasWeightDecay)
            {
                TRule.Pass<TVector, TLanes, On, On>(ref parameters, ref gradient, ref moments, storageFloats, step, in constants, turns, start, end);
            }
            else
            {
                TRule.Pass<TVector, TLanes, Off, On>(ref parameters, ref gradient, ref moments, storageFloats, step, in constants, turns, start, end);
            }
        }
        else if (constants.HasWeightDecay)
        {
            TRule.Pass<TVector, TLanes, On, Off>(ref parameters, ref gradient, ref moments, storageFloats, step, in constants, turns, start, end);
        }
        else
        {
            TRule.Pass<TVector, TLanes, Off, Off>(ref parameters, ref gradient, ref moments, storageFloats, step, in constants, turns, start, end);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Run<TRule>(
        ref float parameters,
        ref float gradient,
        ref float moments,
        int storageFloats,
        OptimizerStep step,
        in OptimizerConstants constants,
        ReadOnlySpan<int> turns,
        int start,
        int end)
        where TRule : struct, IOptimizerRule
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Choose<TRule, Vector512<float>, Lanes512>(ref parameters, ref gradient, ref moments, storageFloats, step, in constants, turns, start, end);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Choose<TRule, Vector256<float>, Lanes256>(ref parameters, ref gradient, ref moments, storageFloats, step, in constants, turns, start, end);
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            Choose<TRule, Vector128<float>, Lanes128>(ref parameters, ref gradient, ref moments, storageFloats, step, in constants, turns, start, end);
        }
        else
        {
            Choose<TRule, float, ScalarLanes>(ref parameters, ref gradient, ref moments, storageFloats, step, in constants, turns, start, end);
        }
    }

    /// <summary>The operations of a width, or those of deterministic networks.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Choose<TRule, TVector, TLanes>(
        ref float parameters,
        ref float gradient,
        ref float moments,
        int storageFloats,
        OptimizerStep step,
        in OptimizerConstants constants,
        ReadOnlySpan<int> turns,
        int start,
        int end)
        where TRule : struct, IOptimizerRule
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        if (constants.IsDeterministic)
        {
            Run<TRule, TVector, DeterministicLanes<TVector, TLanes>>(ref parameters, ref gradient, ref moments, storageFloats, step, in constants, turns, start, end);
        }
        else
        {
            Run<TRule, TVector, TLanes>(ref parameters, ref gradient, ref moments, storageFloats, step, in constants, turns, start, end);
        }
    }
}
