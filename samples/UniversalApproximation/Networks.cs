namespace Mlp.Samples;

/// <summary>One hinge.</summary>
[Mlp(1, 1, 1, Hidden = "ReLU")]
internal sealed partial class Relu1;

/// <summary>Two hinges.</summary>
[Mlp(1, 2, 1, Hidden = "ReLU")]
internal sealed partial class Relu2;

/// <summary>Four hinges.</summary>
[Mlp(1, 4, 1, Hidden = "ReLU")]
internal sealed partial class Relu4;

/// <summary>Eight hinges.</summary>
[Mlp(1, 8, 1, Hidden = "ReLU")]
internal sealed partial class Relu8;

/// <summary>Sixteen hinges.</summary>
[Mlp(1, 16, 1, Hidden = "ReLU")]
internal sealed partial class Relu16;

/// <summary>Thirty-two hinges.</summary>
[Mlp(1, 32, 1, Hidden = "ReLU")]
internal sealed partial class Relu32;

/// <summary>One smooth step.</summary>
[Mlp(1, 1, 1, Hidden = "Tanh")]
internal sealed partial class Tanh1;

/// <summary>Two smooth steps.</summary>
[Mlp(1, 2, 1, Hidden = "Tanh")]
internal sealed partial class Tanh2;

/// <summary>Four smooth steps.</summary>
[Mlp(1, 4, 1, Hidden = "Tanh")]
internal sealed partial class Tanh4;

/// <summary>Eight smooth steps.</summary>
[Mlp(1, 8, 1, Hidden = "Tanh")]
internal sealed partial class Tanh8;

/// <summary>Sixteen smooth steps.</summary>
[Mlp(1, 16, 1, Hidden = "Tanh")]
internal sealed partial class Tanh16;

/// <summary>Thirty-two smooth steps.</summary>
[Mlp(1, 32, 1, Hidden = "Tanh")]
internal sealed partial class Tanh32;
