using System.Collections.Generic;
using System.Linq;
using Mlp.Behaviour.Tests.Networks;
using Mlp.Testing.WeightFiles;
using static Mlp.Behaviour.Tests.WeightFiles.LoadableNetwork;

namespace Mlp.Behaviour.Tests.WeightFiles;

/// <summary>The declared networks that there are weight files of other frameworks for.</summary>
internal static class LoadableNetworks
{
    private static readonly IReadOnlyList<LoadableNetwork> All =
    [
        Of(N1x1_Identity.Load),
        Of(N15x15_Identity.Load),
        Of(N4x1_Sigmoid.Load),
        Of(N9x3_Softmax.Load),
        Of(N4x16x3_ReLU_Softmax.Load),
        Of(N64x32x10_ReLU_Softmax.Load),
        Of(N2x4x1_Tanh_Sigmoid.Load),
        Of(Depth08_Tanh_Identity.Load),
        Of(N8x12x5_Identity_Softmax.Load),
        Of(N8x12x5_Sigmoid_Softmax.Load),
        Of(N8x12x5_ELU_Softmax.Load),
        Of(N3x17x2_Identity_Identity.Load),
        Of(N3x17x2_GELU_Identity.Load),
        Of(N3x17x2_Softplus_Identity.Load),
        Of(N3x17x2_Sigmoid_Identity.Load),
        Of(N3x17x2_ArcTan_Identity.Load),
        Of(N33x20x20x4_ReLU_Sigmoid.Load),
        Of(N33x20x20x4_ELU_Sigmoid.Load),
        Of(N33x20x20x4_SiLU_Sigmoid.Load),
        Of(N2x3x1_LeakyReLU_Exp.Load),
        Of(N8x12x5_SELU_Softmax.Load),
        Of(N3x17x2_ReLU6_Identity.Load),
        Of(N8x12x5_HardSigmoid_Softmax.Load),
        Of(N3x17x2_HardSwish_Identity.Load),
        Of(N2x3x1_Mish_Exp.Load),
        Of(N3x17x2_Softsign_Identity.Load),
        Of(N8x12x5_LeakyReLU0p1_Softmax.Load),
        Of(N33x20x20x4_Tanh_LeakyReLU0p25_Sigmoid.Load),
        Of(N5x9x6x3_ELU2_GELU_Softmax.Load),
        Of(N6x16x16x16x2_ReLU_HardSwish_Softsign_Identity.Load),
        Of(N7x4x4x4x4x1_Identity_SELU_LeakyReLU0p1_LeakyReLU0p2_Sigmoid.Load),
    ];

    /// <summary>The network that a file has the weights of.</summary>
    public static LoadableNetwork For(WeightFileCase file) => All.Single(network => file.IsOf(network.Description));
}
