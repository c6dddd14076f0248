using System.Collections.Generic;

namespace Mlp.Generator.Tests.Diagnostics;

/// <summary>The diagnostics about weights that are compiled in.</summary>
internal static class WeightCases
{
    private const string Right = "[Mlp(4, 16, 3, Weights = \"iris.safetensors\")] partial class Net;";

    public static IEnumerable<DiagnosticCase> All { get; } =
    [
        new("MLP0015", "[Mlp(4, 16, 3, Weights = {|MLP0015:5|})] partial class Net;", Right, "'Weights' must be a constant string that names a known weight file"),
        Wrong("MLP0021", "rose.safetensors", "No AdditionalFiles item of the project is 'rose.safetensors'; add <AdditionalFiles Include=\"rose.safetensors\" />"),
        Wrong("MLP0021", "ris.safetensors", "No AdditionalFiles item of the project is 'ris.safetensors'; add <AdditionalFiles Include=\"ris.safetensors\" />, or did you mean 'iris.safetensors'?"),
        Wrong("MLP0021", "Iris.SafeTensors", "'Iris.SafeTensors'; did you mean 'iris.safetensors'? Letters must match in case"),
        Wrong("MLP0021", "./Iris.safetensors", "did you mean 'iris.safetensors'? Letters must match in case"),
        Wrong("MLP0021", "Project\\\\iris.safetensors", "did you mean 'iris.safetensors'?"),
        Wrong("MLP0021", "first/Wine.safetensors", "did you mean 'first/wine.safetensors' or 'second/wine.safetensors'? Letters must match in case"),
        Wrong("MLP0021", "iris.pt", "did you mean 'iris.safetensors'?"),
        Wrong("MLP0021", "readme.txt", "'readme.txt'; add <AdditionalFiles Include=\"readme.txt\" />"),
        Wrong("MLP0021", "", "No AdditionalFiles item"),
        Wrong("MLP0021", "../", "No AdditionalFiles item"),
        Wrong("MLP0022", "wine.safetensors", "2 AdditionalFiles items of the project end with 'wine.safetensors'; name more of the path", "second/wine.safetensors"),
        Wrong("MLP0023", "old/lily.safetensors", "(UnexpectedTensor)", "lily.safetensors"),
        Wrong("MLP0023", "cut.safetensors", "'cut.safetensors' (Truncated): The header describes 84 bytes of data, the file has 80: it was cut off."),
        Wrong("MLP0023", "raw.safetensors", "(NotConverted): The compiler got the file itself"),
        Wrong("MLP0023", "odd.safetensors.mlpweights.txt", "(NotConverted): The text of the file is of another version"),
        Wrong("MLP0023", "more.safetensors", "(UnexpectedTensor): The file has a tensor \"scale\", which the network does not have"),
        Wrong("MLP0023", "less.safetensors", "(MissingTensor): The file has no tensor \"0.bias\" of shape [3]. It has \"0.weight\": all weights are there; if the layers have no biases, write MissingBiases=\"Zero\" at the file's AdditionalFiles item, and they are 0; otherwise save the biases too. The file says that it is from a network \"4-3 Identity SquaredError\"."),
        Wrong("MLP0023", "turned.safetensors", "(ShapeMismatch): Tensor \"0.weight\" has the shape [4, 3] in the file, but [3, 4] in the network. That is its transpose: is this Keras or scikit-learn layout?"),
        Wrong("MLP0023", "keras-turned.safetensors", "but [4, 3] in the network. That is its transpose: is this PyTorch layout?", "keras.safetensors"),
        Wrong("MLP0023", "wide.safetensors", "has the shape [3, 5] in the file, but [3, 4] in the network.", "scikit.safetensors"),
        Wrong("MLP0023", "nan.safetensors", "(NonFinite): Tensor \"0.weight\" has a NaN at index 5, that is [1, 1] (counted from 0)"),
        Wrong("MLP0023", "infinite.safetensors", "(NonFinite): Tensor \"0.bias\" has a negative infinite value at index 1 (counted from 0)"),
        Wrong("MLP0023", "large.safetensors", "(NonFinite): Tensor \"0.weight\" has an infinite value, or one too large for float, at index 6, that is [1, 2] (counted from 0)"),
        Wrong("MLP0023", "typed.safetensors", "(UnsupportedDType): Tensor \"0.weight\" is F64, which is read on request only."),
        Wrong("MLP0023", "counted.safetensors", "(UnexpectedTensor): The file has a tensor \"1.num_batches_tracked\", which the network does not have"),
        Wrong("MLP0023", "named.safetensors", "(MetadataMismatch): The file has 2 class names, {cat, dog}, but the network has 3 classes: save it once more", "zero.safetensors"),
        Wrong("MLP0023", "scaled.safetensors", "(MetadataMismatch): The file has a scaler of 2 features, StandardScaler of 2 (…), but the network has 4 inputs"),
        new("MLP0024", "[Mlp(1000, 999, 1, Weights = {|MLP0024:\"iris.safetensors\"|})] partial class Net;", "[Mlp(1000, 999, 1)] partial class Net;", "Weights of 1,000,000 parameters at most are compiled in, and this network has 1,000,999"),
        new("MLP0025", "[Mlp(4, 16, 3, Frozen = {|MLP0025:true|})] partial class Net;", "[Mlp(4, 16, 3, Frozen = true, Weights = \"iris.safetensors\")] partial class Net;", "The frozen network 'Net' has nothing but its weights"),
        new("MLP0025", "[Mlp(4, 16, 3, Weights = null, Frozen = {|MLP0025:1 > 0|})] partial class Net;", "[Mlp(4, 16, 3, Weights = null, Frozen = false)] partial class Net;", "'Net'"),
        new("MLP0002", "[Mlp(4, 16, 3, Weights = \"iris.safetensors\")] {|MLP0002:static|} partial class Net;", Frozen("static partial class Net;"), "'static'"),
        new("MLP0002", "[Mlp(4, 16, 3, Weights = \"iris.safetensors\")] {|MLP0002:readonly|} partial struct Net;", Frozen("readonly partial struct Net;"), "'readonly'"),
        new("MLP0002", Frozen("{|MLP0002:ref|} partial struct Net;"), Frozen("abstract partial class Net;"), "'ref'"),
        new("MLP0003", Frozen("static partial class Net { static int {|MLP0003:CopyParametersTo|}; }"), Frozen("static partial class Net { static int TrainStep, Load, Clone; }"), "'CopyParametersTo'"),
    ];

    private static DiagnosticCase Wrong(string id, string file, string message, string right = "first/wine.safetensors") => new(
        id,
        $"[Mlp(4, 3, Weights = {{|{id}:\"{file}\"|}})] partial class Net;",
        $"[Mlp(4, 3, Weights = \"{right}\")] partial class Net;",
        message);

    private static string Frozen(string type) => "[Mlp(4, 16, 3, Weights = \"./iris.safetensors\", Frozen = true)] " + type;
}
