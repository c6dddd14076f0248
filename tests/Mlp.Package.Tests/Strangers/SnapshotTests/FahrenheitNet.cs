using Mlp;

/// <summary>1.8 x + 32.</summary>
[Mlp(1, 1, Weights = "fahrenheit.safetensors", Frozen = true)]
public static partial class FahrenheitNet;
