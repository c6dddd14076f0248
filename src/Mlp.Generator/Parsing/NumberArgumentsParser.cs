using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Mlp.Generator.Model;

namespace Mlp.Generator.Parsing;

/// <summary>Reads the named arguments that are numbers. One that is none is the compiler's own error, and is left out.</summary>
internal static class NumberArgumentsParser
{
    public static EquatableArray<NumberArgument> Parse(AttributeData attribute)
    {
        var numbers = new List<NumberArgument>();
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            if (argument.Value is { Kind: TypedConstantKind.Primitive, Value: double value })
            {
                numbers.Add(new NumberArgument(argument.Key, value));
            }
        }

        return numbers.ToEquatableArray();
    }
}
