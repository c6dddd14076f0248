// Networks with convolutions that PyTorch trained, their weights compiled in.
namespace Mlp.Behaviour.Tests.Networks.Compiled;

[Network(10, 12, 2, Output = Activation.Softmax, Weights = "PyTorchLayers/image.safetensors", Frozen = true)]
[Conv(4, 3), MaxPool(2), Conv(6, 3, Padding = Padding.Same, Activation = Activation.Tanh), Flatten, Dense(7, Activation = Activation.SiLU), Dense(3)]
public readonly partial struct PyTorch_Image;

[Network(31, 2, Weights = "PyTorchLayers/sequence.safetensors", Frozen = true)]
[Conv(8, 3, Dilation = 2, Groups = 2), Activation(Activation.GELU), AveragePool(2), Conv(8, 4, Stride = 3, Groups = 8, Activation = Activation.ELU), GlobalAveragePool, Dense(2)]
public readonly partial struct PyTorch_Sequence;
