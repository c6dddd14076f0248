using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Mlp.Generator.Model.Layers;

namespace Mlp.Generator.Model;

/// <summary>
/// Names everything of a network but its type and its weights: input, layers, head, optimizer, initializer, how exact it is, whether it is deterministic, whether it is trained.
/// Networks of one name share their kernels, so two that differ anywhere have different names.
/// </summary>
internal static class ShapeName
{
    /// <summary>A name that is longer is cut and ends in 64 bits of a hash of all of it: file systems allow 255 bytes, and type names are read.</summary>
    public const int LongestName = 120;

    /// <summary><c>Net4_Dense16ReLU_Dense3_Softmax_CrossEntropy</c>; equal neighbours are counted: <c>2xDense32Tanh</c>.</summary>
    public static string Of(NetworkModel model)
    {
        List<string> parts = ["Net" + model.Layers[0].Input.Join("x"), .. Runs(model.Layers), model.Head.Signature];
        parts.AddRange(model.Optimizer == OptimizerModel.SGD ? [] : [model.Optimizer.Name]);
        parts.AddRange(model.Initializer == InitializerKind.Uniform ? [] : [model.Initializer.ToString()]);
        parts.AddRange(model.Math == MathKind.Default ? [] : [model.Math.ToString()]);
        parts.AddRange(model.IsDeterministic ? ["Deterministic"] : []);
        parts.AddRange(model.Trains ? [] : ["Predictor"]);
        parts.AddRange(model.IsPopulation ? ["Population"] : []);
        string name = string.Join("_", parts);
        return name.Length <= LongestName ? name : name.Substring(0, LongestName).TrimEnd('_') + "_" + StableHash.Of(name);
    }

    private static IEnumerable<string> Runs(IReadOnlyList<LayerModel> layers)
    {
        string[] signatures = [.. layers.Select((layer, index) => IsFlattened(layers, index) ? "Flatten_" + layer.Signature : layer.Signature)];
        for (int first = 0; first < signatures.Length;)
        {
            string signature = signatures[first];
            int count = signatures.Skip(first).TakeWhile(other => other == signature).Count();
            yield return count == 1 ? signature : count.ToString(CultureInfo.InvariantCulture) + "x" + signature;
            first += count;
        }
    }

    // A dense layer takes whatever arrives in a row, and needs no word for it.
    private static bool IsFlattened(IReadOnlyList<LayerModel> layers, int index) =>
        index > 0 && layers[index] is not DenseLayer && layers[index].Input.Extents.Count < layers[index - 1].Output.Extents.Count;
}
