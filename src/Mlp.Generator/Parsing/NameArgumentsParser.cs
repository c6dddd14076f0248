using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mlp.Generator.Parsing;

/// <summary>Reads the named arguments.</summary>
internal static class NameArgumentsParser
{
    public static NameArguments Parse(AttributeData attribute, CancellationToken cancellationToken) => new(
        Parse(attribute, "Hidden", cancellationToken),
        Parse(attribute, "Output", cancellationToken),
        Parse(attribute, "Loss", cancellationToken),
        Parse(attribute, "Optimizer", cancellationToken),
        Parse(attribute, "Initializer", cancellationToken),
        Parse(attribute, "Math", cancellationToken),
        Parse(attribute, "Weights", cancellationToken));

    private static NameArgument Parse(AttributeData attribute, string name, CancellationToken cancellationToken)
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
        AttributeReader.NamedArgument(AttributeReader.SyntaxOf(attribute, cancellationToken), name)?.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
            _ => "",
        };
}
