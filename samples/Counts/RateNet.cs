namespace Mlp.Samples;

/// <summary>Poisson regression: five features of an hour in, the expected count out, always above 0.</summary>
[Mlp(5, 1, Output = "Exp")]
public sealed partial class RateNet;
