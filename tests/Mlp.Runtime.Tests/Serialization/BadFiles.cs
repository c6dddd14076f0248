using System;
using System.Linq;
using System.Text;
using Xunit;
using static Mlp.Runtime.Tests.Serialization.Safetensors;

namespace Mlp.Runtime.Tests.Serialization;

/// <summary>Every fault that a file of <see cref="Networks.Small"/> can have, and what the reader must call it.</summary>
internal static class BadFiles
{
    private const string Good = "{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}";

    internal static TheoryData<string, byte[], WeightFileError> All
    {
        get
        {
            var files = new TheoryData<string, byte[], WeightFileError>();
            AddPreamble(files);
            AddJson(files);
            AddEntries(files);
            AddCoverage(files);
            AddNetwork(files);
            return files;
        }
    }

    private static void AddPreamble(TheoryData<string, byte[], WeightFileError> files)
    {
        for (int length = 0; length < 8; length++)
        {
            files.Add($"{length} bytes", new byte[length], WeightFileError.TooShort);
        }

        foreach (ulong length in (ulong[])[ulong.MaxValue, 1UL << 63, 1UL << 32, (1 << 20) + 1])
        {
            files.Add($"N = {length}", WithLength(length), WeightFileError.HeaderTooLarge);
        }

        files.Add("N over the cap, and there", File("{}" + new string(' ', 1 << 20)), WeightFileError.HeaderTooLarge);
        files.Add("N = the cap, past the end", WithLength(1 << 20), WeightFileError.HeaderPastEnd);
        files.Add("N one past the end", WithLength((ulong)(Header.Length + DataBytes + 1)), WeightFileError.HeaderPastEnd);
        files.Add(".npz", [.. "PK\x03\x04\x14\0\0\0\0\0"u8, .. new byte[90]], WeightFileError.NotSafetensors);
        files.Add("empty zip", [.. "PK\x05\x06\0\0\0\0\0\0"u8, .. new byte[12]], WeightFileError.NotSafetensors);
        files.Add("old .pt", [0x80, 2, 0x8A, 10, 0x6C, 0xFC, 0x9C, 0x46, 0xF9, 0x20, 0x6A, 0xA8, 0x50, 0x19, 0x2E], WeightFileError.NotSafetensors);
        files.Add("pickle", [0x80, 4, 0x95, 0x1F, 0, 0, 0, 0, 0, 0, 0, 0x7D, 0x2E], WeightFileError.NotSafetensors);
        files.Add(".h5", [0x89, .. "HDF\r\n\x1a\n"u8, .. new byte[90]], WeightFileError.NotSafetensors);
        files.Add(".onnx", [8, 7, 0x12, 7, .. "pytorch"u8, .. new byte[90]], WeightFileError.NotSafetensors);
        files.Add(".npy", [0x93, .. "NUMPY\x01\0"u8, .. new byte[90]], WeightFileError.NotSafetensors);
        files.Add("0xFF", File([.. "{\""u8, 0xFF, .. "\":0}"u8], []), WeightFileError.BadHeaderUtf8);
        files.Add("overlong", File([.. "{\""u8, 0xC0, 0x80, .. "\":0}"u8], []), WeightFileError.BadHeaderUtf8);
        files.Add("lone surrogate in UTF-8", File([.. "{\""u8, 0xED, 0xA0, 0x80, .. "\":0}"u8], []), WeightFileError.BadHeaderUtf8);
    }

    private static void AddJson(TheoryData<string, byte[], WeightFileError> files)
    {
        files.Add("N one too large", WithLength((ulong)Header.Length + 1), WeightFileError.BadHeaderJson);
        files.Add("N one too small", WithLength((ulong)Header.Length - 1), WeightFileError.BadHeaderJson);
        string nested = string.Concat(Enumerable.Repeat("[", 200)) + string.Concat(Enumerable.Repeat("]", 200));
        string[] broken =
        [
            string.Empty, " ", "{", "{}x", "{}{}", "[]", "null", "3", "\"\"", "\uFEFF{}", "{}\0", "/* */{}", "{}// ", "{" + Bias0 + ",}",
            "{\"\\ud800\":" + Good + "}", "{\"a\":{\"\\ud800\":0}}", "{\"a\":\"\\udc00\"}", "{\"a\":" + nested + "}", "{\"a\":" + nested, "{a:0}", "{'a':0}",
            "{\"a\":null}", "{\"a\":3}", "{\"a\":[]}", "{\"a\":{}}", "{\"a\":NaN}", "{\"a\":01}", "{\"a\\q\":0}", "{\"a\u0001\":0}",
            "{\"a\":{\"dtype\":\"F32\",\"shape\":[0]}}", "{\"a\":{\"dtype\":\"F32\",\"data_offsets\":[0,0]}}",
        ];
        foreach (string header in broken)
        {
            files.Add(header, File(header), WeightFileError.BadHeaderJson);
        }

        foreach (string offsets in (string[])["[-1,24]", "[0,-1]", "[-0,24]", "[0,2.4e1]", "[0,24.0]", "[0,\"24\"]", "\"0\"", "0", "[]", "[0]", "[0,24,24]", "null", "[null,24]", "[[0,24]]", "{}"])
        {
            files.Add($"offsets {offsets}", File(Header.Replace("[0,24]", offsets)), WeightFileError.BadHeaderJson);
        }

        foreach (string shape in (string[])["[-2,3]", "[3,2.0]", "[3,\"2\"]", "4", "\"4\"", "[[3,2]]", "[3,[2]]", "null", "[3,null]", "{}", "[3,2e0]", "[true]"])
        {
            files.Add($"shape {shape}", File(Header.Replace("[3,2]", shape)), WeightFileError.BadHeaderJson);
        }
    }

    private static void AddEntries(TheoryData<string, byte[], WeightFileError> files)
    {
        foreach (string type in (string[])["\"F33\"", "\"f32\"", "\"\"", "32", "null", "[]", "{\"a\":1}", "\"F32 \"", "\"F320000000000000000000000000000000000000000000\""])
        {
            files.Add($"dtype {type}", File(Header.Replace("\"F32\"", type)), WeightFileError.BadDType);
        }

        files.Add("no dtype", File(Header.Replace("\"dtype\":\"F32\",", string.Empty)), WeightFileError.BadDType);
        foreach (string type in (string[])["F64", "I8", "U8", "BOOL", "I16", "U16", "I32", "U32", "I64", "U64", "C64", "F8_E4M3", "F8_E5M2", "F8_E8M0", "F6_E2M3", "F6_E3M2", "F4"])
        {
            files.Add($"dtype {type}", File(Header.Replace("F32", type)), WeightFileError.UnsupportedDType);
        }

        files.Add("a name twice", File($"{{{Bias0},{Bias0}}}"), WeightFileError.DuplicateKey);
        files.Add("a name twice, another entry", File($"{{\"a\":{Good},\"a\":3}}"), WeightFileError.DuplicateKey);
        files.Add("a name twice, escaped", File($"{{\"a\":{Good},\"\\u0061\":{Good}}}"), WeightFileError.DuplicateKey);
        files.Add("the empty name twice", File($"{{\"\":{Good},\"b\":{Good},\"\":{Good}}}"), WeightFileError.DuplicateKey);
        foreach (string field in (string[])["\"dtype\":\"F32\"", "\"shape\":[3,2]", "\"data_offsets\":[0,24]", "\"sh\\u0061pe\":[3,2]", "\"x\":1,\"x\":2"])
        {
            files.Add($"twice {field}", File(Header.Replace("\"dtype\":\"F32\",\"shape\":[3,2],\"data_offsets\":[0,24]", "\"dtype\":\"F32\",\"shape\":[3,2],\"data_offsets\":[0,24]," + field)), WeightFileError.DuplicateKey);
        }

        files.Add("metadata twice", File("{\"__metadata__\":{},\"__metadata__\":{}}", 0), WeightFileError.DuplicateKey);
        files.Add("a key of the metadata twice", File("{\"__metadata__\":{\"a\":\"\",\"\\u0061\":\"\"}}", 0), WeightFileError.DuplicateKey);
        foreach (string metadata in (string[])["{\"a\":1}", "{\"a\":null}", "{\"a\":{}}", "{\"a\":[\"\"]}", "3", "null", "\"\"", "[]"])
        {
            files.Add($"metadata {metadata}", File($"{{\"__metadata__\":{metadata}}}", 0), WeightFileError.BadMetadata);
        }

        files.Add("end before begin", File(Header.Replace("[0,24]", "[24,0]")), WeightFileError.BadOffsets);
        files.Add("begin 2^63", File(Header.Replace("[0,24]", "[9223372036854775808,24]")), WeightFileError.BadOffsets);
        foreach (string offsets in (string[])["[0,23]", "[0,25]", "[0,0]", "[0,9223372036854775808]", "[0,18446744073709551615]", "[9223372036854775808,18446744073709551615]", "[0,99999999999999999999]"])
        {
            files.Add($"offsets {offsets}", File(Header.Replace("[0,24]", offsets)), WeightFileError.SizeMismatch);
        }

        foreach (string shape in (string[])["[4294967296,4294967296]", "[0,4294967296,4294967296]", "[4294967296,4294967296,0]", "[18446744073709551615]", "[9223372036854775809]", "[99999999999999999999,0]", "[3,9223372036854775808]"])
        {
            files.Add($"shape {shape}", File(Header.Replace("[3,2]", shape)), WeightFileError.ShapeOverflow);
        }

        files.Add("shape [2^63]", File(Header.Replace("[3,2]", "[9223372036854775808]")), WeightFileError.SizeMismatch);
        files.Add("9 dimensions", File(Header.Replace("[3,2]", "[3,2,1,1,1,1,1,1,1]")), WeightFileError.RankTooLarge);
        files.Add("100,000 dimensions", File(Header.Replace("[3,2]", "[1" + string.Concat(Enumerable.Repeat(",1", 99_999)) + "]")), WeightFileError.RankTooLarge);
        files.Add("4,097 tensors", File(Many(4_097), 0), WeightFileError.TooManyTensors);
        files.Add("200,000 tensors", File(Many(200_000), 0), WeightFileError.TooManyTensors);
        files.Add("200,000 tensors, braces in their names", File(Many(200_000, "\\\\\\\"{\\\\"), 0), WeightFileError.TooManyTensors);
        files.Add("a name over the cap, with colons", File($"{{\"{new string(':', 1 << 20)}\":{Good}}}", 0), WeightFileError.HeaderTooLarge);
    }

    private static void AddCoverage(TheoryData<string, byte[], WeightFileError> files)
    {
        files.Add("a hole at the start", File($"{{{Bias0},{Weight2},{Bias2}}}"), WeightFileError.Gap);
        files.Add("a hole between", File($"{{{Weight0},{Weight2},{Bias2}}}"), WeightFileError.Gap);
        files.Add("a zero-size tensor far away", File(Header[..^1] + ",\"z\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[99,99]}}"), WeightFileError.Gap);
        files.Add("a hole of 2^63", File(Header.Replace("[0,24]", "[9223372036854775808,9223372036854775832]")), WeightFileError.Gap);
        files.Add("one inside another", File(Header[..^1] + ",\"z\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}"), WeightFileError.Overlap);
        files.Add("two in one place", File(Header[..^1] + ",\"z\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[60,68]}}"), WeightFileError.Overlap);
        files.Add("a zero-size tensor inside", File(Header[..^1] + ",\"z\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[4,4]}}"), WeightFileError.Overlap);
        files.Add("a byte too many", File(Header, DataBytes + 1), WeightFileError.TrailingData);
        files.Add("data and no tensor", File("{}", 1), WeightFileError.TrailingData);
        for (int length = 0; length < DataBytes; length++)
        {
            files.Add($"{length} bytes of data", File(Header, length), WeightFileError.Truncated);
        }

        files.Add("2^62 bytes", File("{\"a\":{\"dtype\":\"F32\",\"shape\":[1152921504606846976],\"data_offsets\":[0,4611686018427387904]}}"), WeightFileError.Truncated);
    }

    private static void AddNetwork(TheoryData<string, byte[], WeightFileError> files)
    {
        files.Add("no tensors", File("{}", 0), WeightFileError.MissingTensor);
        files.Add("a layer less", File($"{{{Weight0},{Bias0}}}", 36), WeightFileError.MissingTensor);
        files.Add("another name", File(Header.Replace("0.weight", "net.0.weight")), WeightFileError.MissingTensor);
        files.Add("Keras", Save(Networks.Small, new float[17], new WeightFileOptions { Layout = WeightLayout.Keras }), WeightFileError.MissingTensor);
        files.Add("a layer more", File(Header[..^1] + ",\"4.bias\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[68,72]}}", 72), WeightFileError.UnexpectedTensor);
        files.Add("the transpose", File(Header.Replace("[3,2]", "[2,3]")), WeightFileError.ShapeMismatch);
        foreach (string shape in (string[])["[6]", "[6,1]", "[1,6]", "[3,2,1]", "[1,3,2]"])
        {
            files.Add($"weights of shape {shape}", File(Header.Replace("[3,2]", shape)), WeightFileError.ShapeMismatch);
        }

        files.Add("biases of two dimensions", File(Header.Replace("[3]", "[3,1]")), WeightFileError.ShapeMismatch);
        files.Add("a bias too many", File(Header.Replace("[2],\"data_offsets\":[60,68]", "[3],\"data_offsets\":[60,72]"), 72), WeightFileError.ShapeMismatch);
        foreach (string metadata in (string[])
        [
            "\"mlp.classNames\":\"[\\\"a\\\",\\\"b\\\",\\\"c\\\"]\"", "\"mlp.classNames\":\"[]\"",
            "\"mlp.scaler\":\"{\\\"kind\\\":\\\"StandardScaler\\\",\\\"mean\\\":[0],\\\"scale\\\":[1]}\"",
            "\"mlp.target_scaler\":\"{\\\"kind\\\":\\\"StandardScaler\\\",\\\"mean\\\":[0,0,0],\\\"scale\\\":[1,1,1]}\"",
            "\"mlp.canary\":\"1 2 3 -> 1 2 within 1\"", "\"mlp.canary\":\"1 2 -> 1 within 1\"", "\"mlp.canary\":\"1 -> 1 within 1; 2 -> 1 within 1\"",
        ])
        {
            files.Add($"metadata {metadata}", File($"{{\"__metadata__\":{{{metadata}}},{Header[1..]}"), WeightFileError.MetadataMismatch);
        }

        files.Add("class names that are none", File("{\"__metadata__\":{\"mlp.classNames\":\"[1]\"}}", 0), WeightFileError.BadMetadata);
        foreach (float value in (float[])[float.NaN, float.PositiveInfinity, float.NegativeInfinity])
        {
            for (int index = 0; index < 17; index++)
            {
                float[] parameters = new float[17];
                parameters[index] = value;
                files.Add($"{value} at {index}", SaveAnything(Networks.Small, parameters), WeightFileError.NonFinite);
            }
        }
    }

    private static string Many(int count, string name = "")
    {
        var header = new StringBuilder("{\"__metadata__\":{}");
        for (int index = 0; index < count; index++)
        {
            header.Append(FormattableString.Invariant($",\"{name}{index}\":{Good}"));
        }

        return header.Append('}').ToString();
    }
}
