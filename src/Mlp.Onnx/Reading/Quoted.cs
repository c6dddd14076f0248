using System;
using System.Text;
using Mlp.Onnx.Protos;
using Mlp.Text;

namespace Mlp.Onnx.Reading;

/// <summary>Names of a file in messages.</summary>
internal static class Quoted
{
    /// <summary>A name in quotes, cut where it is long.</summary>
    internal static string Of(string name) => QuotedText.Of(Encoding.UTF8.GetBytes(name));

    /// <summary>An operator: its kind, and its name or its place where it has none.</summary>
    internal static string Of(NodeProto node, int index) => node.Name.Length > 0
        ? $"{QuotedText.Plain(node.OpType)} {Of(node.Name)}"
        : FormattableString.Invariant($"{QuotedText.Plain(node.OpType)} (node {index}, counted from 0)");
}
