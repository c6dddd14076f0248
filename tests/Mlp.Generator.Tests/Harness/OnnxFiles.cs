using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Mlp.SnapshotTesting;

namespace Mlp.Generator.Tests.Harness;

/// <summary>The ONNX files of every project that is compiled here, as a build gives them to the compiler: good ones, and one for each way to be none.</summary>
internal static class OnnxFiles
{
    /// <summary>The codes by which a file or an output may be refused.</summary>
    public static readonly string[] Codes =
    [
        "Unreadable", "NotOnnx", "ExternalData", "Version", "Operator", "Branch", "SeveralInputs", "DynamicDimension", "ComputedWeights", "ControlFlow", "Quantized",
        "AttributeValue", "ElementType", "NonFinite", "Shape", "NoSuchOutput", "TooLarge",
    ];

    /// <summary>Tensors of a network from 4 values to 3, and of one from 2 to 1.</summary>
    private const string Tensors = "by pytorch 1.13, opset 13\ntensor 0\n1 2 3 4\n5 6 7 8\n9 10 11 12\ntensor 1\n13 14 15\ntensor 2\n0.5 -1.5E-05\ntensor 3\n0.25\n";

    private const string Softmax = "layer Dense from=4 to=3 activation=Softmax tensors=0,1\n";
    private const string Logits = "layer Dense from=4 to=3 activation=Identity tensors=0,1\n";

    public static ImmutableArray<AdditionalText> All { get; } =
    [
        Text("flowers", $"{Tensors}output final [3] probabilities\n{Softmax}class setosa\nclass a \\0022 \\005c b\nclass virginica\nnote Left out: Identity & Flatten.\noutput inner [3] logits\n{Logits}"),
        Text("logits", $"{Tensors}output final [3] scores\n{Logits}"),
        Text("labelled", $"{Tensors}output final [] label\n{Softmax}output final [3] probabilities\n{Softmax}"),
        Text("several", $"{Tensors}output final [3] first\n{Softmax}output final [1] second\nlayer Dense from=2 to=1 activation=Identity tensors=2,3\noutput inner [3] third\n{Logits}"),
        Text("policy", $"{Tensors}output final [1] action\nlayer Affine from=2 to=2 activation=Identity constants=0.5,2,0,-1 tensors=\nlayer Clip from=2 to=2 activation=Identity constants=-5,5 tensors=\nlayer Dense from=2 to=1 activation=Tanh tensors=2,3\n"),
        Text("picture", "by opset 13\ntensor 0\n1 2 3\n4 5 6\n7 8 9\ntensor 1\n0\ntensor 2\n1 1 1 1\ntensor 3\n2\noutput final [1] y\nlayer Conv from=6,6,1 to=4,4,1 activation=ReLU kernel=3,3 strides=1,1 dilations=1,1 before=0,0 groups=1 tensors=0,1\nlayer MaxPool from=4,4,1 to=2,2,1 activation=Identity kernel=2,2 strides=2,2 dilations=1,1 before=0,0 groups=1 tensors=\nlayer Dense from=4 to=1 activation=Identity tensors=2,3\n"),
        Text("twice", $"{Tensors}output final [1] y\nlayer Dense from=2 to=1 activation=Tanh tensors=2,3\nlayer Activation from=1 to=1 activation=Sigmoid tensors=\n"),
        Text("folded", $"{Tensors}output final [1] y\n{Logits}layer GlobalAveragePool from=3,1 to=1 activation=Identity tensors=\noutput inner [3] inner\n{Logits}"),
        Text("nothing", Tensors),
        Text("damaged", $"{Tensors}output final [3] y\nlayer Dense from=4 to=3 activation=Identity tensors=1,0\n"),
        Text("newer", $"{Tensors}output final [3] y\nlayer Attention from=4 to=3 activation=Identity tensors=0,1\n"),
        Text("deep", $"output final [2] y\nlayer GlobalAveragePool from=3,3,3,2 to=2 activation=Identity tensors=\n"),
        Text("flat", $"output final [2] y\nlayer GlobalAveragePool from=2 to=2 activation=Identity tensors=\n"),
        Text("deep-window", $"output final [16] y\nlayer MaxPool from=3,3,3,2 to=2,2,2,2 activation=Identity kernel=2,2,2 strides=1,1,1 dilations=1,1,1 before=0,0,0 groups=1 tensors=\n"),
        Text("wide", $"{Tensors}output final [1] y\nlayer Dense from=1000000 to=1 activation=Identity tensors=2,3\n"),
        Text("widest", $"{Tensors}output final [1] y\nlayer Activation from=65000000 to=65000000 activation=Tanh tensors=\nlayer Clip from=65000000 to=65000000 activation=Identity constants=0,1 tensors=\n"),
        .. Codes.Select(code => Text(code.ToLowerInvariant(), $"fault {code} The file is refused as {code}.\n")),
        .. Codes.Select(code => Text(code.ToLowerInvariant() + "-output", $"{Tensors}output final [3] y\nfault {code} Node \"x\" is refused as {code}.\noutput inner [3] before\n{Logits}")),
        new InMemoryText("/project/raw.onnx", null),
    ];

    private static InMemoryText Text(string name, string body) => new($"/obj/{name}.123{InMemoryText.OnnxExtension}", $"mlp onnx 1\nfile /project/{name}.onnx\n{body}");
}
