namespace Mlp.Benchmarks;

/// <summary>4-16-3, to be trained on.</summary>
[Mlp(4, 16, 3, Output = "Softmax", Weights = "4-16-3-relu-softmax-f32.safetensors")]
public partial struct Trained4x16x3;

/// <summary>4-16-3, frozen.</summary>
[Mlp(4, 16, 3, Output = "Softmax", Weights = "4-16-3-relu-softmax-f32.safetensors", Frozen = true)]
public readonly partial struct Frozen4x16x3;

/// <summary>33-20-20-4 with SiLU, to be trained on.</summary>
[Mlp(33, 20, 20, 4, Hidden = "SiLU", Output = "Sigmoid", Weights = "33-20-20-4-silu-sigmoid-f32.safetensors")]
public partial struct Trained33x20x20x4;

/// <summary>33-20-20-4 with SiLU, frozen.</summary>
[Mlp(33, 20, 20, 4, Hidden = "SiLU", Output = "Sigmoid", Weights = "33-20-20-4-silu-sigmoid-f32.safetensors", Frozen = true)]
public readonly partial struct Frozen33x20x20x4;

/// <summary>64-32-10, to be trained on.</summary>
[Mlp(64, 32, 10, Output = "Softmax", Weights = "64-32-10-relu-softmax-f32.safetensors")]
public partial struct Trained64x32x10;

/// <summary>64-32-10, frozen.</summary>
[Mlp(64, 32, 10, Output = "Softmax", Weights = "64-32-10-relu-softmax-f32.safetensors", Frozen = true)]
public readonly partial struct Frozen64x32x10;
