using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mlp.Generator.Model;

namespace Mlp.Generator.Parsing;

/// <summary>Reads the user's constructors: what they are called with, and which one a struct lacks.</summary>
internal static class DeclaredConstructorsParser
{
    public static DeclaredConstructors Parse(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        IMethodSymbol[] declared = [.. type.InstanceConstructors.Where(constructor => !constructor.IsImplicitlyDeclared && EmittedPart.IsUserDeclared(constructor))];
        IMethodSymbol[] own = [.. declared.Where(constructor => !IsCopyConstructor(constructor))];
        ParameterlessConstructor? missing = type.TypeKind == TypeKind.Struct && own.Length > 0 && own.All(constructor => constructor.Parameters.Length > 0)
            ? MissingFrom(own, cancellationToken)
            : null;
        bool isCallable = own.Length == 0 || missing is not null || own.Any(type.TypeKind == TypeKind.Struct ? HasNoParameters : WantsNoArguments);
        bool asksForMembers = HasRequiredMembers(type)
            && missing is not { SetsRequiredMembers: true }
            && !own.Any(constructor => HasNoParameters(constructor) && SetsRequiredMembers(constructor));
        return new DeclaredConstructors(own.Length > 0, own.Length < declared.Length, missing, isCallable && !asksForMembers);
    }

    /// <summary>Whether a call may leave all arguments out.</summary>
    public static bool WantsNoArguments(IMethodSymbol constructor) =>
        constructor.Parameters.All(parameter => parameter.IsOptional || parameter.IsParams);

    /// <summary>Null where the primary constructor cannot be run with defaults.</summary>
    private static ParameterlessConstructor? MissingFrom(IMethodSymbol[] own, CancellationToken cancellationToken)
    {
        if (own.FirstOrDefault(constructor => IsPrimary(constructor, cancellationToken)) is not { } primary)
        {
            return new ParameterlessConstructor(null, SetsRequiredMembers: false);
        }

        bool takesDefaults = primary.Parameters.All(parameter => parameter.RefKind is RefKind.None or RefKind.In or RefKind.RefReadOnlyParameter && IsOrdinary(parameter.Type));
        return takesDefaults
            ? new ParameterlessConstructor(primary.Parameters.Select(parameter => NameOf(parameter.Type)).ToEquatableArray(), SetsRequiredMembers(primary))
            : null;
    }

    /// <summary>A pointer needs unsafe code, and a type that is none yet has no default.</summary>
    private static bool IsOrdinary(ITypeSymbol type) => type.TypeKind is not (TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Error);

    /// <summary>A constructor cannot be chosen at run time, which is what <c>dynamic</c> asks for.</summary>
    private static string NameOf(ITypeSymbol type) => type.TypeKind == TypeKind.Dynamic ? "object" : type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    private static bool HasNoParameters(IMethodSymbol constructor) => constructor.Parameters.IsEmpty;

    private static bool IsPrimary(IMethodSymbol constructor, CancellationToken cancellationToken) =>
        constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax);

    private static bool IsCopyConstructor(IMethodSymbol constructor) =>
        constructor is { ContainingType: { IsRecord: true, TypeKind: TypeKind.Class }, Parameters: { Length: 1 } parameters }
        && SymbolEqualityComparer.Default.Equals(parameters[0].Type, constructor.ContainingType);

    private static bool SetsRequiredMembers(IMethodSymbol constructor) =>
        constructor.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "SetsRequiredMembersAttribute" });

    private static bool HasRequiredMembers(INamedTypeSymbol? type) =>
        type is not null
        && (type.GetMembers().Any(member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true })
            || HasRequiredMembers(type.BaseType));
}
