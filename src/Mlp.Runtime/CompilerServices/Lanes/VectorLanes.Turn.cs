using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

/// <content>Sums of lanes one after another: the same at every width.</content>
public static partial class VectorLanes
{
    /// <summary>sum + x0 + x1 + …, added in that order.</summary>
    /// <param name="sum">What is added onto.</param>
    /// <param name="vector">The lanes.</param>
    /// <param name="count">How many of them, the first ones, are added.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float AddInTurn(float sum, Vector128<float> vector, int count) => AddInTurn(sum, ref Unsafe.As<Vector128<float>, float>(ref vector), count);

    /// <inheritdoc cref="AddInTurn(float, Vector128{float}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float AddInTurn(float sum, Vector256<float> vector, int count) => AddInTurn(sum, ref Unsafe.As<Vector256<float>, float>(ref vector), count);

    /// <inheritdoc cref="AddInTurn(float, Vector128{float}, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float AddInTurn(float sum, Vector512<float> vector, int count) => AddInTurn(sum, ref Unsafe.As<Vector512<float>, float>(ref vector), count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float AddInTurn(float sum, ref float lanes, int count)
    {
        for (int lane = 0; lane < count; lane++)
        {
            sum += Unsafe.Add(ref lanes, lane);
        }

        return sum;
    }
}
