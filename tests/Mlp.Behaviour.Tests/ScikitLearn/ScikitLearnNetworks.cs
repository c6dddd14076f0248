// The networks that scikit-learn trained.
namespace Mlp.Behaviour.Tests.ScikitLearn;

[Mlp(4, 16, 3, Hidden = Activation.ReLU, Output = Activation.Softmax, Optimizer = "SGD")] public sealed partial class Iris_ReLU_SGD;
[Mlp(4, 16, 3, Hidden = Activation.Tanh, Output = Activation.Softmax, Optimizer = "SGD")] public sealed partial class Iris_Tanh_SGD;
