using System;
using System.Runtime.CompilerServices;

namespace Mlp.CompilerServices;

/// <summary>
/// Adam: m ← β₁ m + (1 − β₁) g, s ← β₂ s + (1 − β₂) g², θ ← θ − α m̂ / (√ŝ + ε); AdamW's weights decay apart: θ ← θ − α λ θ before it.
/// </summary>
/// <typeparam name="TApart">Whether weights decay apart.</typeparam>
internal readonly struct AdamRule<TApart> : IOptimizerRule
    where TApart : struct, ISwitch
{
    // Compiled whole on its first call, for a loop over a large network may be the only one.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Pass<TVector, TLanes, TDecay, TLasso>(
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
        where TLasso : struct, ISwitch
    {
        float decay = TApart.IsOn ? step.LearningRate * constants.WeightDecay : constants.WeightDecay;
        TVector size = TLanes.Create(step.Size);
        TVector added1 = TLanes.Create(constants.RestOfBeta1);
        TVector kept2 = TLanes.Create(constants.Beta2);
        TVector added2 = TLanes.Create(constants.RestOfBeta2);
        TVector rootScale = TLanes.Create(step.RootScale);
        TVector epsilon = TLanes.Create(constants.Epsilon);
        ref float squares = ref Unsafe.Add(ref moments, storageFloats);
        TVector decays = TLanes.Create(decay);
        TVector lassos = TLanes.Create(constants.L1);
        var pieces = new StoragePieces(turns, start, end);
        while (pieces.MoveNext())
        {
            TVector pieceDecay = pieces.IsDrawn ? decays : TLanes.Create(0f);
            TVector pieceLasso = pieces.IsDrawn ? lassos : TLanes.Create(0f);
            for (nint next = pieces.Start; next < pieces.End; next += TLanes.Count)
            {
                TVector weight = TLanes.Load(ref Unsafe.Add(ref parameters, next));
                TVector g = TLanes.Load(ref Unsafe.Add(ref gradient, next));
                g = TApart.IsOn
                    ? PenalizedGradient.Of<TVector, TLanes, Off, TLasso>(g, weight, pieceDecay, pieceLasso)
                    : PenalizedGradient.Of<TVector, TLanes, TDecay, TLasso>(g, weight, pieceDecay, pieceLasso);
                if (TApart.IsOn && TDecay.IsOn)
                {
                    weight = TLanes.Subtract(weight, TLanes.Multiply(pieceDecay, weight));
                }

                TVector mean = TLanes.Load(ref Unsafe.Add(ref moments, next));
                TVector addend = TLanes.Multiply(TLanes.Multiply(added2, g), g);
                TVector square = TLanes.MultiplyAdd(kept2, TLanes.Load(ref Unsafe.Add(ref squares, next)), addend);
                square = VectorMath.ZeroSubnormalOf<TVector, TLanes>(square);
                mean = TLanes.Add(mean, TLanes.Multiply(added1, TLanes.Subtract(g, mean)));
                mean = VectorMath.ZeroSubnormalOf<TVector, TLanes>(mean);
                TLanes.Store(mean, ref Unsafe.Add(ref moments, next));
                TLanes.Store(square, ref Unsafe.Add(ref squares, next));
                TVector root = TLanes.MultiplyAdd(TLanes.SquareRoot(square), rootScale, epsilon);
                weight = TLanes.Subtract(weight, TLanes.Divide(TLanes.Multiply(size, mean), root));
                TLanes.Store(weight, ref Unsafe.Add(ref parameters, next));
            }
        }
    }
}
