namespace Mlp.CompilerServices;

/// <summary>Every activation of one number, as <see cref="VectorMath"/> computes it.</summary>
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
    internal readonly struct Relu : IElementFunction
    {
        public static bool SlopeNeedsSum => false;

        public float Value(float z) => VectorMath.Relu(z);

        public float Slope(float argument) => VectorMath.ReluSlope(argument);
    }

    /// <summary>g(z) = z for z &gt; 0, otherwise slope · z.</summary>
    internal readonly struct LeakyRelu(float slope) : IElementFunction
    {
        public static bool SlopeNeedsSum => false;

        public float Value(float z) => VectorMath.LeakyRelu(z, slope);

        public float Slope(float argument) => VectorMath.LeakyReluSlope(argument, slope);
    }

    /// <summary>g(z) = z for z &gt; 0, otherwise α (eᶻ − 1).</summary>
    internal readonly struct Elu(float alpha) : IElementFunction
    {
        public static bool SlopeNeedsSum => false;

        public float Value(float z) => VectorMath.Elu(z, alpha);

        public float Slope(float argument) => VectorMath.EluSlope(argument, alpha);
    }

    /// <summary>g(z) = z σ(z).</summary>
    internal readonly struct Silu : IElementFunction
    {
        public static bool SlopeNeedsSum => true;

        public float Value(float z) => VectorMath.Silu(z);

        public float Slope(float argument) => VectorMath.SiluSlope(argument);
    }

    /// <summary>g(z) = z Φ(z).</summary>
    internal readonly struct Gelu : IElementFunction
    {
        public static bool SlopeNeedsSum => true;

        public float Value(float z) => VectorMath.Gelu(z);

        public float Slope(float argument) => VectorMath.GeluSlope(argument);
    }

    /// <summary>g(z) = log(1 + eᶻ).</summary>
    internal readonly struct Softplus : IElementFunction
    {
        public static bool SlopeNeedsSum => false;

        public float Value(float z) => VectorMath.Softplus(z);

        public float Slope(float argument) => VectorMath.SoftplusSlope(argument);
    }

    /// <summary>g(z) = 1 / (1 + e⁻ᶻ).</summary>
    internal readonly struct Sigmoid : IElementFunction
    {
        public static bool SlopeNeedsSum => false;

        public float Value(float z) => VectorMath.Sigmoid(z);

        public float Slope(float argument) => VectorMath.SigmoidSlope(argument);
    }

    /// <summary>g(z) = tanh z.</summary>
    internal readonly struct Tanh : IElementFunction
    {
        public static bool SlopeNeedsSum => false;

        public float Value(float z) => VectorMath.Tanh(z);

        public float Slope(float argument) => VectorMath.TanhSlope(argument);
    }

    /// <summary>g(z) = arctan z.</summary>
    internal readonly struct ArcTan : IElementFunction
    {
        public static bool SlopeNeedsSum => true;

        public float Value(float z) => VectorMath.ArcTan(z);

        public float Slope(float argument) => VectorMath.ArcTanSlope(argument);
    }

    /// <summary>g(z) = λ z for z &gt; 0, otherwise λα (eᶻ − 1).</summary>
    internal readonly struct Selu : IElementFunction
    {
        public static bool SlopeNeedsSum => false;

        public float Value(float z) => VectorMath.Selu(z);

        public float Slope(float argument) => VectorMath.SeluSlope(argument);
    }

    /// <summary>g(z) = min(max(0, z), 6).</summary>
    internal readonly struct Relu6 : IElementFunction
    {
        public static bool SlopeNeedsSum => false;

        public float Value(float z) => VectorMath.Relu6(z);

        public float Slope(float argument) => VectorMath.Relu6Slope(argument);
    }

    /// <summary>g(z) = min(max(0, z + 3), 6) / 6.</summary>
    internal readonly struct HardSigmoid : IElementFunction
    {
        public static bool SlopeNeedsSum => false;

        public float Value(float z) => VectorMath.HardSigmoid(z);

        public float Slope(float argument) => VectorMath.HardSigmoidSlope(argument);
    }

    /// <summary>g(z) = z · min(max(0, z + 3), 6) / 6.</summary>
    internal readonly struct HardSwish : IElementFunction
    {
        public static bool SlopeNeedsSum => true;

        public float Value(float z) => VectorMath.HardSwish(z);

        public float Slope(float argument) => VectorMath.HardSwishSlope(argument);
    }

    /// <summary>g(z) = z tanh(log(1 + eᶻ)).</summary>
    internal readonly struct Mish : IElementFunction
    {
        public static bool SlopeNeedsSum => true;

        public float Value(float z) => VectorMath.Mish(z);

        public float Slope(float argument) => VectorMath.MishSlope(argument);
    }

    /// <summary>g(z) = z / (1 + |z|).</summary>
    internal readonly struct Softsign : IElementFunction
    {
        public static bool SlopeNeedsSum => false;

        public float Value(float z) => VectorMath.Softsign(z);

        public float Slope(float argument) => VectorMath.SoftsignSlope(argument);
    }

    /// <summary>g(z) = eᶻ, its own derivative.</summary>
    internal readonly struct Exp : IElementFunction
    {
        public static bool SlopeNeedsSum => false;

        public float Value(float z) => VectorMath.Exp(z);

        public float Slope(float argument) => argument;
    }
}
