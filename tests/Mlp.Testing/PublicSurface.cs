using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace Mlp.Testing;

/// <summary>
/// What others see of a type, looked at as a language sees it that knows no case of names and no overloads that differ by
/// <see langword="ref"/>, <see langword="in"/> or <see langword="out"/> alone, such as Visual Basic.
/// </summary>
public static class PublicSurface
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    /// <summary>The types of an assembly that others see.</summary>
    public static IReadOnlyList<Type> Of(Assembly assembly) => [.. assembly.GetTypes().Where(type => type.IsVisible)];

    /// <summary>The members of a type that its users or the types derived from it see.</summary>
    public static IReadOnlyList<MemberInfo> Of(Type type) => [.. type.GetMembers(All).Where(IsVisible)];

    /// <summary>Types whose full names are equal but for case; each group as one line.</summary>
    public static IReadOnlyList<string> Confusions(IEnumerable<Type> types) =>
        [.. types.GroupBy(type => type.FullName!, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => string.Join(" and ", group))];

    /// <summary>Members of a type that such a language cannot tell apart, and parameters of one member; each group as one line.</summary>
    public static IReadOnlyList<string> Confusions(Type type)
    {
        IReadOnlyList<MemberInfo> members = Of(type);
        IEnumerable<string> names = members
            .GroupBy(member => member.Name, StringComparer.OrdinalIgnoreCase)
            .Select(group => group.Select(member => member.Name).Distinct(StringComparer.Ordinal).ToArray())
            .Where(spellings => spellings.Length > 1)
            .Select(spellings => $"{type}: {string.Join(" and ", spellings)} differ by case alone");

        // Conversions may differ by what they return, and a member may hide another of the very same parameters.
        IEnumerable<string> overloads = members
            .OfType<MethodBase>()
            .Where(method => method.Name is not ("op_Implicit" or "op_Explicit"))
            .GroupBy(Signature)
            .Where(group => group.Select(method => string.Join<ParameterInfo>(", ", method.GetParameters())).Distinct(StringComparer.Ordinal).Count() > 1)
            .Select(group => $"{type}: {string.Join(" and ", group)} differ by ref, in or out alone");
        IEnumerable<string> parameters = members
            .OfType<MethodBase>()
            .Where(method => method.GetParameters().Select(parameter => parameter.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() < method.GetParameters().Length)
            .Select(method => $"{type}: {method} has parameters that differ by case alone");
        return [.. names, .. overloads, .. parameters];
    }

    private static string Signature(MethodBase method)
    {
        int arity = method.IsGenericMethod ? method.GetGenericArguments().Length : 0;
        IEnumerable<string> parameters = method.GetParameters()
            .Select(parameter => parameter.ParameterType)
            .Select(type => (type.IsByRef ? type.GetElementType()! : type).ToString());
        return $"{(method.IsStatic ? "static " : "")}{method.Name}`{arity}({string.Join(", ", parameters)})";
    }

    private static bool IsVisible(MemberInfo member) => member switch
    {
        MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
        FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsVisible),
        EventInfo added => added.AddMethod is { } accessor && IsVisible(accessor),
        Type nested => nested.IsNestedPublic || nested.IsNestedFamily || nested.IsNestedFamORAssem,
        _ => false,
    };
}
