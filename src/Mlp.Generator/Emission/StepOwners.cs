using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Emission.Kernels;

namespace Mlp.Generator.Emission;

/// <summary>Says in which shape's file an equal step of several stands: the first one's.</summary>
internal sealed class StepOwners : IEquatable<StepOwners>
{
    private readonly Dictionary<string, string> _shapes = new(StringComparer.Ordinal);

    private StepOwners(IEnumerable<EmittedShape> shapes)
    {
        foreach (EmittedShape shape in shapes)
        {
            foreach (EmittedStep step in shape.Steps.Where(step => !_shapes.ContainsKey(step.Name)))
            {
                _shapes.Add(step.Name, shape.Name);
            }
        }
    }

    public static StepOwners Of(IEnumerable<EmittedShape> shapes) => new(shapes);

    /// <summary>The file of the steps that stand with a shape; null where others have them all, so that the shape keeps its place.</summary>
    /// <param name="shape">The shape.</param>
    public EmittedFile? FileOf(EmittedShape shape)
    {
        EmittedStep[] own = [.. shape.Steps.Where(step => _shapes[step.Name] == shape.Name)];
        return own.Length == 0 ? null : StepFileWriter.Write(shape.Name, own);
    }

    public bool Equals(StepOwners? other) => other is not null
        && other._shapes.Count == _shapes.Count
        && _shapes.All(pair => other._shapes.TryGetValue(pair.Key, out string? shape) && shape == pair.Value);

    public override bool Equals(object? obj) => Equals(obj as StepOwners);

    public override int GetHashCode() => _shapes.Count;
}
