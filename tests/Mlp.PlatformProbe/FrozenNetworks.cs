namespace Mlp.PlatformProbe;

/// <summary>The network of images, with the weights that it has saved, never to be trained.</summary>
[Network(12, 10, 2, Output = "Softmax", Weights = "pictures.safetensors", Frozen = true)]
[Affine(0.5, -0.25), Conv(6, 3, Padding = "Same", Activation = "PReLU"), MaxPool(2), Conv(8, 3, Groups = 2, Activation = "Identity"), Clip(-1, 1)]
[AveragePool(2), Activation("Tanh"), Dropout(0.25), Flatten, Dense(4)]
internal static partial class FrozenPictures;

/// <summary>The network of sequences, with the weights that it has saved, never to be trained.</summary>
[Network(32, 3, Output = "Tanh", Loss = "SquaredError", Weights = "signals.safetensors", Frozen = true)]
[Conv(8, 3, Padding = "Causal", Dilation = 2), Conv(8, 3, Padding = "Causal", Dilation = 4, Activation = "GELU"), GlobalAveragePool, Dense(2)]
internal static partial class FrozenSignals;

/// <summary>A network of images of PyTorch's exporter.</summary>
[Onnx("cnn-17.onnx")]
internal static partial class ExportedPictures;

/// <summary>A network of PyTorch's exporter whose slopes are learned.</summary>
[Onnx("slopes-11.onnx")]
internal static partial class ExportedSlopes;

/// <summary>A network of PyTorch's exporter that goes on learning.</summary>
[Onnx("norm-13.onnx", Trainable = true, Optimizer = "Adam")]
internal sealed partial class ExportedNorm;
