namespace Mlp.FirstCall;

/// <summary>The smallest.</summary>
[Mlp(4, 16, 3, Hidden = "ReLU", Output = "Softmax")]
internal sealed partial class Net4x16x3;

/// <summary>A controller's size.</summary>
[Mlp(8, 32, 32, 4, Hidden = "Tanh")]
internal sealed partial class Net8x32x32x4;

/// <summary>The size of images of digits.</summary>
[Mlp(784, 128, 10, Hidden = "ReLU", Output = "Softmax")]
internal sealed partial class Net784x128x10;
