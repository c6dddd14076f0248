using System;
using System.Runtime.CompilerServices;

namespace Mlp.CompilerServices;

/// <summary>Momentum: v ← μ v + g, θ ← θ − α v; Nesterov's looks ahead: θ ← θ − α (g + μ v).</summary>
/// <typeparam name="TAhead">Whether it looks ahead.</typeparam>
internal readonly struct VelocityRule<TAhead> : IOptimizerRule
    where TAhead : struct, ISwitch
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
        TVector momentum = TLanes.Create(constants.Momentum);
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

                TVector velocity = TLanes.MultiplyAdd(momentum, TLanes.Load(ref Unsafe.Add(ref moments, next)), g);
                velocity = VectorMath.ZeroSubnormalOf<TVector, TLanes>(velocity);
                TLanes.Store(velocity, ref Unsafe.Add(ref moments, next));
                TVector direction = TAhead.IsOn ? TLanes.MultiplyAdd(momentum, velocity, g) : velocity;
                weight = TLanes.Subtract(weight, TLanes.Multiply(size, direction));
                TLanes.Store(weight, ref Unsafe.Add(ref parameters, next));
            }
        }
    }
}
