using Mlp;

namespace Samples;

/// <summary>Degrees Fahrenheit of degrees Celsius: 1.8 x + 32, trained long ago and compiled in.</summary>
[Mlp(1, 1, Weights = "fahrenheit.safetensors", Frozen = true)]
public static partial class FahrenheitNet;
