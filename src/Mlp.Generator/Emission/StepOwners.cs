using System;
using System.Collections.Generic;
using System.Linq;

namespace Mlp.Generator.Emission;

/// <summary>
/// Says for which shape an equal step of several is added to the compilation: the first. Each step keeps its place among those of its shape,
/// so that another network's edit finds it where it was.
/// </summary>
internal sealed class StepOwners : IEquatable<StepOwners>
{
    private readonly Dictionary<string, string> _shapes = new(StringComparer.Ordinal);

    private StepOwners(IEnumerable<EmittedShape> shapes)
    {
        foreach (EmittedShape shape in shapes)
        {
            foreach (EmittedFile step in shape.Steps.Where(step => !_shapes.ContainsKey(step.HintName)))
            {
                _shapes.Add(step.HintName, shape.Name);
            }
        }
    }

    public static StepOwners Of(IEnumerable<EmittedShape> shapes) => new(shapes);

    /// <summary>The steps of a shape, each in its place; null for one that is added for another shape.</summary>
    /// <param name="shape">The shape.</param>
    public IEnumerable<EmittedFile?> StepsOf(EmittedShape shape) => shape.Steps.Select(step => _shapes[step.HintName] == shape.Name ? step : null);

    public bool Equals(StepOwners? other) => other is not null
        && other._shapes.Count == _shapes.Count
        && _shapes.All(pair => other._shapes.TryGetValue(pair.Key, out string? shape) && shape == pair.Value);

    public override bool Equals(object? obj) => Equals(obj as StepOwners);

    public override int GetHashCode() => _shapes.Count;
}
