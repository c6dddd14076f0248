namespace Mlp.Samples;

/// <summary>
/// The last 32 values of a stream in, the value 84 steps later out. The first convolution sees three values that stand side by side, the others such
/// that are 2, 4 and 8 steps apart, and none sees later ones: together they look back over 1 + 2 · (1 + 2 + 4 + 8) = 31 values [Van den Oord et al. 2016].
/// </summary>
/// <remarks>
/// A window has zeros before it, where the stream has older values. So what convolutions make of a step is what they would make of it in the
/// stream only if the 31 values that it sees are in the window: here in the last two steps. The dense layers learn what the others are worth.
/// The numbers of the scaler bring the signal, 0.93 ± 0.23, near 0 ± 1.
/// <para>
/// The NRMSE of twenty seeds is 0.016 as a mean, and at most 0.023. A dense network 32-32-32-1, which takes a fifth of the time for a step, comes to 0.019
/// (six seeds, 200 epochs): the signal has no noise, and its windows are short.
/// </para>
/// </remarks>
[Network(32, 1, Hidden = "SiLU", Optimizer = "Adam", Initializer = "HeNormal")]
[Affine(4, -3.7)]
[Conv(8, 3, Padding = "Causal"), Conv(8, 3, Padding = "Causal", Dilation = 2)]
[Conv(8, 3, Padding = "Causal", Dilation = 4), Conv(8, 3, Padding = "Causal", Dilation = 8)]
[Flatten, Dense(16), Dense(16), Dense(1)]
public sealed partial class ForecastNet;
