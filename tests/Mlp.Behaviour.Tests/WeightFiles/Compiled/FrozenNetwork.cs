using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Behaviour.Tests.Networks.Compiled;
using Mlp.Testing.WeightFiles;

namespace Mlp.Behaviour.Tests.WeightFiles.Compiled;

/// <summary>A frozen network without its type: what <see cref="IFrozenNetwork{TSelf}"/> has.</summary>
/// <param name="File">The weight file that is compiled in.</param>
/// <param name="Type">The type.</param>
/// <param name="Description">What it was declared with.</param>
/// <param name="ParameterCount">The number of parameters.</param>
/// <param name="Forward">Predicts one sample.</param>
/// <param name="ForwardBatch">Predicts n samples.</param>
/// <param name="CopyParametersTo">Copies all parameters out.</param>
internal sealed record FrozenNetwork(
    WeightFileCase File,
    Type Type,
    NetworkDescription Description,
    int ParameterCount,
    FrozenNetwork.Prediction Forward,
    FrozenNetwork.Prediction ForwardBatch,
    Action<float[]> CopyParametersTo)
{
    /// <summary>A prediction.</summary>
    public delegate void Prediction(ReadOnlySpan<float> inputs, Span<float> outputs);

    /// <summary>One for each file.</summary>
    public static IReadOnlyList<FrozenNetwork> All { get; } =
    [
        Of<PyTorch_1_1_identity_f32>("PyTorch/1-1-identity-f32.safetensors"),
        Of<PyTorch_15_15_identity_f32>("PyTorch/15-15-identity-f32.safetensors"),
        Of<PyTorch_4_1_sigmoid_f32>("PyTorch/4-1-sigmoid-f32.safetensors"),
        Of<PyTorch_9_3_softmax_f32>("PyTorch/9-3-softmax-f32.safetensors"),
        Of<PyTorch_4_16_3_relu_softmax_f32>("PyTorch/4-16-3-relu-softmax-f32.safetensors"),
        Of<PyTorch_4_16_3_relu_softmax_f16>("PyTorch/4-16-3-relu-softmax-f16.safetensors"),
        Of<PyTorch_4_16_3_relu_softmax_bf16>("PyTorch/4-16-3-relu-softmax-bf16.safetensors"),
        Of<PyTorch_64_32_10_relu_softmax_f32>("PyTorch/64-32-10-relu-softmax-f32.safetensors"),
        Of<PyTorch_2_4_1_tanh_sigmoid_f32>("PyTorch/2-4-1-tanh-sigmoid-f32.safetensors"),
        Of<PyTorch_2_4_1_tanh_sigmoid_f16>("PyTorch/2-4-1-tanh-sigmoid-f16.safetensors"),
        Of<PyTorch_8_8_8_8_8_8_8_8_8_tanh_identity_f32>("PyTorch/8-8-8-8-8-8-8-8-8-tanh-identity-f32.safetensors"),
        Of<PyTorch_8_8_8_8_8_8_8_8_8_tanh_identity_bf16>("PyTorch/8-8-8-8-8-8-8-8-8-tanh-identity-bf16.safetensors"),
        Of<PyTorch_8_12_5_sigmoid_softmax_f32>("PyTorch/8-12-5-sigmoid-softmax-f32.safetensors"),
        Of<PyTorch_3_17_2_gelu_identity_f32>("PyTorch/3-17-2-gelu-identity-f32.safetensors"),
        Of<PyTorch_3_17_2_gelu_identity_f16>("PyTorch/3-17-2-gelu-identity-f16.safetensors"),
        Of<PyTorch_33_20_20_4_silu_sigmoid_f32>("PyTorch/33-20-20-4-silu-sigmoid-f32.safetensors"),
        Of<PyTorch_33_20_20_4_silu_sigmoid_bf16>("PyTorch/33-20-20-4-silu-sigmoid-bf16.safetensors"),
        Of<PyTorch_2_3_1_leakyrelu_exp_f32>("PyTorch/2-3-1-leakyrelu-exp-f32.safetensors"),
        Of<PyTorch_8_12_5_elu_softmax_f32>("PyTorch/8-12-5-elu-softmax-f32.safetensors"),
        Of<PyTorch_3_17_2_softplus_identity_f32>("PyTorch/3-17-2-softplus-identity-f32.safetensors"),
        Of<PyTorch_3_17_2_arctan_identity_f32>("PyTorch/3-17-2-arctan-identity-f32.safetensors"),
        Of<PyTorch_3_17_2_identity_identity_f32>("PyTorch/3-17-2-identity-identity-f32.safetensors"),
        Of<PyTorch_8_12_5_selu_softmax_f32>("PyTorch/8-12-5-selu-softmax-f32.safetensors"),
        Of<PyTorch_3_17_2_relu6_identity_f32>("PyTorch/3-17-2-relu6-identity-f32.safetensors"),
        Of<PyTorch_8_12_5_hardsigmoid_softmax_f32>("PyTorch/8-12-5-hardsigmoid-softmax-f32.safetensors"),
        Of<PyTorch_3_17_2_hardswish_identity_f32>("PyTorch/3-17-2-hardswish-identity-f32.safetensors"),
        Of<PyTorch_2_3_1_mish_exp_f32>("PyTorch/2-3-1-mish-exp-f32.safetensors"),
        Of<PyTorch_3_17_2_softsign_identity_f32>("PyTorch/3-17-2-softsign-identity-f32.safetensors"),
        Of<PyTorch_8_12_5_leakyrelu0_1_softmax_f32>("PyTorch/8-12-5-leakyrelu0.1-softmax-f32.safetensors"),
        Of<PyTorch_33_20_20_4_tanh_leakyrelu0_25_sigmoid_f32>("PyTorch/33-20-20-4-tanh-leakyrelu0.25-sigmoid-f32.safetensors"),
        Of<PyTorch_33_20_20_4_tanh_leakyrelu0_25_sigmoid_f16>("PyTorch/33-20-20-4-tanh-leakyrelu0.25-sigmoid-f16.safetensors"),
        Of<PyTorch_5_9_6_3_elu2_gelu_softmax_f32>("PyTorch/5-9-6-3-elu2-gelu-softmax-f32.safetensors"),
        Of<PyTorch_6_16_16_16_2_relu_hardswish_softsign_identity_f32>("PyTorch/6-16-16-16-2-relu-hardswish-softsign-identity-f32.safetensors"),
        Of<PyTorch_7_4_4_4_4_1_identity_selu_leakyrelu0_1_leakyrelu0_2_sigmoid_f32>("PyTorch/7-4-4-4-4-1-identity-selu-leakyrelu0.1-leakyrelu0.2-sigmoid-f32.safetensors"),
        Of<Keras_9_3_softmax_f32>("Keras/9-3-softmax-f32.safetensors"),
        Of<Keras_4_16_3_relu_softmax_f32>("Keras/4-16-3-relu-softmax-f32.safetensors"),
        Of<Keras_2_4_1_tanh_sigmoid_f32>("Keras/2-4-1-tanh-sigmoid-f32.safetensors"),
        Of<Keras_33_20_20_4_elu_sigmoid_f32>("Keras/33-20-20-4-elu-sigmoid-f32.safetensors"),
        Of<Keras_3_17_2_softplus_identity_f32>("Keras/3-17-2-softplus-identity-f32.safetensors"),
        Of<Keras_8_8_8_8_8_8_8_8_8_tanh_identity_f32>("Keras/8-8-8-8-8-8-8-8-8-tanh-identity-f32.safetensors"),
        Of<ScikitLearn_4_16_3_relu_softmax_f32>("ScikitLearn/4-16-3-relu-softmax-f32.safetensors"),
        Of<ScikitLearn_2_4_1_tanh_sigmoid_f32>("ScikitLearn/2-4-1-tanh-sigmoid-f32.safetensors"),
        Of<ScikitLearn_33_20_20_4_relu_sigmoid_f32>("ScikitLearn/33-20-20-4-relu-sigmoid-f32.safetensors"),
        Of<ScikitLearn_3_17_2_sigmoid_identity_f32>("ScikitLearn/3-17-2-sigmoid-identity-f32.safetensors"),
        Of<ScikitLearn_8_12_5_identity_softmax_f64>("ScikitLearn/8-12-5-identity-softmax-f64.safetensors"),
    ];

    private static FrozenNetwork Of<TNetwork>(string file)
        where TNetwork : IFrozenNetwork<TNetwork> => new(
            WeightFileReference.All.Single(candidate => candidate.ToString() == file),
            typeof(TNetwork),
            TNetwork.Description,
            TNetwork.ParameterCount,
            TNetwork.Forward,
            TNetwork.ForwardBatch,
            destination => TNetwork.CopyParametersTo(destination));
}
