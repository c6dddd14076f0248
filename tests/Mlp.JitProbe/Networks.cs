namespace Mlp.JitProbe;

/// <summary>The iris network: every layer of one sample in line.</summary>
[Mlp(4, 16, 3, Output = "Softmax")]
internal sealed partial class Small;

/// <summary>A few thousand parameters.</summary>
[Mlp(64, 32, 10, Output = "Softmax")]
internal sealed partial class Digits;

/// <summary>The common network for images of handwritten digits.</summary>
[Mlp(784, 128, 10, Output = "Softmax")]
internal sealed partial class Images;

/// <summary>Two wide layers.</summary>
[Mlp(784, 512, 512, 10, Output = "Softmax")]
internal sealed partial class WideImages;

/// <summary>An activation of many operations, squared error, several outputs.</summary>
[Mlp(8, 32, 32, 4, Hidden = "Tanh")]
internal sealed partial class Controller;

/// <summary>A layer much wider than its neighbours.</summary>
[Mlp(4, 1000, 3, Output = "Softmax")]
internal sealed partial class Bulge;

/// <summary>Twenty layers, each of which would be unrolled.</summary>
[Mlp(8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, Hidden = "SiLU")]
internal sealed partial class Tower;
