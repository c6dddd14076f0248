// Every initializer, in a layer large enough for statistics and in a small one.
namespace Mlp.Behaviour.Tests.Networks;

// Uniform
[Mlp(30, 40, 20, Hidden = Activation.ReLU, Output = Activation.Identity, Initializer = Initializer.Uniform)] public sealed partial class N30x40x20_ReLU_Identity_Uniform;
[Mlp(2, 3, 2, Hidden = Activation.Tanh, Output = Activation.Softmax, Initializer = Initializer.Uniform)] public sealed partial class N2x3x2_Tanh_Softmax_Uniform;

// GlorotUniform
[Mlp(30, 40, 20, Hidden = Activation.ReLU, Output = Activation.Identity, Initializer = Initializer.GlorotUniform)] public sealed partial class N30x40x20_ReLU_Identity_GlorotUniform;
[Mlp(2, 3, 2, Hidden = Activation.Tanh, Output = Activation.Softmax, Initializer = Initializer.GlorotUniform)] public sealed partial class N2x3x2_Tanh_Softmax_GlorotUniform;

// GlorotNormal
[Mlp(30, 40, 20, Hidden = Activation.ReLU, Output = Activation.Identity, Initializer = Initializer.GlorotNormal)] public sealed partial class N30x40x20_ReLU_Identity_GlorotNormal;
[Mlp(2, 3, 2, Hidden = Activation.Tanh, Output = Activation.Softmax, Initializer = Initializer.GlorotNormal)] public sealed partial class N2x3x2_Tanh_Softmax_GlorotNormal;

// HeUniform
[Mlp(30, 40, 20, Hidden = Activation.ReLU, Output = Activation.Identity, Initializer = Initializer.HeUniform)] public sealed partial class N30x40x20_ReLU_Identity_HeUniform;
[Mlp(2, 3, 2, Hidden = Activation.Tanh, Output = Activation.Softmax, Initializer = Initializer.HeUniform)] public sealed partial class N2x3x2_Tanh_Softmax_HeUniform;

// HeNormal
[Mlp(30, 40, 20, Hidden = Activation.ReLU, Output = Activation.Identity, Initializer = Initializer.HeNormal)] public sealed partial class N30x40x20_ReLU_Identity_HeNormal;
[Mlp(2, 3, 2, Hidden = Activation.Tanh, Output = Activation.Softmax, Initializer = Initializer.HeNormal)] public sealed partial class N2x3x2_Tanh_Softmax_HeNormal;
