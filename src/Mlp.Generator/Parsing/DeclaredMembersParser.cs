using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Mlp.Generator.Model;

namespace Mlp.Generator.Parsing;

/// <summary>Reads the user's members that have the name of an emitted one.</summary>
internal static class DeclaredMembersParser
{
    private const string NotAMethod = "not a method";

    private static readonly SymbolDisplayFormat FullyQualified = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    public static IEnumerable<DeclaredMember> Parse(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var found = new List<DeclaredMember>();
        foreach (string name in EmittedMembers.Names)
        {
            AddOwn(found, type, name);
            AddInherited(found, type, name);
        }

        AddExplicitImplementations(found, type);
        AddTypeParameters(found, type);
        return found;
    }

    private static void AddOwn(List<DeclaredMember> found, INamedTypeSymbol type, string name)
    {
        ImmutableArray<ISymbol> members = type.GetMembers(name);
        for (int i = 0; i < members.Length; i++)
        {
            if (EmittedPart.IsUserDeclared(members[i]))
            {
                found.Add(new DeclaredMember(MemberOrigin.Own, name, ParametersOf(members[i]), name, i));
            }
        }
    }

    /// <summary>Hiding an inherited member is harmless unless it waits to be implemented (CS0533).</summary>
    private static void AddInherited(List<DeclaredMember> found, INamedTypeSymbol type, string name)
    {
        if (type.BaseType is not { SpecialType: SpecialType.None })
        {
            return;
        }

        var settled = new HashSet<string>(found.Where(member => member.Name == name).Select(member => member.Parameters ?? NotAMethod));
        for (INamedTypeSymbol? parent = type.BaseType; parent is { SpecialType: SpecialType.None }; parent = parent.BaseType)
        {
            foreach (ISymbol member in parent.GetMembers(name))
            {
                string? parameters = ParametersOf(member);
                if (settled.Add(parameters ?? NotAMethod) && member.IsAbstract)
                {
                    found.Add(new DeclaredMember(MemberOrigin.InheritedAbstract, name, parameters, name, 0));
                }
            }
        }
    }

    private static void AddExplicitImplementations(List<DeclaredMember> found, INamedTypeSymbol type)
    {
        foreach (ISymbol member in type.GetMembers())
        {
            if (member.Name.IndexOf('.') >= 0 && EmittedPart.IsUserDeclared(member) && ContractMember(member) is { } name)
            {
                int index = type.GetMembers(member.Name).IndexOf(member, SymbolEqualityComparer.Default);
                found.Add(new DeclaredMember(MemberOrigin.ExplicitImplementation, name, ParametersOf(member), member.Name, index));
            }
        }
    }

    private static void AddTypeParameters(List<DeclaredMember> found, INamedTypeSymbol type)
    {
        foreach (ITypeParameterSymbol parameter in type.TypeParameters)
        {
            if (EmittedMembers.Names.Contains(parameter.Name))
            {
                found.Add(new DeclaredMember(MemberOrigin.TypeParameter, parameter.Name, null, parameter.Name, parameter.Ordinal));
            }
        }
    }

    /// <summary>The name of the network interface's member that is implemented explicitly, if it is one.</summary>
    private static string? ContractMember(ISymbol member)
    {
        ISymbol? implemented = member switch
        {
            IMethodSymbol method => method.ExplicitInterfaceImplementations.FirstOrDefault(),
            IPropertySymbol property => property.ExplicitInterfaceImplementations.FirstOrDefault(),
            _ => null,
        };
        return implemented is { ContainingType: { Name: "IPredictor" or "IClassPredictor" or "INetwork" or "IClassifier" or "IFrozenNetwork", ContainingNamespace: { Name: "Mlp", ContainingNamespace.IsGlobalNamespace: true } } }
            && EmittedMembers.Names.Contains(implemented.Name)
            ? implemented.Name
            : null;
    }

    private static string? ParametersOf(ISymbol member)
    {
        if (member is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation } method)
        {
            return null;
        }

        string parameters = string.Join(", ", method.Parameters.Select(parameter =>
            (parameter.RefKind == RefKind.None ? "" : "ref ") + parameter.Type.ToDisplayString(FullyQualified)));
        return method.Arity == 0 ? parameters : "`" + method.Arity + "(" + parameters + ")";
    }
}
