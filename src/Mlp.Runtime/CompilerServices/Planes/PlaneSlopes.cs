using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Mlp.CompilerServices;

/// <summary>δ ⊙ g′ in place.</summary>
/// <remarks>Belongs to emitted code of the same version, and may change in any version. Nothing is checked.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PlaneSlopes
{
    /// <summary>Errors of lines times the slope of each value.</summary>
    /// <typeparam name="TVector">The vectors.</typeparam>
    /// <typeparam name="TWords">Their words.</typeparam>
    /// <typeparam name="TSlope">The slope as a function of what stands beside.</typeparam>
    /// <param name="deltas">δ.</param>
    /// <param name="values">What the slope is had from, in the same strides.</param>
    /// <param name="rows">The lines.</param>
    /// <param name="stride">Floats between lines.</param>
    /// <param name="columns">The floats of a line, whole vectors.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Multiply<TVector, TWords, TSlope>(ref float deltas, ref float values, int rows, int stride, int columns)
        where TVector : struct
        where TWords : struct, IVectors<TVector>
        where TSlope : struct, ITileFunction
    {
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column += TWords.Lanes)
            {
                TVector slope = TWords.Of<TSlope>(TWords.Load(ref values, column));
                TWords.Store(TWords.Multiply(TWords.Load(ref deltas, column), slope), ref deltas, column);
            }

            deltas = ref Unsafe.Add(ref deltas, stride);
            values = ref Unsafe.Add(ref values, stride);
        }
    }
}
