namespace Mlp;

/// <summary>The mean of each channel over all positions: of length × channels, or height × width × channels, the channels are left.</summary>
public sealed class GlobalAveragePoolAttribute : LayerAttribute;
