using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Diagnostics;
using Mlp.Generator.Tests.Harness;

namespace Mlp.Generator.Tests.Diagnostics;

/// <summary>The diagnostics about ONNX files.</summary>
internal static class OnnxCases
{
    private const string Right = "[Onnx(\"flowers.onnx\")] static partial class Net;";

    public static IEnumerable<DiagnosticCase> All { get; } =
    [
        Wrong("MLP0021", "flower.onnx", "No AdditionalFiles item of the project is 'flower.onnx'; add <AdditionalFiles Include=\"flower.onnx\" />, or did you mean 'flowers.onnx'?"),
        Wrong("MLP0021", "iris.safetensors", "No AdditionalFiles item of the project is 'iris.safetensors'"),
        Wrong("MLP0021", "", "No AdditionalFiles item of the project is ''; write the path of one, or the end of it"),
        Wrong("MLP0021", " ./", "No AdditionalFiles item of the project is ' ./'; write the path of one, or the end of it"),
        Wrong("MLP0021", "flowers.onnx/../flower.onnx", "did you mean 'flowers.onnx'?"),
        new("MLP0021", "[Onnx({|MLP0021:\"flowers.onnx/..\"|})] static partial class Net;", "[Onnx(\"models/../flowers.onnx\")] static partial class Net;", "No AdditionalFiles item"),
        new("MLP0015", "[Onnx({|MLP0015:null|})] static partial class Net;", Right, "'The file' must be a constant"),
        new("MLP0015", "[Onnx(\"flowers.onnx\", Output = {|MLP0015:5|})] static partial class Net;", "[Onnx(\"flowers.onnx\", Output = null)] static partial class Net;", "'Output' must be a constant"),
        Wrong("MLP0036", "raw.onnx", "'raw.onnx': The compiler got the file itself"),
        Wrong("MLP0036", "newer.onnx", "another version"),
        Wrong("MLP0036", "deep.onnx", "another version"),
        Wrong("MLP0036", "flat.onnx", "another version"),
        Wrong("MLP0036", "deep-window.onnx", "another version"),
        Wrong("MLP0036", "damaged.onnx", "damaged: build anew"),
        .. OnnxFiles.Codes.Select(code => Wrong(OnnxDiagnostics.IdOf(code), code.ToLowerInvariant() + ".onnx", $"'{code.ToLowerInvariant()}.onnx': The file is refused as {code}.")),
        .. OnnxFiles.Codes.Select(code => Wrong(OnnxDiagnostics.IdOf(code), code.ToLowerInvariant() + "-output.onnx", $"Node \"x\" is refused as {code}.")),
        .. OnnxFiles.Codes.Select(code => new DiagnosticCase(
            OnnxDiagnostics.IdOf(code),
            $"[Onnx(\"{code.ToLowerInvariant()}-output.onnx\", Output = {{|{OnnxDiagnostics.IdOf(code)}:\"y\"|}})] static partial class Net;",
            $"[Onnx(\"{code.ToLowerInvariant()}-output.onnx\", Output = \"before\")] static partial class Net;",
            $"refused as {code}.")),
        Wrong("MLP0041", "several.onnx", "'several.onnx' has 2 outputs: 'first' [3], 'second' [1]; choose one, as in Output = \"first\""),
        Wrong("MLP0051", "nothing.onnx", "It has no output that is computed from an input."),
        new("MLP0051", "[Onnx(\"flowers.onnx\", Output = {|MLP0051:\"logit\"|})] static partial class Net;", "[Onnx(\"flowers.onnx\", Output = \"logits\")] static partial class Net;", "No tensor 'logit' is computed in it. Did you mean 'logits'?"),
        new("MLP0051", "[Onnx(\"flowers.onnx\", Output = {|MLP0051:\"else\"|})] static partial class Net;", Right, "Its tensors are 'probabilities' [3], 'logits' [3]"),
        Wrong("MLP0024", "wide.onnx", "Weights of 1,000,000 parameters at most are compiled in, and this network has 1,000,001"),
        Wrong("MLP0052", "widest.onnx", "Its Activation layer from [65000000] to [65000000] has more than the 64,000,000 values"),
        new("MLP0053", "[Onnx(\"flowers.onnx\", OutputActivation = {|MLP0053:\"Softmax\"|})] static partial class Net;", "[Onnx(\"flowers.onnx\", Output = \"logits\", OutputActivation = \"Softmax\")] static partial class Net;", "has gone through Softmax already"),
        new("MLP0014", "[Onnx(\"logits.onnx\", OutputActivation = {|MLP0014:\"Softmx\"|})] static partial class Net;", "[Onnx(\"logits.onnx\", OutputActivation = \"Softmax\")] static partial class Net;", "'Softmax'"),
        new("MLP0017", "[Onnx(\"logits.onnx\", Trainable = true, Loss = {|MLP0017:\"CrossEntropy\"|})] partial class Net;", "[Onnx(\"logits.onnx\", Trainable = true, OutputActivation = \"Softmax\", Loss = \"CrossEntropy\")] partial class Net;", "CrossEntropy"),
        new("MLP0055", "[Onnx(\"flowers.onnx\", Population = {|MLP0055:true|})] static partial class Net;", "[Onnx(\"flowers.onnx\", Trainable = true, Population = true)] partial class Net;", "because it is frozen: there are populations only of networks that are trained; write 'Trainable = true', or leave 'Population' out"),
        new("MLP0055", "[Onnx(\"picture.onnx\", Trainable = true, Population = {|MLP0055:true|})] partial class Net;", "[Onnx(\"policy.onnx\", Trainable = true, Population = true)] partial class Net;", "because its layer 1, Conv, has none"),
        new("MLP0055", "[Onnx(\"folded.onnx\", Trainable = true, Population = {|MLP0055:true|})] partial class Net;", "[Onnx(\"folded.onnx\", Output = \"inner\", Trainable = true, Population = true)] partial class Net;", "because its layer 2, GlobalAveragePool, has none"),
        new("MLP0002", "[Onnx(\"flowers.onnx\", Trainable = true)] {|MLP0002:static|} partial class Net;", Right, "'static'"),
        new("MLP0003", "[Onnx(\"flowers.onnx\")] static partial class Net { static int {|MLP0003:ClassNames|}; }", "[Onnx(\"logits.onnx\")] static partial class Net { static int ClassNames; }", "'ClassNames'"),
        new("MLP0006", "[Mlp(4, 3), {|MLP0006:Onnx(\"flowers.onnx\")|}] partial class Net;", "[Mlp(4, 3)] partial class Net;", "Net"),
        new("MLP0032", "[Onnx(\"flowers.onnx\")] [{|MLP0032:Dense(3)|}] static partial class Net;", Right, "Dense"),
    ];

    private static DiagnosticCase Wrong(string id, string file, string message) =>
        new(id, $"[Onnx({{|{id}:\"{file}\"|}})] static partial class Net;", Right, message);
}
