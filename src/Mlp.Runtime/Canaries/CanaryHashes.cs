namespace Mlp.Serving;

/// <summary>What stands beside the answers of a canary that was recorded: 64 hexadecimal digits each, or none.</summary>
/// <param name="Parameters">Of the parameters.</param>
/// <param name="Schema">Of class names and scalers.</param>
internal readonly record struct CanaryHashes(string? Parameters, string? Schema);
