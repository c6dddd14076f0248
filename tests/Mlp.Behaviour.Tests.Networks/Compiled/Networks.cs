// A network for each weight file of another framework, its weights compiled in.
namespace Mlp.Behaviour.Tests.Networks.Compiled;

// Frozen.
[Mlp(1, 1, Output = Activation.Identity, Weights = "PyTorch/1-1-identity-f32.safetensors", Frozen = true)] public readonly partial struct PyTorch_1_1_identity_f32;
[Mlp(15, 15, Output = Activation.Identity, Weights = "PyTorch/15-15-identity-f32.safetensors", Frozen = true)] public readonly partial struct PyTorch_15_15_identity_f32;
[Mlp(4, 1, Output = Activation.Sigmoid, Weights = "PyTorch/4-1-sigmoid-f32.safetensors", Frozen = true)] public readonly partial struct PyTorch_4_1_sigmoid_f32;
[Mlp(9, 3, Output = Activation.Softmax, Weights = "PyTorch/9-3-softmax-f32.safetensors", Frozen = true)] public readonly partial struct PyTorch_9_3_softmax_f32;
[Mlp(4, 16, 3, Hidden = Activation.ReLU, Output = Activation.Softmax, Weights = "PyTorch/4-16-3-relu-softmax-f32.safetensors", Frozen = true)] public readonly partial struct PyTorch_4_16_3_relu_softmax_f32;
[Mlp(4, 16, 3, Hidden = Activation.ReLU, Output = Activation.Softmax, Weights = "PyTorch/4-16-3-relu-softmax-f16.safetensors", Frozen = true)] public readonly partial struct PyTorch_4_16_3_relu_softmax_f16;
[Mlp(4, 16, 3, Hidden = Activation.ReLU, Output = Activation.Softmax, Weights = "PyTorch/4-16-3-relu-softmax-bf16.safetensors", Frozen = true)] public readonly partial struct PyTorch_4_16_3_relu_softmax_bf16;
[Mlp(64, 32, 10, Hidden = Activation.ReLU, Output = Activation.Softmax, Weights = "PyTorch/64-32-10-relu-softmax-f32.safetensors", Frozen = true)] public readonly partial struct PyTorch_64_32_10_relu_softmax_f32;
[Mlp(2, 4, 1, Hidden = Activation.Tanh, Output = Activation.Sigmoid, Weights = "PyTorch/2-4-1-tanh-sigmoid-f32.safetensors", Frozen = true)] public readonly partial struct PyTorch_2_4_1_tanh_sigmoid_f32;
[Mlp(2, 4, 1, Hidden = Activation.Tanh, Output = Activation.Sigmoid, Weights = "PyTorch/2-4-1-tanh-sigmoid-f16.safetensors", Frozen = true)] public readonly partial struct PyTorch_2_4_1_tanh_sigmoid_f16;
[Mlp(8, 8, 8, 8, 8, 8, 8, 8, 8, Hidden = Activation.Tanh, Output = Activation.Identity, Weights = "PyTorch/8-8-8-8-8-8-8-8-8-tanh-identity-f32.safetensors", Frozen = true)] public readonly partial struct PyTorch_8_8_8_8_8_8_8_8_8_tanh_identity_f32;
[Mlp(8, 8, 8, 8, 8, 8, 8, 8, 8, Hidden = Activation.Tanh, Output = Activation.Identity, Weights = "PyTorch/8-8-8-8-8-8-8-8-8-tanh-identity-bf16.safetensors", Frozen = true)] public readonly partial struct PyTorch_8_8_8_8_8_8_8_8_8_tanh_identity_bf16;
[Mlp(8, 12, 5, Hidden = Activation.Sigmoid, Output = Activation.Softmax, Weights = "PyTorch/8-12-5-sigmoid-softmax-f32.safetensors", Frozen = true)] public readonly partial struct PyTorch_8_12_5_sigmoid_softmax_f32;
[Mlp(3, 17, 2, Hidden = Activation.GELU, Output = Activation.Identity, Weights = "PyTorch/3-17-2-gelu-identity-f32.safetensors", Frozen = true)] public readonly partial struct PyTorch_3_17_2_gelu_identity_f32;
[Mlp(3, 17, 2, Hidden = Activation.GELU, Output = Activation.Identity, Weights = "PyTorch/3-17-2-gelu-identity-f16.safetensors", Frozen = true)] public readonly partial struct PyTorch_3_17_2_gelu_identity_f16;
[Mlp(33, 20, 20, 4, Hidden = Activation.SiLU, Output = Activation.Sigmoid, Weights = "PyTorch/33-20-20-4-silu-sigmoid-f32.safetensors", Frozen = true)] public readonly partial struct PyTorch_33_20_20_4_silu_sigmoid_f32;
[Mlp(33, 20, 20, 4, Hidden = Activation.SiLU, Output = Activation.Sigmoid, Weights = "PyTorch/33-20-20-4-silu-sigmoid-bf16.safetensors", Frozen = true)] public readonly partial struct PyTorch_33_20_20_4_silu_sigmoid_bf16;
[Mlp(2, 3, 1, Hidden = Activation.LeakyReLU, Output = Activation.Exp, Weights = "PyTorch/2-3-1-leakyrelu-exp-f32.safetensors", Frozen = true)] public readonly partial struct PyTorch_2_3_1_leakyrelu_exp_f32;
[Mlp(8, 12, 5, Hidden = Activation.ELU, Output = Activation.Softmax, Weights = "PyTorch/8-12-5-elu-softmax-f32.safetensors", Frozen = true)] public readonly partial struct PyTorch_8_12_5_elu_softmax_f32;
[Mlp(3, 17, 2, Hidden = Activation.Softplus, Output = Activation.Identity, Weights = "PyTorch/3-17-2-softplus-identity-f32.safetensors", Frozen = true)] public readonly partial struct PyTorch_3_17_2_softplus_identity_f32;
[Mlp(3, 17, 2, Hidden = Activation.ArcTan, Output = Activation.Identity, Weights = "PyTorch/3-17-2-arctan-identity-f32.safetensors", Frozen = true)] public readonly partial struct PyTorch_3_17_2_arctan_identity_f32;
[Mlp(3, 17, 2, Hidden = Activation.Identity, Output = Activation.Identity, Weights = "PyTorch/3-17-2-identity-identity-f32.safetensors", Frozen = true)] public readonly partial struct PyTorch_3_17_2_identity_identity_f32;
[Mlp(8, 12, 5, Hidden = Activation.SELU, Output = Activation.Softmax, Weights = "PyTorch/8-12-5-selu-softmax-f32.safetensors", Frozen = true)] public readonly partial struct PyTorch_8_12_5_selu_softmax_f32;
[Mlp(3, 17, 2, Hidden = Activation.ReLU6, Output = Activation.Identity, Weights = "PyTorch/3-17-2-relu6-identity-f32.safetensors", Frozen = true)] public readonly partial struct PyTorch_3_17_2_relu6_identity_f32;
[Mlp(8, 12, 5, Hidden = Activation.HardSigmoid, Output = Activation.Softmax, Weights = "PyTorch/8-12-5-hardsigmoid-softmax-f32.safetensors", Frozen = true)] public readonly partial struct PyTorch_8_12_5_hardsigmoid_softmax_f32;
[Mlp(3, 17, 2, Hidden = Activation.HardSwish, Output = Activation.Identity, Weights = "PyTorch/3-17-2-hardswish-identity-f32.safetensors", Frozen = true)] public readonly partial struct PyTorch_3_17_2_hardswish_identity_f32;
[Mlp(2, 3, 1, Hidden = Activation.Mish, Output = Activation.Exp, Weights = "PyTorch/2-3-1-mish-exp-f32.safetensors", Frozen = true)] public readonly partial struct PyTorch_2_3_1_mish_exp_f32;
[Mlp(3, 17, 2, Hidden = Activation.Softsign, Output = Activation.Identity, Weights = "PyTorch/3-17-2-softsign-identity-f32.safetensors", Frozen = true)] public readonly partial struct PyTorch_3_17_2_softsign_identity_f32;
[Mlp(8, 12, 5, Hidden = "LeakyReLU(0.1)", Output = Activation.Softmax, Weights = "PyTorch/8-12-5-leakyrelu0.1-softmax-f32.safetensors", Frozen = true)] public readonly partial struct PyTorch_8_12_5_leakyrelu0_1_softmax_f32;
[Mlp(33, 20, 20, 4, Hidden = "Tanh, LeakyReLU(0.25)", Output = Activation.Sigmoid, Weights = "PyTorch/33-20-20-4-tanh-leakyrelu0.25-sigmoid-f32.safetensors", Frozen = true)] public readonly partial struct PyTorch_33_20_20_4_tanh_leakyrelu0_25_sigmoid_f32;
[Mlp(33, 20, 20, 4, Hidden = "Tanh, LeakyReLU(0.25)", Output = Activation.Sigmoid, Weights = "PyTorch/33-20-20-4-tanh-leakyrelu0.25-sigmoid-f16.safetensors", Frozen = true)] public readonly partial struct PyTorch_33_20_20_4_tanh_leakyrelu0_25_sigmoid_f16;
[Mlp(5, 9, 6, 3, Hidden = "ELU(2), GELU", Output = Activation.Softmax, Weights = "PyTorch/5-9-6-3-elu2-gelu-softmax-f32.safetensors", Frozen = true)] public readonly partial struct PyTorch_5_9_6_3_elu2_gelu_softmax_f32;
[Mlp(6, 16, 16, 16, 2, Hidden = "ReLU, HardSwish, Softsign", Output = Activation.Identity, Weights = "PyTorch/6-16-16-16-2-relu-hardswish-softsign-identity-f32.safetensors", Frozen = true)] public readonly partial struct PyTorch_6_16_16_16_2_relu_hardswish_softsign_identity_f32;
[Mlp(7, 4, 4, 4, 4, 1, Hidden = "Identity, SELU, LeakyReLU(0.1), LeakyReLU(0.2)", Output = Activation.Sigmoid, Weights = "PyTorch/7-4-4-4-4-1-identity-selu-leakyrelu0.1-leakyrelu0.2-sigmoid-f32.safetensors", Frozen = true)] public readonly partial struct PyTorch_7_4_4_4_4_1_identity_selu_leakyrelu0_1_leakyrelu0_2_sigmoid_f32;
[Mlp(9, 3, Output = Activation.Softmax, Weights = "Keras/9-3-softmax-f32.safetensors", Frozen = true)] public readonly partial struct Keras_9_3_softmax_f32;
[Mlp(4, 16, 3, Hidden = Activation.ReLU, Output = Activation.Softmax, Weights = "Keras/4-16-3-relu-softmax-f32.safetensors", Frozen = true)] public readonly partial struct Keras_4_16_3_relu_softmax_f32;
[Mlp(2, 4, 1, Hidden = Activation.Tanh, Output = Activation.Sigmoid, Weights = "Keras/2-4-1-tanh-sigmoid-f32.safetensors", Frozen = true)] public readonly partial struct Keras_2_4_1_tanh_sigmoid_f32;
[Mlp(33, 20, 20, 4, Hidden = Activation.ELU, Output = Activation.Sigmoid, Weights = "Keras/33-20-20-4-elu-sigmoid-f32.safetensors", Frozen = true)] public readonly partial struct Keras_33_20_20_4_elu_sigmoid_f32;
[Mlp(3, 17, 2, Hidden = Activation.Softplus, Output = Activation.Identity, Weights = "Keras/3-17-2-softplus-identity-f32.safetensors", Frozen = true)] public readonly partial struct Keras_3_17_2_softplus_identity_f32;
[Mlp(8, 8, 8, 8, 8, 8, 8, 8, 8, Hidden = Activation.Tanh, Output = Activation.Identity, Weights = "Keras/8-8-8-8-8-8-8-8-8-tanh-identity-f32.safetensors", Frozen = true)] public readonly partial struct Keras_8_8_8_8_8_8_8_8_8_tanh_identity_f32;
[Mlp(4, 16, 3, Hidden = Activation.ReLU, Output = Activation.Softmax, Weights = "ScikitLearn/4-16-3-relu-softmax-f32.safetensors", Frozen = true)] public readonly partial struct ScikitLearn_4_16_3_relu_softmax_f32;
[Mlp(2, 4, 1, Hidden = Activation.Tanh, Output = Activation.Sigmoid, Weights = "ScikitLearn/2-4-1-tanh-sigmoid-f32.safetensors", Frozen = true)] public readonly partial struct ScikitLearn_2_4_1_tanh_sigmoid_f32;
[Mlp(33, 20, 20, 4, Hidden = Activation.ReLU, Output = Activation.Sigmoid, Weights = "ScikitLearn/33-20-20-4-relu-sigmoid-f32.safetensors", Frozen = true)] public readonly partial struct ScikitLearn_33_20_20_4_relu_sigmoid_f32;
[Mlp(3, 17, 2, Hidden = Activation.Sigmoid, Output = Activation.Identity, Weights = "ScikitLearn/3-17-2-sigmoid-identity-f32.safetensors", Frozen = true)] public readonly partial struct ScikitLearn_3_17_2_sigmoid_identity_f32;
[Mlp(8, 12, 5, Hidden = Activation.Identity, Output = Activation.Softmax, Weights = "ScikitLearn/8-12-5-identity-softmax-f64.safetensors", Frozen = true)] public readonly partial struct ScikitLearn_8_12_5_identity_softmax_f64;

// To be trained on; one is a struct.
[Mlp(15, 15, Output = Activation.Identity, Weights = "PyTorch/15-15-identity-f32.safetensors")] public partial struct Warm_PyTorch_15_15_identity_f32;
[Mlp(4, 16, 3, Hidden = Activation.ReLU, Output = Activation.Softmax, Weights = "PyTorch/4-16-3-relu-softmax-bf16.safetensors")] public sealed partial class Warm_PyTorch_4_16_3_relu_softmax_bf16;
[Mlp(33, 20, 20, 4, Hidden = Activation.ELU, Output = Activation.Sigmoid, Weights = "Keras/33-20-20-4-elu-sigmoid-f32.safetensors")] public sealed partial class Warm_Keras_33_20_20_4_elu_sigmoid_f32;
[Mlp(8, 12, 5, Hidden = Activation.Identity, Output = Activation.Softmax, Weights = "ScikitLearn/8-12-5-identity-softmax-f64.safetensors")] public sealed partial class Warm_ScikitLearn_8_12_5_identity_softmax_f64;
