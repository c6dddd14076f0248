using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Mlp.Generator.Model;
using Mlp.Generator.Parsing;
using Mlp.Generator.Parsing.Files;
using Mlp.Generator.Parsing.Onnx;
using Mlp.SnapshotTesting;
using Mlp.Testing;

namespace Mlp.Generator.Tests.Harness;

/// <summary>The weight files of every project that is compiled here: good ones, and one for each way to be none.</summary>
internal static class WeightFiles
{
    public static ImmutableArray<AdditionalText> All { get; } =
    [
        WeightTexts.Counting("/project/iris.safetensors", 4, 16, 3),
        WeightTexts.Counting("/project/old/lily.safetensors", 4, 5, 3),
        WeightTexts.Counting("/project/lily.safetensors", 4, 3),
        WeightTexts.Counting("/project/first/wine.safetensors", 4, 3),
        WeightTexts.Counting("/project/second/wine.safetensors", 4, 3),
        Text("cut", "fault Truncated The header describes 84 bytes of data, the file has 80: it was cut off. Copy or save it again.\n"),
        Text("more", "tensor [3, 4] \"0.weight\"\n1 1 1 1\n1 1 1 1\n1 1 1 1\ntensor [3] \"0.bias\"\n1 1 1\ntensor [1] \"scale\"\n1\n"),
        Text("less", "network \"4-3 Identity SquaredError\"\ntensor [3, 4] \"0.weight\"\n1 1 1 1\n1 1 1 1\n1 1 1 1\n"),
        Text("turned", "tensor [4, 3] \"0.weight\"\n1 1 1\n1 1 1\n1 1 1\n1 1 1\ntensor [3] \"0.bias\"\n1 1 1\n"),
        Text("wide", "tensor [3, 5] \"0.weight\"\n1 1 1 1 1\n1 1 1 1 1\n1 1 1 1 1\ntensor [3] \"0.bias\"\n1 1 1\n"),
        Text("keras-turned", "tensor [3, 4] \"dense/kernel\"\n1 1 1 1\n1 1 1 1\n1 1 1 1\ntensor [3] \"dense/bias\"\n1 1 1\n"),
        Text("keras", "tensor [4, 3] \"dense/kernel\"\n1 2 3\n4 5 6\n7 8 9\n10 11 12\ntensor [3] \"dense/bias\"\n13 14 15\n"),
        Text("scikit", "tensor [4, 3] \"coefs_.0\"\n1 2 3\n4 5 6\n7 8 9\n10 11 12\ntensor [3] \"intercepts_.0\"\n13 14 15\n"),
        Text("nan", "tensor [3, 4] \"0.weight\"\n1 1 1 1\n1 NaN 1 1\n1 1 1 1\ntensor [3] \"0.bias\"\n1 1 1\n"),
        Text("infinite", "tensor [3, 4] \"0.weight\"\n1 1 1 1\n1 1 1 1\n1 1 1 1E+10\ntensor [3] \"0.bias\"\n1 -Infinity 1\n"),
        Text("large", "tensor [3, 4] \"0.weight\"\n1 1 1 1\n1 1 Large-Infinity 1\n1 1 1 1\ntensor [3] \"0.bias\"\n1 1 1\n"),
        Text("typed", "tensor [3, 4] \"0.weight\"\nrefused UnsupportedDType Tensor \"0.weight\" is F64, which is read on request only.\ntensor [3] \"0.bias\"\n1 1 1\n"),
        Text("counted", "tensor [3, 4] \"0.weight\"\n1 1 1 1\n1 1 1 1\n1 1 1 1\ntensor [3] \"0.bias\"\n1 1 1\ntensor [] \"1.num_batches_tracked\"\nrefused UnsupportedDType Tensor \"1.num_batches_tracked\" has a dtype that is not read\n"),
        Text("named", "fits classes 2 2 class names, {cat, dog}\nfits inputs 4 a scaler\ntensor [3, 4] \"0.weight\"\n1 1 1 1\n1 1 1 1\n1 1 1 1\ntensor [3] \"0.bias\"\n1 1 1\n"),
        Text("scaled", "fits inputs 2 a scaler of 2 features, StandardScaler of 2 (…)\ntensor [3, 4] \"0.weight\"\n1 1 1 1\n1 1 1 1\n1 1 1 1\ntensor [3] \"0.bias\"\n1 1 1\n"),
        Text("zero", "remark Its classes are {a & b, c, d}.\nremark Its inputs must go through StandardScaler of 4 (…) first.\nfits classes 3 3 class names\nbiases zero\ntensor [3, 4] \"0.weight\"\n1 2 3 4\n5 6 7 8\n9 10 11 12\n"),
        new InMemoryText("/project/raw.safetensors", null),
        new InMemoryText("/project/odd.safetensors" + InMemoryText.WeightExtension, "something else"),
        new InMemoryText("/project/readme.txt", null),
        .. OnnxFiles.All,
    ];

    /// <summary>The same, read.</summary>
    public static ProjectFiles Read { get; } = new(
        All.Where(WeightSourceParser.IsWeights).Select(file => WeightSourceParser.Parse(file, CancellationToken.None)).ToEquatableArray(),
        All.Where(OnnxSourceParser.IsModel).Select(file => OnnxSourceParser.Parse(file, CancellationToken.None)).ToEquatableArray());

    private static InMemoryText Text(string name, string body) =>
        new($"/obj/{name}.123{InMemoryText.WeightExtension}", $"mlp weights 1\nfile /project/{name}.safetensors\n{body}");
}
