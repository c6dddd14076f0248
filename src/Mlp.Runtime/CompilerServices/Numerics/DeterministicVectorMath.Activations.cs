using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlp.CompilerServices;

/// <content>Activations.</content>
public static partial class DeterministicVectorMath
{
    /// <inheritdoc cref="VectorMath.Relu(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Relu(Vector128<float> z) =>
        VectorMath.ReluOf<Vector128<float>, DeterministicLanes<Vector128<float>, Lanes128>>(z);

    /// <inheritdoc cref="VectorMath.Relu(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Relu(Vector256<float> z) =>
        VectorMath.ReluOf<Vector256<float>, DeterministicLanes<Vector256<float>, Lanes256>>(z);

    /// <inheritdoc cref="VectorMath.Relu(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Relu(Vector512<float> z) =>
        VectorMath.ReluOf<Vector512<float>, DeterministicLanes<Vector512<float>, Lanes512>>(z);

    /// <inheritdoc cref="VectorMath.LeakyRelu(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> LeakyRelu(Vector128<float> z) =>
        VectorMath.LeakyReluOf<Vector128<float>, DeterministicLanes<Vector128<float>, Lanes128>>(z);

    /// <inheritdoc cref="VectorMath.LeakyRelu(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LeakyRelu(Vector256<float> z) =>
        VectorMath.LeakyReluOf<Vector256<float>, DeterministicLanes<Vector256<float>, Lanes256>>(z);

    /// <inheritdoc cref="VectorMath.LeakyRelu(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LeakyRelu(Vector512<float> z) =>
        VectorMath.LeakyReluOf<Vector512<float>, DeterministicLanes<Vector512<float>, Lanes512>>(z);

    /// <inheritdoc cref="VectorMath.LeakyRelu(Vector128{float}, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> LeakyRelu(Vector128<float> z, float slope) =>
        VectorMath.LeakyReluOf<Vector128<float>, DeterministicLanes<Vector128<float>, Lanes128>>(z, slope);

    /// <inheritdoc cref="VectorMath.LeakyRelu(Vector256{float}, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LeakyRelu(Vector256<float> z, float slope) =>
        VectorMath.LeakyReluOf<Vector256<float>, DeterministicLanes<Vector256<float>, Lanes256>>(z, slope);

    /// <inheritdoc cref="VectorMath.LeakyRelu(Vector512{float}, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LeakyRelu(Vector512<float> z, float slope) =>
        VectorMath.LeakyReluOf<Vector512<float>, DeterministicLanes<Vector512<float>, Lanes512>>(z, slope);

    /// <inheritdoc cref="VectorMath.Elu(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Elu(Vector128<float> z) =>
        VectorMath.EluOf<Vector128<float>, DeterministicLanes<Vector128<float>, Lanes128>>(z);

    /// <inheritdoc cref="VectorMath.Elu(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Elu(Vector256<float> z) =>
        VectorMath.EluOf<Vector256<float>, DeterministicLanes<Vector256<float>, Lanes256>>(z);

    /// <inheritdoc cref="VectorMath.Elu(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Elu(Vector512<float> z) =>
        VectorMath.EluOf<Vector512<float>, DeterministicLanes<Vector512<float>, Lanes512>>(z);

    /// <inheritdoc cref="VectorMath.Elu(Vector128{float}, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Elu(Vector128<float> z, float alpha) =>
        VectorMath.EluOf<Vector128<float>, DeterministicLanes<Vector128<float>, Lanes128>>(z, alpha);

    /// <inheritdoc cref="VectorMath.Elu(Vector256{float}, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Elu(Vector256<float> z, float alpha) =>
        VectorMath.EluOf<Vector256<float>, DeterministicLanes<Vector256<float>, Lanes256>>(z, alpha);

    /// <inheritdoc cref="VectorMath.Elu(Vector512{float}, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Elu(Vector512<float> z, float alpha) =>
        VectorMath.EluOf<Vector512<float>, DeterministicLanes<Vector512<float>, Lanes512>>(z, alpha);

    /// <inheritdoc cref="VectorMath.Silu(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Silu(Vector128<float> z) =>
        VectorMath.SiluOf<Vector128<float>, DeterministicLanes<Vector128<float>, Lanes128>>(z);

    /// <inheritdoc cref="VectorMath.Silu(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Silu(Vector256<float> z) =>
        VectorMath.SiluOf<Vector256<float>, DeterministicLanes<Vector256<float>, Lanes256>>(z);

    /// <inheritdoc cref="VectorMath.Silu(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Silu(Vector512<float> z) =>
        VectorMath.SiluOf<Vector512<float>, DeterministicLanes<Vector512<float>, Lanes512>>(z);

    /// <inheritdoc cref="VectorMath.Gelu(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Gelu(Vector128<float> z) =>
        VectorMath.GeluOf<Vector128<float>, DeterministicLanes<Vector128<float>, Lanes128>>(z);

    /// <inheritdoc cref="VectorMath.Gelu(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Gelu(Vector256<float> z) =>
        VectorMath.GeluOf<Vector256<float>, DeterministicLanes<Vector256<float>, Lanes256>>(z);

    /// <inheritdoc cref="VectorMath.Gelu(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Gelu(Vector512<float> z) =>
        VectorMath.GeluOf<Vector512<float>, DeterministicLanes<Vector512<float>, Lanes512>>(z);

    /// <inheritdoc cref="VectorMath.Softplus(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Softplus(Vector128<float> z) =>
        VectorMath.SoftplusOf<Vector128<float>, DeterministicLanes<Vector128<float>, Lanes128>>(z);

    /// <inheritdoc cref="VectorMath.Softplus(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Softplus(Vector256<float> z) =>
        VectorMath.SoftplusOf<Vector256<float>, DeterministicLanes<Vector256<float>, Lanes256>>(z);

    /// <inheritdoc cref="VectorMath.Softplus(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Softplus(Vector512<float> z) =>
        VectorMath.SoftplusOf<Vector512<float>, DeterministicLanes<Vector512<float>, Lanes512>>(z);

    /// <inheritdoc cref="VectorMath.Sigmoid(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Sigmoid(Vector128<float> z) =>
        VectorMath.SigmoidOf<Vector128<float>, DeterministicLanes<Vector128<float>, Lanes128>>(z);

    /// <inheritdoc cref="VectorMath.Sigmoid(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sigmoid(Vector256<float> z) =>
        VectorMath.SigmoidOf<Vector256<float>, DeterministicLanes<Vector256<float>, Lanes256>>(z);

    /// <inheritdoc cref="VectorMath.Sigmoid(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> z) =>
        VectorMath.SigmoidOf<Vector512<float>, DeterministicLanes<Vector512<float>, Lanes512>>(z);

    /// <inheritdoc cref="VectorMath.Tanh(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Tanh(Vector128<float> x) =>
        VectorMath.TanhOf<Vector128<float>, DeterministicLanes<Vector128<float>, Lanes128>>(x);

    /// <inheritdoc cref="VectorMath.Tanh(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tanh(Vector256<float> x) =>
        VectorMath.TanhOf<Vector256<float>, DeterministicLanes<Vector256<float>, Lanes256>>(x);

    /// <inheritdoc cref="VectorMath.Tanh(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x) =>
        VectorMath.TanhOf<Vector512<float>, DeterministicLanes<Vector512<float>, Lanes512>>(x);

    /// <inheritdoc cref="VectorMath.ArcTan(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> ArcTan(Vector128<float> x) =>
        VectorMath.ArcTanOf<Vector128<float>, DeterministicLanes<Vector128<float>, Lanes128>>(x);

    /// <inheritdoc cref="VectorMath.ArcTan(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ArcTan(Vector256<float> x) =>
        VectorMath.ArcTanOf<Vector256<float>, DeterministicLanes<Vector256<float>, Lanes256>>(x);

    /// <inheritdoc cref="VectorMath.ArcTan(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> ArcTan(Vector512<float> x) =>
        VectorMath.ArcTanOf<Vector512<float>, DeterministicLanes<Vector512<float>, Lanes512>>(x);

    /// <inheritdoc cref="VectorMath.Selu(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Selu(Vector128<float> z) =>
        VectorMath.SeluOf<Vector128<float>, DeterministicLanes<Vector128<float>, Lanes128>>(z);

    /// <inheritdoc cref="VectorMath.Selu(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Selu(Vector256<float> z) =>
        VectorMath.SeluOf<Vector256<float>, DeterministicLanes<Vector256<float>, Lanes256>>(z);

    /// <inheritdoc cref="VectorMath.Selu(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Selu(Vector512<float> z) =>
        VectorMath.SeluOf<Vector512<float>, DeterministicLanes<Vector512<float>, Lanes512>>(z);

    /// <inheritdoc cref="VectorMath.Relu6(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Relu6(Vector128<float> z) =>
        VectorMath.Relu6Of<Vector128<float>, DeterministicLanes<Vector128<float>, Lanes128>>(z);

    /// <inheritdoc cref="VectorMath.Relu6(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Relu6(Vector256<float> z) =>
        VectorMath.Relu6Of<Vector256<float>, DeterministicLanes<Vector256<float>, Lanes256>>(z);

    /// <inheritdoc cref="VectorMath.Relu6(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Relu6(Vector512<float> z) =>
        VectorMath.Relu6Of<Vector512<float>, DeterministicLanes<Vector512<float>, Lanes512>>(z);

    /// <inheritdoc cref="VectorMath.HardSigmoid(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> HardSigmoid(Vector128<float> z) =>
        VectorMath.HardSigmoidOf<Vector128<float>, DeterministicLanes<Vector128<float>, Lanes128>>(z);

    /// <inheritdoc cref="VectorMath.HardSigmoid(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> HardSigmoid(Vector256<float> z) =>
        VectorMath.HardSigmoidOf<Vector256<float>, DeterministicLanes<Vector256<float>, Lanes256>>(z);

    /// <inheritdoc cref="VectorMath.HardSigmoid(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> HardSigmoid(Vector512<float> z) =>
        VectorMath.HardSigmoidOf<Vector512<float>, DeterministicLanes<Vector512<float>, Lanes512>>(z);

    /// <inheritdoc cref="VectorMath.HardSwish(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> HardSwish(Vector128<float> z) =>
        VectorMath.HardSwishOf<Vector128<float>, DeterministicLanes<Vector128<float>, Lanes128>>(z);

    /// <inheritdoc cref="VectorMath.HardSwish(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> HardSwish(Vector256<float> z) =>
        VectorMath.HardSwishOf<Vector256<float>, DeterministicLanes<Vector256<float>, Lanes256>>(z);

    /// <inheritdoc cref="VectorMath.HardSwish(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> HardSwish(Vector512<float> z) =>
        VectorMath.HardSwishOf<Vector512<float>, DeterministicLanes<Vector512<float>, Lanes512>>(z);

    /// <inheritdoc cref="VectorMath.Mish(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Mish(Vector128<float> z) =>
        VectorMath.MishOf<Vector128<float>, DeterministicLanes<Vector128<float>, Lanes128>>(z);

    /// <inheritdoc cref="VectorMath.Mish(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Mish(Vector256<float> z) =>
        VectorMath.MishOf<Vector256<float>, DeterministicLanes<Vector256<float>, Lanes256>>(z);

    /// <inheritdoc cref="VectorMath.Mish(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Mish(Vector512<float> z) =>
        VectorMath.MishOf<Vector512<float>, DeterministicLanes<Vector512<float>, Lanes512>>(z);

    /// <inheritdoc cref="VectorMath.Softsign(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Softsign(Vector128<float> z) =>
        VectorMath.SoftsignOf<Vector128<float>, DeterministicLanes<Vector128<float>, Lanes128>>(z);

    /// <inheritdoc cref="VectorMath.Softsign(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Softsign(Vector256<float> z) =>
        VectorMath.SoftsignOf<Vector256<float>, DeterministicLanes<Vector256<float>, Lanes256>>(z);

    /// <inheritdoc cref="VectorMath.Softsign(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Softsign(Vector512<float> z) =>
        VectorMath.SoftsignOf<Vector512<float>, DeterministicLanes<Vector512<float>, Lanes512>>(z);
}
