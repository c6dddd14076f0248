using Mlp.Generator.Model;
using Mlp.Generator.Planning.Steps;

namespace Mlp.Generator.Planning.Orders;

/// <summary>A layer's way forward.</summary>
/// <param name="Steps">The steps in order.</param>
/// <param name="Output">What it hands on.</param>
internal sealed record LayerForward(EquatableArray<Step> Steps, Signal Output);

/// <summary>A layer's way back.</summary>
/// <param name="Steps">The steps in order.</param>
/// <param name="Input">The error of its input; null where nobody asked for it.</param>
internal sealed record LayerBackward(EquatableArray<Step> Steps, Deltas? Input);
