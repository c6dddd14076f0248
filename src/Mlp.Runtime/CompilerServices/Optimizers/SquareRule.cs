using System;
using System.Runtime.CompilerServices;

namespace Mlp.CompilerServices;

/// <summary>RMSProp: s ← ρ s + (1 − ρ) g², θ ← θ − α g / (√s + ε).</summary>
internal readonly struct SquareRule : IOptimizerRule
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
        TVector size = TLanes.Create(step.Size);
        TVector kept = TLanes.Create(constants.Rho);
        TVector added = TLanes.Create(constants.RestOfRho);
        TVector epsilon = TLanes.Create(constants.Epsilon);
        TVector decays = TLanes.Create(constants.WeightDecay);
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
                g = PenalizedGradient.Of<TVector, TLanes, TDecay, TLasso>(g, weight, pieceDecay, pieceLasso);

                TVector addend = TLanes.Multiply(TLanes.Multiply(added, g), g);
                TVector square = TLanes.MultiplyAdd(kept, TLanes.Load(ref Unsafe.Add(ref moments, next)), addend);
                square = VectorMath.ZeroSubnormalOf<TVector, TLanes>(square);
                TLanes.Store(square, ref Unsafe.Add(ref moments, next));
                TVector root = TLanes.Add(TLanes.SquareRoot(square), epsilon);
                weight = TLanes.Subtract(weight, TLanes.Divide(TLanes.Multiply(size, g), root));
                TLanes.Store(weight, ref Unsafe.Add(ref parameters, next));
            }
        }
    }
}
