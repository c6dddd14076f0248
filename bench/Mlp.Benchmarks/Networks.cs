namespace Mlp.Benchmarks;

/// <summary>The smallest: 131 parameters.</summary>
[Mlp(4, 16, 3, Hidden = "ReLU", Output = "Softmax")]
public sealed partial class Net4x16x3;

/// <summary>A controller's size, with a transcendental activation.</summary>
[Mlp(8, 32, 32, 4, Hidden = "Tanh")]
public sealed partial class Net8x32x32x4;

/// <summary>The same with functions as exact as those of native peers under -ffast-math.</summary>
[Mlp(8, 32, 32, 4, Hidden = "Tanh", Math = "Fast")]
public sealed partial class FastNet8x32x32x4;

/// <summary>The size of a policy of reinforcement learning.</summary>
[Mlp(8, 64, 64, 2, Hidden = "Tanh")]
public sealed partial class Net8x64x64x2;

/// <summary>The size of the 8 × 8 digits.</summary>
[Mlp(64, 32, 10, Hidden = "ReLU", Output = "Softmax")]
public sealed partial class Net64x32x10;

/// <summary>The size of the 28 × 28 digits: 100 K weights, 400 KB.</summary>
[Mlp(784, 128, 10, Hidden = "ReLU", Output = "Softmax")]
public sealed partial class Net784x128x10;

/// <summary>A network whose weights, 2.7 MB, leave the second cache.</summary>
[Mlp(784, 512, 512, 10, Hidden = "ReLU", Output = "Softmax")]
public sealed partial class Net784x512x512x10;

/// <summary>The network that SimpleChains.jl publishes figures of.</summary>
[Mlp(4, 32, 16, 4, Hidden = "Tanh")]
public sealed partial class Net4x32x16x4;

/// <summary>LeNet as it is trained on the 28 × 28 digits: two convolutions with their pools, three dense layers.</summary>
[Network(28, 28, 1, Hidden = "ReLU", Output = "Softmax", Optimizer = "Adam")]
[Conv(6, 5), MaxPool(2)]
[Conv(16, 5), MaxPool(2)]
[Flatten, Dense(120), Dense(84), Dense(10)]
public sealed partial class LeNet;

/// <summary>The shape of mnist-8, which the ONNX model zoo has.</summary>
[Network(28, 28, 1, Hidden = "ReLU")]
[Conv(8, 5, Padding = "Same"), MaxPool(2)]
[Conv(16, 5, Padding = "Same"), MaxPool(3)]
[Flatten, Dense(10)]
public sealed partial class Mnist8;

/// <summary>A layer of a network over time: it sees a step and the two before it.</summary>
[Network(1024, 16)]
[Conv(16, 3, Padding = "Causal")]
public sealed partial class CausalConv;
