// The networks that scikit-learn trained, with the optimizers and the weight decay that it had.
namespace Mlp.Behaviour.Tests.Networks.ScikitLearn;

[Mlp(4, 16, 3, Hidden = Activation.ReLU, Output = Activation.Softmax, Optimizer = "SGD")] public sealed partial class Iris_ReLU_SGD;
[Mlp(4, 16, 3, Hidden = Activation.Tanh, Output = Activation.Softmax, Optimizer = "SGD")] public sealed partial class Iris_Tanh_SGD;
[Mlp(4, 16, 3, Hidden = Activation.ReLU, Output = Activation.Softmax, Optimizer = "SGD", WeightDecay = 0.01)] public sealed partial class Iris_ReLU_SGD_Decayed;

[Mlp(4, 16, 3, Hidden = Activation.ReLU, Output = Activation.Softmax, Optimizer = "Momentum")] public sealed partial class Iris_ReLU_Momentum;
[Mlp(4, 16, 3, Hidden = Activation.Tanh, Output = Activation.Softmax, Optimizer = "Momentum")] public sealed partial class Iris_Tanh_Momentum;
[Mlp(4, 16, 3, Hidden = Activation.ReLU, Output = Activation.Softmax, Optimizer = "Momentum", WeightDecay = 0.01)] public sealed partial class Iris_ReLU_Momentum_Decayed;

[Mlp(4, 16, 3, Hidden = Activation.ReLU, Output = Activation.Softmax, Optimizer = "Nesterov")] public sealed partial class Iris_ReLU_Nesterov;
[Mlp(4, 16, 3, Hidden = Activation.Tanh, Output = Activation.Softmax, Optimizer = "Nesterov")] public sealed partial class Iris_Tanh_Nesterov;
[Mlp(4, 16, 3, Hidden = Activation.ReLU, Output = Activation.Softmax, Optimizer = "Nesterov", WeightDecay = 0.01)] public sealed partial class Iris_ReLU_Nesterov_Decayed;

[Mlp(4, 16, 3, Hidden = Activation.ReLU, Output = Activation.Softmax, Optimizer = "Adam")] public sealed partial class Iris_ReLU_Adam;
[Mlp(4, 16, 3, Hidden = Activation.Tanh, Output = Activation.Softmax, Optimizer = "Adam")] public sealed partial class Iris_Tanh_Adam;
[Mlp(4, 16, 3, Hidden = Activation.ReLU, Output = Activation.Softmax, Optimizer = "Adam", WeightDecay = 0.01)] public sealed partial class Iris_ReLU_Adam_Decayed;
