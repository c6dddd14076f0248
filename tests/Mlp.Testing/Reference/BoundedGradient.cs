namespace Mlp.Testing.Reference;

/// <summary>A mean loss and its gradient, with error bounds.</summary>
/// <param name="Loss">The mean loss.</param>
/// <param name="Elements">∂L/∂θ in canonical order.</param>
/// <param name="Magnitudes">(1/n) Σ |δ h| for each parameter: what the rounding of its sum is relative to.</param>
public sealed record BoundedGradient(Bounded Loss, Bounded[] Elements, double[] Magnitudes);
