namespace Mlp.CompilerServices;

/// <summary>Every activation of one number, in the formulas of <see cref="VectorMath"/>. The operations are a type argument: deterministic networks fuse nothing.</summary>
internal static class ElementFunctions
{
    /// <summary>g(z) = z.</summary>
    internal readonly struct Identity : IElementFunction
    {
        public static bool SlopeNeedsSum => false;

        public float Value(float z) => z;

        public float Slope(float argument) => 1;
    }

    /// <summary>g(z) = max(0, z).</summary>
    internal readonly struct Relu<TLanes> : IElementFunction
        where TLanes : struct, ILanes<float>
    {
        public static bool SlopeNeedsSum => false;

        public float Value(float z) => VectorMath.ReluOf<float, TLanes>(z);

        public float Slope(float argument) => VectorMath.ReluSlopeOf<float, TLanes>(argument);
    }

    /// <summary>g(z) = z for z &gt; 0, otherwise slope · z.</summary>
    internal readonly struct LeakyRelu<TLanes>(float slope) : IElementFunction
        where TLanes : struct, ILanes<float>
    {
        public static bool SlopeNeedsSum => false;

        public float Value(float z) => VectorMath.LeakyReluOf<float, TLanes>(z, slope);

        public float Slope(float argument) => VectorMath.LeakyReluSlopeOf<float, TLanes>(argument, slope);
    }

    /// <summary>g(z) = z for z &gt; 0, otherwise α (eᶻ − 1).</summary>
    internal readonly struct Elu<TLanes>(float alpha) : IElementFunction
        where TLanes : struct, ILanes<float>
    {
        public static bool SlopeNeedsSum => false;

        public float Value(float z) => VectorMath.EluOf<float, TLanes>(z, alpha);

        public float Slope(float argument) => VectorMath.EluSlopeOf<float, TLanes>(argument, alpha);
    }

    /// <summary>g(z) = z σ(z).</summary>
    internal readonly struct Silu<TLanes> : IElementFunction
        where TLanes : struct, ILanes<float>
    {
        public static bool SlopeNeedsSum => true;

        public float Value(float z) => VectorMath.SiluOf<float, TLanes>(z);

        public float Slope(float argument) => VectorMath.SiluSlopeOf<float, TLanes>(argument);
    }

    /// <summary>g(z) = z Φ(z).</summary>
    internal readonly struct Gelu<TLanes> : IElementFunction
        where TLanes : struct, ILanes<float>
    {
        public static bool SlopeNeedsSum => true;

        public float Value(float z) => VectorMath.GeluOf<float, TLanes>(z);

        public float Slope(float argument) => VectorMath.GeluSlopeOf<float, TLanes>(argument);
    }

    /// <summary>g(z) = log(1 + eᶻ).</summary>
    internal readonly struct Softplus<TLanes> : IElementFunction
        where TLanes : struct, ILanes<float>
    {
        public static bool SlopeNeedsSum => false;

        public float Value(float z) => VectorMath.SoftplusOf<float, TLanes>(z);

        public float Slope(float argument) => VectorMath.SoftplusSlopeOf<float, TLanes>(argument);
    }

    /// <summary>g(z) = 1 / (1 + e⁻ᶻ).</summary>
    internal readonly struct Sigmoid<TLanes> : IElementFunction
        where TLanes : struct, ILanes<float>
    {
        public static bool SlopeNeedsSum => false;

        public float Value(float z) => VectorMath.SigmoidOf<float, TLanes>(z);

        public float Slope(float argument) => VectorMath.SigmoidSlopeOf<float, TLanes>(argument);
    }

    /// <summary>g(z) = tanh z.</summary>
    internal readonly struct Tanh<TLanes> : IElementFunction
        where TLanes : struct, ILanes<float>
    {
        public static bool SlopeNeedsSum => false;

        public float Value(float z) => VectorMath.TanhOf<float, TLanes>(z);

        public float Slope(float argument) => VectorMath.TanhSlopeOf<float, TLanes>(argument);
    }

    /// <summary>g(z) = arctan z.</summary>
    internal readonly struct ArcTan<TLanes> : IElementFunction
        where TLanes : struct, ILanes<float>
    {
        public static bool SlopeNeedsSum => true;

        public float Value(float z) => VectorMath.ArcTanOf<float, TLanes>(z);

        public float Slope(float argument) => VectorMath.ArcTanSlopeOf<float, TLanes>(argument);
    }

    /// <summary>g(z) = λ z for z &gt; 0, otherwise λα (eᶻ − 1).</summary>
    internal readonly struct Selu<TLanes> : IElementFunction
        where TLanes : struct, ILanes<float>
    {
        public static bool SlopeNeedsSum => false;

        public float Value(float z) => VectorMath.SeluOf<float, TLanes>(z);

        public float Slope(float argument) => VectorMath.SeluSlopeOf<float, TLanes>(argument);
    }

    /// <summary>g(z) = min(max(0, z), 6).</summary>
    internal readonly struct Relu6<TLanes> : IElementFunction
        where TLanes : struct, ILanes<float>
    {
        public static bool SlopeNeedsSum => false;

        public float Value(float z) => VectorMath.Relu6Of<float, TLanes>(z);

        public float Slope(float argument) => VectorMath.Relu6SlopeOf<float, TLanes>(argument);
    }

    /// <summary>g(z) = min(max(0, z + 3), 6) / 6.</summary>
    internal readonly struct HardSigmoid<TLanes> : IElementFunction
        where TLanes : struct, ILanes<float>
    {
        public static bool SlopeNeedsSum => false;

        public float Value(float z) => VectorMath.HardSigmoidOf<float, TLanes>(z);

        public float Slope(float argument) => VectorMath.HardSigmoidSlopeOf<float, TLanes>(argument);
    }

    /// <summary>g(z) = z · min(max(0, z + 3), 6) / 6.</summary>
    internal readonly struct HardSwish<TLanes> : IElementFunction
        where TLanes : struct, ILanes<float>
    {
        public static bool SlopeNeedsSum => true;

        public float Value(float z) => VectorMath.HardSwishOf<float, TLanes>(z);

        public float Slope(float argument) => VectorMath.HardSwishSlopeOf<float, TLanes>(argument);
    }

    /// <summary>g(z) = z tanh(log(1 + eᶻ)).</summary>
    internal readonly struct Mish<TLanes> : IElementFunction
        where TLanes : struct, ILanes<float>
    {
        public static bool SlopeNeedsSum => true;

        public float Value(float z) => VectorMath.MishOf<float, TLanes>(z);

        public float Slope(float argument) => VectorMath.MishSlopeOf<float, TLanes>(argument);
    }

    /// <summary>g(z) = z / (1 + |z|).</summary>
    internal readonly struct Softsign<TLanes> : IElementFunction
        where TLanes : struct, ILanes<float>
    {
        public static bool SlopeNeedsSum => false;

        public float Value(float z) => VectorMath.SoftsignOf<float, TLanes>(z);

        public float Slope(float argument) => VectorMath.SoftsignSlopeOf<float, TLanes>(argument);
    }

    /// <summary>g(z) = eᶻ, its own derivative.</summary>
    internal readonly struct Exp<TLanes> : IElementFunction
        where TLanes : struct, ILanes<float>
    {
        public static bool SlopeNeedsSum => false;

        public float Value(float z) => VectorMath.ExpOf<float, TLanes>(z);

        public float Slope(float argument) => argument;
    }
}
