using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Mlp.Generator.Tests.Incrementality;

/// <summary>Walks everything a value holds on to, and finds what would keep a compilation alive.</summary>
internal static class ObjectGraph
{
    private static readonly Type[] Forbidden =
    [
        typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxToken), typeof(SyntaxTree), typeof(SyntaxReference),
        typeof(Compilation), typeof(SemanticModel), typeof(Location), typeof(AttributeData), typeof(IOperation),
    ];

    /// <summary>The paths to forbidden values.</summary>
    public static IReadOnlyList<string> Violations(object? root)
    {
        List<string> violations = [];
        var seen = new HashSet<object>(ReferenceComparer.Instance);
        var open = new Stack<(object Value, string Path)>();
        Push(root, root?.GetType().Name ?? "");
        while (open.TryPop(out (object Value, string Path) next))
        {
            Type type = next.Value.GetType();
            if (Forbidden.Any(forbidden => forbidden.IsAssignableFrom(type)))
            {
                violations.Add(next.Path);
                continue;
            }

            if (next.Value is Array array)
            {
                foreach (object? element in array)
                {
                    Push(element, next.Path + "[]");
                }
            }

            foreach (FieldInfo field in FieldsOf(type))
            {
                Push(field.GetValue(next.Value), next.Path + "." + field.Name);
            }
        }

        return violations;

        void Push(object? value, string path)
        {
            if (value is not (null or string or Type or Pointer) && !value.GetType().IsPrimitive && !value.GetType().IsEnum && seen.Add(value))
            {
                open.Push((value, path));
            }
        }
    }

    private static IEnumerable<FieldInfo> FieldsOf(Type? type)
    {
        for (; type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                yield return field;
            }
        }
    }

    /// <summary>Each object once, however equal to another.</summary>
    private sealed class ReferenceComparer : IEqualityComparer<object>
    {
        public static ReferenceComparer Instance { get; } = new();

        public new bool Equals(object? x, object? y) => ReferenceEquals(x, y);

        public int GetHashCode(object obj) => RuntimeHelpers.GetHashCode(obj);
    }
}
