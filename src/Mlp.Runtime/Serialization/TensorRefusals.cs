using System;

namespace Mlp.Serialization;

/// <summary>
/// What is said where the tensors of a file are not those of a network: to who loads a file, and, compiled into the generator too,
/// to who compiles one in.
/// </summary>
internal static class TensorRefusals
{
    /// <summary>The names that a message lists at most.</summary>
    internal const int MostNames = 6;

    /// <summary>What the names of tensors that are no weights begin with.</summary>
    internal const string ForeignPrefix = "mlp.";

    /// <summary>What to do where weights are not there under their names.</summary>
    internal const string NamesAdvice = "choose WeightFileOptions.Layout after their names, or rename them";

    /// <summary>What to do where biases alone are not there.</summary>
    internal const string BiasesAdvice = "all weights are there; if the layers have no biases, set WeightFileOptions.AllowMissingBiases, and they are 0; otherwise save the biases too";

    /// <summary>What to do where a tensor is there that the network does not have.</summary>
    internal const string UnexpectedAdvice = "Leave it out, or pass over it with WeightFileOptions.IgnoreTensor.";

    /// <summary>What to do where the layout is another one.</summary>
    internal const string LayoutAdvice = "Choose it with WeightFileOptions.Layout.";

    /// <summary>What to do where values are not finite and are to be read.</summary>
    internal const string NotFiniteAdvice = "the training diverged, or the file is damaged. Set AllowNonFinite to load it all the same.";

    /// <summary>A tensor is not there.</summary>
    /// <param name="name">Its name, quoted.</param>
    /// <param name="shape">Its shape in the network.</param>
    /// <param name="there">The quoted names of the first tensors that are there, joined by commas.</param>
    /// <param name="hasMore">Whether there are others.</param>
    /// <param name="advice">What to do.</param>
    internal static string Missing(string name, string shape, string there, bool hasMore, string advice) =>
        $"The file has no tensor {name} of shape {shape}. It has {(there.Length == 0 ? "none" : there)}{(hasMore ? " …" : string.Empty)}: {advice}.";

    /// <summary>A tensor is there that the network does not have.</summary>
    /// <param name="name">Its name, quoted.</param>
    /// <param name="network">The quoted names of the network's first tensors, joined by commas.</param>
    /// <param name="hasMore">Whether there are others.</param>
    /// <param name="advice">What to do.</param>
    internal static string Unexpected(string name, string network, bool hasMore, string advice) =>
        $"The file has a tensor {name}, which the network does not have: it may have only {network}{(hasMore ? " …" : string.Empty)}, and names that begin with \"{ForeignPrefix}\". {advice}";

    /// <summary>A tensor of the network has an element type that is not read.</summary>
    /// <param name="name">Its name, quoted.</param>
    /// <param name="isDouble">Whether the type is F64.</param>
    internal static string Type(string name, bool isDouble) => $"Tensor {name} " + (isDouble
        ? "is F64, which is read on request only, for it is rounded: set AllowDouble, or save float32."
        : "has a dtype that is not read as weights: save float32, float16 or bfloat16.");

    /// <summary>A tensor has another shape.</summary>
    /// <param name="name">Its name, quoted.</param>
    /// <param name="there">Its shape in the file.</param>
    /// <param name="shape">Its shape in the network.</param>
    internal static string Shape(string name, string there, string shape) =>
        $"Tensor {name} has the shape {there} in the file, but {shape} in the network.";

    /// <summary>A tensor has the shape of its transpose.</summary>
    /// <param name="name">Its name, quoted.</param>
    /// <param name="there">Its shape in the file.</param>
    /// <param name="shape">Its shape in the network.</param>
    /// <param name="isTransposedLayout">Whether the layout has weights as [inputs, outputs].</param>
    /// <param name="advice">What to do.</param>
    internal static string TransposedShape(string name, string there, string shape, bool isTransposedLayout, string advice) =>
        Shape(name, there, shape)
        + $" That is its transpose: is this {(isTransposedLayout ? "PyTorch" : "Keras or scikit-learn")} layout? {advice}";

    /// <summary>A value is not finite.</summary>
    /// <param name="name">The tensor's name, quoted.</param>
    /// <param name="what">What the value is, with its article.</param>
    /// <param name="index">Its number in the tensor, row by row.</param>
    /// <param name="columns">The second dimension; 0 where there is none.</param>
    /// <param name="advice">What it may come from, and what to do.</param>
    internal static string NotFinite(string name, string what, int index, int columns, string advice)
    {
        string place = columns == 0
            ? FormattableString.Invariant($"{index}")
            : FormattableString.Invariant($"{index}, that is [{index / columns}, {index % columns}]");
        return $"Tensor {name} has {what} at index {place} (counted from 0): {advice}";
    }

    /// <summary>Where the file is from, as a message ends.</summary>
    /// <param name="signature">The signature of the network that was saved, quoted.</param>
    internal static string Origin(string signature) => $" The file says that it is from a network {signature}.";
}
