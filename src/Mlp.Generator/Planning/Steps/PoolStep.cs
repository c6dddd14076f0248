using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Steps;

/// <summary>A pool over planes, forward or back.</summary>
/// <param name="IsMax">The largest value of each window, or the mean.</param>
/// <param name="Window">How it goes over an image of two axes.</param>
/// <param name="Inputs">What arrives.</param>
/// <param name="InputLayout">How it stands.</param>
/// <param name="Outputs">What leaves.</param>
/// <param name="OutputLayout">How it stands.</param>
/// <param name="Errors">Back: what receives the error of what arrives, zero before, in the layout of that; null for the way forward.</param>
/// <param name="Deltas">Back: the error of what leaves, in the layout of that.</param>
internal sealed record PoolStep(
    bool IsMax, PlaneWindow Window, Place Inputs, PlaneLayout InputLayout, Place Outputs, PlaneLayout OutputLayout, Place? Errors = null, Place? Deltas = null) : Step;
