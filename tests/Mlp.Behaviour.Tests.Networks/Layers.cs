// Networks whose layers are attributes: every kind, activation and padding, along sequences and over images, at sizes around those of vectors.
namespace Mlp.Behaviour.Tests.Networks;

[Network(6, 5, 2, Output = Activation.Softmax)]
[Conv(5, 3), MaxPool(2, Padding = Padding.Same)]
[Flatten, Dense(3)]
public sealed partial class Image_Conv5_MaxPool2_Softmax;

[Network(5, 5, 1, Output = Activation.Softmax, Optimizer = Optimizer.Adam)]
[Conv(3, 3, Padding = Padding.Same, Activation = Activation.Tanh), MaxPool(2), Conv(4, 2, Padding = Padding.Same, Activation = Activation.GELU), GlobalAveragePool, Dense(4)]
public sealed partial class Image_Same_GlobalAverage_Softmax_Adam;

// 15, 16 and 17 channels; a kernel of one position, and one of the whole image.
[Network(3, 3, 15, Output = Activation.Sigmoid)]
[Conv(16, 1, Activation = Activation.SiLU), Conv(17, 3, Activation = "LeakyReLU(0.2)"), Dense(1)]
public sealed partial class Image_Pointwise_WholeImage_Sigmoid;

// Filters of one channel each, strides past the end, windows that are not square.
[Network(7, 6, 3, Hidden = Activation.Softplus, Optimizer = Optimizer.Momentum, WeightDecay = 0.01)]
[Conv(6, 3, 2, Groups = 3, Stride = 2), AveragePool(2, 3, Stride = 2, Padding = Padding.Same), Activation(Activation.ELU), Dense(5, Activation = Activation.Identity), Activation(Activation.HardSwish), Dense(2)]
public sealed partial class Image_Depthwise_Average_Identity_Momentum;

[Network(20, 1, Output = Activation.Tanh, Loss = Loss.SquaredError)]
[Conv(8, 3, Padding = Padding.Causal, Dilation = 2), Conv(8, 3, Padding = Padding.Causal, Dilation = 4, Activation = Activation.Mish), Conv(2, 20)]
public sealed partial class Sequence_Causal_Tanh;

[Network(33, 2, Output = Activation.Exp, Optimizer = Optimizer.RMSProp)]
[Affine(0.5, -0.25), Conv(4, 5, Stride = 3, Padding = Padding.Same, Groups = 2, Activation = Activation.Identity), Clip(-0.75, 1), MaxPool(3, Stride = 2, Padding = Padding.Same), Dense(3)]
public sealed partial class Sequence_Affine_Clip_Exp_RMSProp;

// Ends in a layer without parameters, and in one whose outputs are positions.
[Network(8, 3, Output = Activation.Softmax, Initializer = Initializer.HeNormal)]
[Conv(5, 3), AveragePool(2), Conv(4, 3, Activation = Activation.Identity), GlobalAveragePool]
public sealed partial class Sequence_GlobalAverageLast_Softmax;

[Network(1, 1, Output = Activation.Identity)]
[Conv(1, 1)]
public sealed partial class Sequence_OneByOne_Identity;

// All dense: an [Mlp] in other words, with its kernels.
[Network(4, 5, Hidden = Activation.Tanh, Output = Activation.Softmax)]
[Flatten, Dense(17), Dense(9, Activation = "ELU(0.5)"), Dense(3)]
public sealed partial class Flat_20x17x9x3_Softmax;

[Network(6)]
[Affine(new[] { 1, 0.5, 2, -1, 0.25, 3 }, new[] { 0, 0.1, -0.1, 0.2, 0, 1 }), Dense(7), Clip(0, 0.5), Dense(2)]
public sealed partial class Vector_AffineEach_Clip_Identity;

// Slopes that are learned: with samples in lanes, in rows, over planes, first, behind an activation.
[Mlp(4, 7, 3, Hidden = Activation.PReLU, Output = Activation.Softmax)]
public sealed partial class Vector_4x7x3_PReLU_Softmax;

[Mlp(20, 33, 40, 35, Hidden = "PReLU(0.1), Tanh", Optimizer = Optimizer.AdamW, WeightDecay = 0.1)]
public sealed partial class Vector_20x33x40x35_PReLU_Tanh_AdamW;

[Network(6, 5, 2, Hidden = Activation.PReLU, Output = Activation.Sigmoid)]
[Conv(5, 3, Padding = Padding.Same), Conv(17, 3, Padding = Padding.Same, Activation = Activation.SiLU), Activation("PReLU(0)"), MaxPool(2), Flatten, Activation("PReLU(2)"), Dense(19), Dense(2)]
public sealed partial class Image_PReLU_Sigmoid;

[Network(5)]
[Activation(Activation.PReLU), Dense(9, Activation = Activation.ReLU6), Activation("PReLU(1.5)"), Dense(18, Activation = Activation.GELU), Activation(Activation.PReLU), Dense(2)]
public sealed partial class Vector_PReLUFirst_Identity;

[Network(13, 3, Optimizer = Optimizer.Nesterov)]
[Activation("PReLU(0.5)"), Conv(4, 3, Padding = Padding.Causal, Activation = Activation.PReLU), GlobalAveragePool]
public sealed partial class Sequence_PReLUFirst_Identity_Nesterov;

// Values dropped: of an image, behind a dense layer, at the start.
[Network(5, 4, 2, Output = Activation.Softmax, Optimizer = Optimizer.Adam)]
[Conv(3, 2), Dropout(0.25), Flatten, Dense(6), Dropout(0.5), Dense(3)]
public sealed partial class Image_Dropout_Softmax_Adam;

[Network(3, Hidden = Activation.SiLU, Output = Activation.Softmax)]
[Dense(5), Dropout(0.5), Dense(2)]
public sealed partial class Vector_Dropout_Softmax;

[Network(9, Output = Activation.Softmax, Optimizer = Optimizer.Adam)]
[Dense(37, Activation = Activation.GELU), Dropout(0.25), Dense(18), Dropout(0.1), Dense(35)]
public sealed partial class Vector_DropoutInRows_Softmax_Adam;

[Network(4)]
[Dropout(0.5), Dense(2)]
public sealed partial class Vector_DropoutFirst_Identity;

// What computes first in a prediction is not the first layer; planes behind planes of another shape.
[Network(3, 3, 2, Output = Activation.Sigmoid)]
[Dropout(0.25), Flatten, Activation(Activation.PReLU), Dense(3)]
public sealed partial class Image_DropoutFlattenPReLU_Sigmoid;

[Network(4, 3, 2, Output = Activation.Tanh, Loss = Loss.SquaredError, Optimizer = Optimizer.Adam)]
[Conv(3, 2, Padding = Padding.Same, Activation = Activation.SiLU), Flatten, Clip(-0.25, 0.5), Activation(Activation.GELU), Dense(2)]
public sealed partial class Image_ConvFlattenClip_Tanh_Adam;
