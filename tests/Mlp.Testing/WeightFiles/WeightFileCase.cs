using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Serialization;
using Mlp.Testing.Reference;

namespace Mlp.Testing.WeightFiles;

/// <summary>One weight file of another framework, and what its network answers there.</summary>
public sealed record WeightFileCase
{
    /// <summary>How far an output may be from the framework's, relative to it.</summary>
    public const double Tolerance = 1e-5;

    /// <summary>The name of the file.</summary>
    public required string File { get; init; }

    /// <summary>The sizes of the layers, input first.</summary>
    public required int[] Sizes { get; init; }

    /// <summary>The activation of the hidden layers, a name of <see cref="Activation"/>, or one for each with commas between them; none where there are no such layers.</summary>
    public required string? Hidden { get; init; }

    /// <summary>The activation of the last layer.</summary>
    public required string Output { get; init; }

    /// <summary>The element type of all tensors in the file: F32, F16, BF16 or F64.</summary>
    public required string Dtype { get; init; }

    /// <summary>Some samples, row by row.</summary>
    public required float[] Inputs { get; init; }

    /// <summary>What the framework answers to them, row by row.</summary>
    public required double[] Outputs { get; init; }

    /// <summary>The framework: the folder that the file is in.</summary>
    [JsonIgnore]
    public string Framework { get; init; } = "";

    /// <summary>Where the file is: beside the tests.</summary>
    [JsonIgnore]
    public string Path => System.IO.Path.Combine(AppContext.BaseDirectory, "WeightFiles", Framework, File);

    /// <summary>How the file is to be read.</summary>
    [JsonIgnore]
    public WeightFileOptions Options => new()
    {
        Layout = Framework switch
        {
            "PyTorch" => WeightLayout.PyTorch,
            "Keras" => WeightLayout.Keras,
            "ScikitLearn" => WeightLayout.ScikitLearn,
            _ => throw new InvalidOperationException($"No framework \"{Framework}\"."),
        },
        AllowDouble = Dtype == "F64",
    };

    /// <summary>Whether a network is the one that the file has the weights of.</summary>
    public bool IsOf(NetworkDescription network) =>
        Sizes.SequenceEqual([network.Layers[0].Inputs, .. network.Layers.Select(layer => layer.Outputs)])
        && Activations().SequenceEqual(network.Layers.Select(layer => layer.Activation));

    /// <summary>The network in the words of the library, for reading the file without a declared one.</summary>
    public NetworkDescription Describe()
    {
        var layers = new List<LayerDescription>();
        foreach (string activation in Activations())
        {
            int offset = layers.Sum(layer => layer.ParameterCount);
            layers.Add(new LayerDescription("Dense", Sizes[layers.Count], Sizes[layers.Count + 1], activation, offset));
        }

        return new NetworkDescription(layers, ReferenceLoss.CanonicalFor(Output), Optimizer.SGD, Initializer.Uniform);
    }

    /// <summary>Asserts that outputs are the framework's, and gives the largest relative deviation.</summary>
    /// <remarks>
    /// |actual − expected| ≤ 1e-5 · scale. Probabilities and rates are positive, and the scale is the expected value itself.
    /// Other outputs pass zero, where rounding is relative to the terms that cancel and not to what is left of them: the
    /// scale is the largest magnitude that this output has among the samples, which is of their size.
    /// </remarks>
    /// <param name="actual">As many outputs as there are expected ones.</param>
    /// <param name="tolerance">How much is allowed.</param>
    /// <exception cref="MismatchException">A deviation is larger, or an output is no number.</exception>
    public double AssertAgrees(ReadOnlySpan<float> actual, double tolerance = Tolerance)
    {
        if (actual.Length != Outputs.Length)
        {
            throw new MismatchException($"{this}: {actual.Length} outputs instead of {Outputs.Length}.");
        }

        double largest = 0;
        for (int index = 0; index < Outputs.Length; index++)
        {
            double deviation = Math.Abs(actual[index] - Outputs[index]) / Scale(index);
            if (!(deviation <= tolerance))
            {
                throw new MismatchException(string.Create(
                    CultureInfo.InvariantCulture, $"{this}: output [{index}] is {actual[index]:G9}, not {Outputs[index]:G9}: a deviation of {deviation:G2}."));
            }

            largest = Math.Max(largest, deviation);
        }

        return largest;
    }

    /// <summary>What tells the cases apart.</summary>
    public override string ToString() => $"{Framework}/{File}";

    private IEnumerable<string> Activations() => [.. Enumerable.Range(1, Sizes.Length - 2).Select(layer => ReferenceNetwork.HiddenActivation(Hidden ?? "", layer)), Output];

    private double Scale(int index)
    {
        if (Output is Activation.Softmax or Activation.Sigmoid or Activation.Exp)
        {
            return Outputs[index];
        }

        int outputs = Sizes[^1];
        return Outputs.Where((_, other) => other % outputs == index % outputs).Max(Math.Abs);
    }
}
