using Mlp;

namespace Samples;

/// <summary>A line through points: a slope and an intercept, to be trained.</summary>
[Mlp(1, 1)]
public sealed partial class LineNet;
