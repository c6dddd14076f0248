using Mlp.Generator.Model;
using Mlp.Generator.Planning.Steps;

namespace Mlp.Generator.Planning.Orders;

/// <summary>What a batch does for one layer, one way.</summary>
/// <param name="Layer">The layer, counted from 1.</param>
/// <param name="Steps">The steps in order.</param>
internal sealed record LayerSteps(int Layer, EquatableArray<Step> Steps);
