namespace Mlp.CompilerServices;

/// <summary>Every activation of one number, as <see cref="VectorMath"/> computes it.</summary>
internal static class ElementFunctions
{
    /// <summary>g(z) = z.</summary>
    internal readonly struct Identity : IElementFunction
    {
        public static bool SlopeNeedsSum => false;

        public static float Value(float z) => z;

        public static float Slope(float argument) => 1;
    }

    /// <summary>g(z) = max(0, z).</summary>
    internal readonly struct Relu : IElementFunction
    {
        public static bool SlopeNeedsSum => false;

        public static float Value(float z) => VectorMath.Relu(z);

        public static float Slope(float argument) => VectorMath.ReluSlope(argument);
    }

    /// <summary>g(z) = z for z &gt; 0, otherwise 0.01 z.</summary>
    internal readonly struct LeakyRelu : IElementFunction
    {
        public static bool SlopeNeedsSum => false;

        public static float Value(float z) => VectorMath.LeakyRelu(z);

        public static float Slope(float argument) => VectorMath.LeakyReluSlope(argument);
    }

    /// <summary>g(z) = z for z &gt; 0, otherwise eᶻ − 1.</summary>
    internal readonly struct Elu : IElementFunction
    {
        public static bool SlopeNeedsSum => false;

        public static float Value(float z) => VectorMath.Elu(z);

        public static float Slope(float argument) => VectorMath.EluSlope(argument);
    }

    /// <summary>g(z) = z σ(z).</summary>
    internal readonly struct Silu : IElementFunction
    {
        public static bool SlopeNeedsSum => true;

        public static float Value(float z) => VectorMath.Silu(z);

        public static float Slope(float argument) => VectorMath.SiluSlope(argument);
    }

    /// <summary>g(z) = z Φ(z).</summary>
    internal readonly struct Gelu : IElementFunction
    {
        public static bool SlopeNeedsSum => true;

        public static float Value(float z) => VectorMath.Gelu(z);

        public static float Slope(float argument) => VectorMath.GeluSlope(argument);
    }

    /// <summary>g(z) = log(1 + eᶻ).</summary>
    internal readonly struct Softplus : IElementFunction
    {
        public static bool SlopeNeedsSum => false;

        public static float Value(float z) => VectorMath.Softplus(z);

        public static float Slope(float argument) => VectorMath.SoftplusSlope(argument);
    }

    /// <summary>g(z) = 1 / (1 + e⁻ᶻ).</summary>
    internal readonly struct Sigmoid : IElementFunction
    {
        public static bool SlopeNeedsSum => false;

        public static float Value(float z) => VectorMath.Sigmoid(z);

        public static float Slope(float argument) => VectorMath.SigmoidSlope(argument);
    }

    /// <summary>g(z) = tanh z.</summary>
    internal readonly struct Tanh : IElementFunction
    {
        public static bool SlopeNeedsSum => false;

        public static float Value(float z) => VectorMath.Tanh(z);

        public static float Slope(float argument) => VectorMath.TanhSlope(argument);
    }

    /// <summary>g(z) = arctan z.</summary>
    internal readonly struct ArcTan : IElementFunction
    {
        public static bool SlopeNeedsSum => true;

        public static float Value(float z) => VectorMath.ArcTan(z);

        public static float Slope(float argument) => VectorMath.ArcTanSlope(argument);
    }

    /// <summary>g(z) = eᶻ, its own derivative.</summary>
    internal readonly struct Exp : IElementFunction
    {
        public static bool SlopeNeedsSum => false;

        public static float Value(float z) => VectorMath.Exp(z);

        public static float Slope(float argument) => argument;
    }
}
