using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mlp.Generator.Parsing;

/// <summary>Reads the named arguments.</summary>
internal static class NameArgumentsParser
{
    /// <summary>All of them.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="output">What it calls the activation of the output.</param>
    /// <param name="cancellationToken">Ends the search for syntax.</param>
    public static NameArguments ParseAll(AttributeData attribute, string output, CancellationToken cancellationToken) => new(
        Parse(attribute, "Hidden", cancellationToken),
        Parse(attribute, output, cancellationToken),
        Parse(attribute, "Loss", cancellationToken),
        Parse(attribute, "Optimizer", cancellationToken),
        Parse(attribute, "Initializer", cancellationToken),
        Parse(attribute, "Math", cancellationToken),
        Parse(attribute, "Weights", cancellationToken));

    /// <summary>The first positional argument of a layer as a name.</summary>
    public static NameArgument ParsePositional(AttributeData attribute, IReadOnlyList<ExpressionSyntax> expressions) => attribute.ConstructorArguments.FirstOrDefault() switch
    {
        { Kind: TypedConstantKind.Primitive, Value: string text } => new(NameArgumentState.Given, text),
        { Kind: TypedConstantKind.Primitive, IsNull: true } => new(NameArgumentState.Null, ""),
        _ => expressions.Count == 0 ? NameArgument.Omitted : new(NameArgumentState.NotAConstant, LastIdentifier(expressions[0])),
    };

    /// <summary>A named argument that is a name.</summary>
    public static NameArgument Parse(AttributeData attribute, string name, CancellationToken cancellationToken)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
            {
                return argument.Value switch
                {
                    { Kind: TypedConstantKind.Primitive, Value: string text } => new(NameArgumentState.Given, text),
                    { Kind: TypedConstantKind.Primitive, IsNull: true } => new(NameArgumentState.Null, ""),
                    _ => new(NameArgumentState.NotAConstant, LastIdentifier(attribute, name, cancellationToken)),
                };
            }
        }

        return NameArgument.Omitted;
    }

    /// <summary>The <c>ReLu</c> of <c>Activation.ReLu</c>: a constant misspelt, from which the right one can be guessed.</summary>
    private static string LastIdentifier(AttributeData attribute, string name, CancellationToken cancellationToken) =>
        LastIdentifier(AttributeReader.NamedArgument(AttributeReader.SyntaxOf(attribute, cancellationToken), name)?.Expression);

    private static string LastIdentifier(ExpressionSyntax? expression) => expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
        _ => "",
    };
}
