// Networks that only predict, each beside a trained one of the same layers.
namespace Mlp.Behaviour.Tests.Networks.Predictors;

[Mlp(1, 1, Trains = false)] public sealed partial class Judge1x1;
[Mlp(1, 1)] public sealed partial class Trained1x1;
[Mlp(3, 5, 2, Hidden = "SiLU", Output = "Softmax", Trains = false)] public sealed partial class Judge3x5x2;
[Mlp(3, 5, 2, Hidden = "SiLU", Output = "Softmax")] public sealed partial class Trained3x5x2;
[Mlp(4, 16, 3, Hidden = "ReLU", Output = "Softmax", Optimizer = "Adam", Trains = false)] public sealed partial record Judge4x16x3;
[Mlp(4, 16, 3, Hidden = "ReLU", Output = "Softmax", Optimizer = "Adam")] public sealed partial class Trained4x16x3;
[Mlp(8, 32, 32, 4, Hidden = "Tanh", Trains = false)] public partial struct Judge8x32x32x4;
[Mlp(8, 32, 32, 4, Hidden = "Tanh")] public sealed partial class Trained8x32x32x4;
[Mlp(17, 31, 1, Hidden = "GELU", Output = "Sigmoid", Trains = false)] public sealed partial class Judge17x31x1;
[Mlp(17, 31, 1, Hidden = "GELU", Output = "Sigmoid")] public sealed partial class Trained17x31x1;
[Mlp(100, 90, 40, Hidden = "ELU", Output = "Identity", Trains = false)] public sealed partial class Judge100x90x40;
[Mlp(100, 90, 40, Hidden = "ELU", Output = "Identity")] public sealed partial class Trained100x90x40;

// What drops values in training, and so is computed without that here, with kernels; beside Trained3x5x2 and Vector_Dropout_Softmax.
[Network(3, Hidden = "SiLU", Output = "Softmax", Trains = false), Dense(5), Dropout(0.5), Dense(2)] public sealed partial class JudgeOfDropout;

// Without kernels, and with more outputs than the stack should hold.
[Mlp(1, 100_000, Output = "Softmax", Trains = false)] public sealed partial class Judge1x100000;

[Mlp(4, 16, 3, Hidden = "ReLU", Output = "Softmax", Weights = "PyTorch/4-16-3-relu-softmax-f32.safetensors", Trains = false)] public sealed partial class CompiledJudge;
