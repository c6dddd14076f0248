namespace Mlp.SearchProbe;

/// <summary>A network whose epochs take long enough that a host can be killed in one.</summary>
[Mlp(16, 48, 48, 4, Hidden = "ReLU", Output = "Softmax", Deterministic = true)]
internal sealed partial class SlowNet;

/// <summary>One that gives other bits where vectors are narrower.</summary>
[Mlp(16, 48, 4, Hidden = "ReLU", Output = "Softmax")]
internal sealed partial class WidthNet;

/// <summary>Another one.</summary>
[Mlp(16, 32, 4, Hidden = "Tanh", Output = "Softmax", Optimizer = "Adam", Deterministic = true)]
internal sealed partial class OtherNet;
