using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Text;

namespace Mlp.Searching.Space;

/// <summary>
/// The hash of what a network was declared with: layers, loss, optimizer and initializer, and the arguments of its attributes, among them those that no
/// description has, such as the momentum. Hosts whose type has another one would compute something else.
/// </summary>
internal static class NetworkSignature
{
    /// <summary>32 hexadecimal digits.</summary>
    internal static string Of(Type type, NetworkDescription network)
    {
        var text = new StringBuilder();
        foreach (LayerDescription layer in network.Layers)
        {
            text.Append(CultureInfo.InvariantCulture, $"{layer.Kind} {string.Join('x', layer.InputShape)} {string.Join('x', layer.OutputShape)} {layer.Activation}");
            text.Append(' ').AppendJoin(' ', layer.Tensors);
            text.Append(' ').AppendJoin(' ', layer.Constants.Select(static constant => BitConverter.SingleToUInt32Bits(constant)));
            if (layer.Window is { } window)
            {
                text.Append(CultureInfo.InvariantCulture, $" {string.Join('x', window.Kernel)} {string.Join('x', window.Strides)} {string.Join('x', window.Dilations)} {string.Join('x', window.PaddingBefore)} {window.Groups}");
            }

            text.Append('\n');
        }

        text.Append(CultureInfo.InvariantCulture, $"{network.Loss} {network.Optimizer} {network.Initializer} {network.IsRegularized} {network.IsDeterministic}\n");
        foreach (CustomAttributeData attribute in type.GetCustomAttributesData().Where(static attribute => IsDeclaration(attribute.AttributeType)))
        {
            text.Append(attribute.AttributeType.FullName);
            text.Append('(').AppendJoin(", ", attribute.ConstructorArguments.Select(TextOf)).Append(')');
            text.AppendJoin(", ", attribute.NamedArguments.OrderBy(static argument => argument.MemberName, StringComparer.Ordinal).Select(static argument => $"{argument.MemberName} = {TextOf(argument.TypedValue)}")).Append('\n');
        }

        return TextHash.Of(text.ToString());
    }

    /// <summary>An argument as it is written in every culture: reflection's own text has the decimal comma and the minus of the machine.</summary>
    private static string TextOf(CustomAttributeTypedArgument argument) => argument.Value switch
    {
        IEnumerable<CustomAttributeTypedArgument> values => $"[{string.Join(", ", values.Select(TextOf))}]",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        string words => $"\"{words}\"",
        _ => argument.Value?.ToString() ?? "null",
    };

    private static bool IsDeclaration(Type attribute) => typeof(NetworkTrainingAttribute).IsAssignableFrom(attribute) || typeof(LayerAttribute).IsAssignableFrom(attribute);
}
