namespace Mlp.Plots.Tests;

/// <summary>A straight line.</summary>
[Mlp(1, 1)]
internal sealed partial class Slope;

/// <summary>Two classes of two features.</summary>
[Mlp(2, 2, Output = "Softmax")]
internal sealed partial class Plane;

/// <summary>One class of two features, as a probability.</summary>
[Mlp(2, 4, 1, Output = "Sigmoid")]
internal sealed partial class YesOrNo;

/// <summary>More features than a sheet has.</summary>
[Mlp(3, 2, Output = "Softmax")]
internal sealed partial class Space;

/// <summary>More classes than marks.</summary>
[Mlp(2, 36, Output = "Softmax")]
internal sealed partial class Crowd;
