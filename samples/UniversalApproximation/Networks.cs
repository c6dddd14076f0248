namespace Mlp.Samples;

/// <summary>One hinge.</summary>
[Mlp(1, 1, 1, Hidden = "ReLU", Optimizer = "Adam", Beta1 = 0.99)]
internal sealed partial class Relu1;

/// <summary>Two hinges.</summary>
[Mlp(1, 2, 1, Hidden = "ReLU", Optimizer = "Adam", Beta1 = 0.99)]
internal sealed partial class Relu2;

/// <summary>Four hinges.</summary>
[Mlp(1, 4, 1, Hidden = "ReLU", Optimizer = "Adam", Beta1 = 0.99)]
internal sealed partial class Relu4;

/// <summary>Eight hinges.</summary>
[Mlp(1, 8, 1, Hidden = "ReLU", Optimizer = "Adam", Beta1 = 0.99)]
internal sealed partial class Relu8;

/// <summary>Sixteen hinges.</summary>
[Mlp(1, 16, 1, Hidden = "ReLU", Optimizer = "Adam", Beta1 = 0.99)]
internal sealed partial class Relu16;

/// <summary>Thirty-two hinges.</summary>
[Mlp(1, 32, 1, Hidden = "ReLU", Optimizer = "Adam", Beta1 = 0.99)]
internal sealed partial class Relu32;

/// <summary>Sixty-four hinges.</summary>
[Mlp(1, 64, 1, Hidden = "ReLU", Optimizer = "Adam", Beta1 = 0.99)]
internal sealed partial class Relu64;

/// <summary>One smooth step.</summary>
[Mlp(1, 1, 1, Hidden = "Sigmoid", Optimizer = "Adam", Beta1 = 0.99)]
internal sealed partial class Sigmoid1;

/// <summary>Two smooth steps.</summary>
[Mlp(1, 2, 1, Hidden = "Sigmoid", Optimizer = "Adam", Beta1 = 0.99)]
internal sealed partial class Sigmoid2;

/// <summary>Four smooth steps.</summary>
[Mlp(1, 4, 1, Hidden = "Sigmoid", Optimizer = "Adam", Beta1 = 0.99)]
internal sealed partial class Sigmoid4;

/// <summary>Eight smooth steps.</summary>
[Mlp(1, 8, 1, Hidden = "Sigmoid", Optimizer = "Adam", Beta1 = 0.99)]
internal sealed partial class Sigmoid8;

/// <summary>Sixteen smooth steps.</summary>
[Mlp(1, 16, 1, Hidden = "Sigmoid", Optimizer = "Adam", Beta1 = 0.99)]
internal sealed partial class Sigmoid16;

/// <summary>Thirty-two smooth steps.</summary>
[Mlp(1, 32, 1, Hidden = "Sigmoid", Optimizer = "Adam", Beta1 = 0.99)]
internal sealed partial class Sigmoid32;

/// <summary>Sixty-four smooth steps.</summary>
[Mlp(1, 64, 1, Hidden = "Sigmoid", Optimizer = "Adam", Beta1 = 0.99)]
internal sealed partial class Sigmoid64;
