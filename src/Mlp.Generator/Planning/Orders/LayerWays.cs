using Mlp.Generator.Model;
using Mlp.Generator.Planning.Steps;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Planning.Orders;

/// <summary>A layer's way forward.</summary>
/// <param name="Steps">The steps in order.</param>
/// <param name="Output">What it hands on.</param>
internal sealed record LayerForward(EquatableArray<Step> Steps, Signal Output);

/// <summary>A layer's way back.</summary>
/// <param name="Steps">The steps in order.</param>
/// <param name="Input">The error of its input; null where nobody asked for it.</param>
internal sealed record LayerBackward(EquatableArray<Step> Steps, Deltas? Input);

/// <summary>The error δ of some values.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Stride">Floats from a sample's errors to the next one's; with samples in lanes, from a row to the next.</param>
internal sealed record Deltas(Place Place, int Stride);
