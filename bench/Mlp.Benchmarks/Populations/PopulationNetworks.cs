namespace Mlp.Benchmarks.Populations;

/// <summary>A tiny controller, as networks are declared by default.</summary>
[Mlp(4, 8, 2, Population = true)]
internal sealed partial class TinyBrain;

/// <summary>The same with hyperbolic tangents.</summary>
[Mlp(4, 8, 2, Hidden = Activation.Tanh, Output = Activation.Tanh, Population = true)]
internal sealed partial class TanhBrain;

/// <summary>A controller of which ten thousand are larger than caches.</summary>
[Mlp(8, 32, 32, 4, Hidden = Activation.Tanh, Population = true)]
internal sealed partial class LargeBrain;
