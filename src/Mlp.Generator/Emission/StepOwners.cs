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
        foreach ((string shape, EmittedFile file) in shapes.SelectMany(shape => shape.OwnedSteps).Where(step => !_shapes.ContainsKey(step.File.HintName)))
        {
            _shapes.Add(file.HintName, shape);
        }
    }

    public static StepOwners Of(IEnumerable<EmittedShape> shapes) => new(shapes);

    /// <summary>Whether a step is added for this shape.</summary>
    /// <param name="shape">The shape's name.</param>
    /// <param name="step">The step's file.</param>
    public bool IsOwner(string shape, EmittedFile step) => _shapes[step.HintName] == shape;

    public bool Equals(StepOwners? other) => other is not null
        && other._shapes.Count == _shapes.Count
        && _shapes.All(pair => other._shapes.TryGetValue(pair.Key, out string? shape) && shape == pair.Value);

    public override bool Equals(object? obj) => Equals(obj as StepOwners);

    public override int GetHashCode() => _shapes.Count;
}
