using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;

namespace Mlp.Runtime.Tests.Serialization;

/// <summary>Changes of a header of <see cref="Networks.Small"/> that leave it JSON: what only the later checks can find.</summary>
internal static class HeaderEdits
{
    private static readonly string[] Names = ["0.weight", "0.bias", "2.weight", "2.bias", "4.weight", "mlp.step", "", "__metadata__", "\\u0030.bias", "a"];
    private static readonly string[] Types = ["\"F32\"", "\"F16\"", "\"BF16\"", "\"F64\"", "\"I64\"", "\"F4\"", "\"F33\"", "32", "null"];
    private static readonly string[] Numbers = ["0", "1", "2", "3", "6", "4", "24", "36", "60", "68", "72", "12", "-1", "2.0", "4294967296", "9223372036854775808", "18446744073709551615"];
    private static readonly string[] Extras = [",\"extra\":[{}]", ",\"dtype\":\"F32\"", ",\"x\":1,\"x\":1", ""];
    private static readonly string[] Metadata = ["{}", "{\"a\":\"b\"}", "{\"a\":1}", "null", "{\"mlp.network\":\"x\"}", "{\"a\":\"\",\"a\":\"\"}"];

    /// <summary>Files with one to three such changes, sometimes with another length of data.</summary>
    internal static Gen<byte[]> Files
    {
        get
        {
            Gen<Action<List<Tensor>>> edit =
                from kind in Gen.Choose(0, 10)
                from at in Gen.Choose(0, 3)
                from other in Gen.Choose(0, 3)
                from name in Gen.Elements(Names)
                from type in Gen.Elements(Types)
                from a in Gen.Elements(Numbers)
                from b in Gen.Elements(Numbers)
                from extra in Gen.Elements(Extras)
                from metadata in Gen.Elements(Metadata)
                select (Action<List<Tensor>>)(tensors => Apply(tensors, kind, at, other, new Tensor(name, type, $"[{a},{b}]", a, b, extra), metadata));
            return from edits in edit.ListOf(1).Or(edit.ListOf(2)).Or(edit.ListOf(3))
                   from data in Gen.Frequency((6, Gen.Constant(Safetensors.DataBytes)), (1, Gen.Choose(0, 100)))
                   from value in Gen.Frequency((9, Gen.Constant((byte)0)), (1, Gen.Constant((byte)0xFF)))
                   select File(edits, data, value);
        }
    }

    private static byte[] File(IEnumerable<Action<List<Tensor>>> edits, int data, byte value)
    {
        List<Tensor> tensors =
        [
            new("0.weight", "\"F32\"", "[3,2]", "0", "24", string.Empty), new("0.bias", "\"F32\"", "[3]", "24", "36", string.Empty),
            new("2.weight", "\"F32\"", "[2,3]", "36", "60", string.Empty), new("2.bias", "\"F32\"", "[2]", "60", "68", string.Empty),
        ];
        foreach (Action<List<Tensor>> edit in edits)
        {
            edit(tensors);
        }

        byte[] bytes = new byte[data];
        Array.Fill(bytes, value);
        return Safetensors.File(System.Text.Encoding.UTF8.GetBytes("{" + string.Join(',', tensors.Select(Text)) + "}"), bytes);
    }

    private static void Apply(List<Tensor> tensors, int kind, int at, int other, Tensor change, string metadata)
    {
        at %= Math.Max(1, tensors.Count);
        other %= Math.Max(1, tensors.Count);
        if (tensors.Count == 0)
        {
            tensors.Add(change);
            return;
        }

        Tensor old = tensors[at];
        switch (kind)
        {
            case 0:
                tensors[at] = old with { Name = change.Name };
                break;
            case 1:
                tensors[at] = old with { Type = change.Type };
                break;
            case 2:
                tensors[at] = old with { Shape = change.Shape };
                break;
            case 3:
                tensors[at] = old with { Begin = change.Begin };
                break;
            case 4:
                tensors[at] = old with { End = change.End };
                break;
            case 5:
                tensors[at] = old with { Extra = change.Extra };
                break;
            case 6:
                tensors.RemoveAt(at);
                break;
            case 7:
                tensors.Insert(other, change with { Name = change.Name, Shape = "[0]", Begin = old.Begin, End = old.Begin });
                break;
            case 8:
                (tensors[at], tensors[other]) = (tensors[other], tensors[at]);
                break;
            case 9:
                tensors[at] = old with { Begin = tensors[other].Begin, End = tensors[other].End };
                break;
            default:
                tensors.Insert(at, new Tensor("__metadata__", metadata, string.Empty, string.Empty, string.Empty, string.Empty));
                break;
        }
    }

    private static string Text(Tensor tensor) => tensor.Shape.Length == 0
        ? $"\"{tensor.Name}\":{tensor.Type}"
        : $"\"{tensor.Name}\":{{\"dtype\":{tensor.Type},\"shape\":{tensor.Shape},\"data_offsets\":[{tensor.Begin},{tensor.End}]{tensor.Extra}}}";

    /// <summary>An entry of the header as text.</summary>
    private sealed record Tensor(string Name, string Type, string Shape, string Begin, string End, string Extra);
}
