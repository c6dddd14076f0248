namespace Mlp.SearchProbe;

/// <summary>A network whose epochs take long enough that a host can be killed in one.</summary>
[Mlp(16, 48, 48, 4, Hidden = "ReLU", Output = "Softmax", Deterministic = true)]
internal sealed partial class SlowNet;

/// <summary>Another one.</summary>
[Mlp(16, 32, 4, Hidden = "Tanh", Output = "Softmax", Optimizer = "Adam", Deterministic = true)]
internal sealed partial class OtherNet;
