using System.Runtime.CompilerServices;

namespace Mlp.CompilerServices;

/// <summary>A gradient with what draws weights to zero.</summary>
internal static class PenalizedGradient
{
    /// <summary>g + λ θ + λ₁ sign θ, of this what there is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Of<TVector, TLanes, TDecay, TLasso>(TVector g, TVector weight, TVector decay, TVector lasso)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
        where TDecay : struct, ISwitch
        where TLasso : struct, ISwitch
    {
        if (TDecay.IsOn)
        {
            g = TLanes.Add(g, TLanes.Multiply(decay, weight));
        }

        if (TLasso.IsOn)
        {
            TVector above = IfPositive<TVector, TLanes>(weight, lasso);
            TVector below = IfPositive<TVector, TLanes>(TLanes.Negate(weight), lasso);
            g = TLanes.Add(g, TLanes.Subtract(above, below));
        }

        return g;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector IfPositive<TVector, TLanes>(TVector test, TVector value)
        where TVector : struct
        where TLanes : struct, ILanes<TVector> =>
        TLanes.WhereLess(TLanes.Create(0f), test, value, TLanes.Create(0f));
}
