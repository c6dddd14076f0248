using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Validation;

namespace Mlp.Generator.Parsing;

/// <summary>A list of names to choose from. They compare without case, whatever the culture.</summary>
/// <param name="noun">What the names are names of, as a message says it.</param>
/// <param name="kinds">The kinds; a kind's name is its enum member's.</param>
/// <param name="aliases">What other libraries call some of them: not accepted, but understood.</param>
internal sealed class NameTable<TKind>(string noun, IReadOnlyList<TKind> kinds, IReadOnlyDictionary<string, TKind> aliases)
    where TKind : struct, Enum
{
    /// <summary>As far as a slip of the keys goes.</summary>
    private const int NearDistance = 2;

    public string Noun { get; } = noun;

    public TKind? Find(string name)
    {
        foreach (TKind kind in kinds)
        {
            if (string.Equals(kind.ToString(), name, StringComparison.OrdinalIgnoreCase))
            {
                return kind;
            }
        }

        return null;
    }

    /// <summary>The name that was probably meant.</summary>
    public string Nearest(string name) => NearestWithDistance(name).Name;

    /// <summary>The name that was almost certainly meant, if there is one.</summary>
    public string? Near(string name) => NearestWithDistance(name) is (var nearest, <= NearDistance) ? nearest : null;

    private (string Name, int Distance) NearestWithDistance(string name)
    {
        if (aliases.TryGetValue(name, out TKind meant))
        {
            return (meant.ToString(), 0);
        }

        return kinds
            .Select(kind => kind.ToString())
            .Select(candidate => (candidate, EditDistance.Between(candidate, name)))
            .Aggregate((best, next) => next.Item2 < best.Item2 ? next : best);
    }
}
