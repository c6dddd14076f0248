using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Serialization;

/// <summary>A layer without weights between a shape and the dense layer that forgets it: a Flatten is a module wherever it stands, and channels are found behind it.</summary>
public sealed class FlattenedNamesTests
{
    [Theory]
    [InlineData("", "0.weight 2.weight", "conv2d/kernel dense/kernel", "coefs_.0 coefs_.1")]
    [InlineData("Dropout", "0.weight 3.weight", "conv2d/kernel dense/kernel", "coefs_.0 coefs_.1")]
    [InlineData("Flatten Dropout", "0.weight 3.weight", "conv2d/kernel dense/kernel", "coefs_.0 coefs_.1")]
    [InlineData("Clip Flatten Dropout Clip", "0.weight 5.weight", "conv2d/kernel dense/kernel", "coefs_.0 coefs_.1")]
    public void It_is_counted_once_and_the_weights_are_the_same(string between, string torch, string keras, string scikit)
    {
        NetworkDescription network = Network(between.Split(' '));
        float[] parameters = [.. Enumerable.Range(0, 48).Select(index => (float)index)];

        foreach ((WeightLayout layout, string names) in new[] { (WeightLayout.PyTorch, torch), (WeightLayout.Keras, keras), (WeightLayout.ScikitLearn, scikit) })
        {
            byte[] file = Saved(network, layout, parameters);
            string header = Safetensors.HeaderOf(file);
            foreach (string name in names.Split(' '))
            {
                header.ShouldContain($"\"{name}\"");
            }

            // Behind the header are the values alone, whatever stands between.
            const int Bytes = sizeof(float) * 48;
            file[^Bytes..].ShouldBe(Saved(Network([]), layout, parameters)[^Bytes..]);
            WeightFile.Load(new MemoryStream(file), network, new WeightFileOptions { Layout = layout }).ShouldBe(parameters);
        }
    }

    [Theory]
    [InlineData("Flatten PReLU")]
    [InlineData("Flatten Dropout PReLU Clip")]
    public void Slopes_behind_a_Flatten_stand_as_the_values_do_that_they_are_for(string between)
    {
        NetworkDescription network = Network(between.Split(' '));
        float[] parameters = [.. Enumerable.Range(0, 66).Select(index => (float)index)];

        // Channels first, all positions of a channel are behind one another; the convolution has 10 parameters before them.
        float[] torch = [.. Enumerable.Range(0, 18).Select(index => 10f + (index % 9 * 2) + (index / 9))];
        Slopes(WeightLayout.PyTorch).ShouldBe(torch);
        Slopes(WeightLayout.Keras).ShouldBe(parameters[10..28]);

        IEnumerable<float> Slopes(WeightLayout layout)
        {
            byte[] file = Saved(network, layout, parameters);
            WeightFile.Load(new MemoryStream(file), network, new WeightFileOptions { Layout = layout }).ShouldBe(parameters);

            // The last values of the file are 36 weights, 2 biases and, before them, the slopes.
            return MemoryMarshal.Cast<byte, float>(file.AsSpan()[^(sizeof(float) * 56)..])[..18].ToArray();
        }
    }

    private static byte[] Saved(NetworkDescription network, WeightLayout layout, float[] parameters)
    {
        using var stream = new MemoryStream();
        WeightFile.Save(stream, network, parameters, new WeightFileOptions { Layout = layout });
        return stream.ToArray();
    }

    /// <summary>A convolution of 4 × 4 × 1 to 3 × 3 × 2, what stands between, and two outputs.</summary>
    private static NetworkDescription Network(string[] between)
    {
        var conv = new LayerDescription("Conv", 16, 18, Activation.Identity, 0)
        {
            InputShape = [4, 4, 1],
            OutputShape = [3, 3, 2],
            Window = new WindowDescription([2, 2], [1, 1], [1, 1], [0, 0]),
            Tensors = [new TensorDescription(TensorDescription.Weight, 4, 8, 2, 1, 2, 2), new TensorDescription(TensorDescription.Bias, 0, 0, 2)],
        };
        int flatten = Array.IndexOf(between, "Flatten") is >= 0 and int at ? at : between.Length;
        IEnumerable<LayerDescription> kept = between
            .Select((kind, index) => (Kind: kind, Shape: index > flatten ? (int[])[18] : [3, 3, 2]))
            .Where(layer => layer.Kind is not ("" or "Flatten"))
            .Select(layer => new LayerDescription(layer.Kind, 18, 18, Activation.Identity, 10)
            {
                InputShape = layer.Shape,
                OutputShape = layer.Shape,
                Tensors = layer.Kind == "PReLU" ? [new TensorDescription("slopes", 1, 1, layer.Shape[^1])] : [],
                Constants = layer.Kind == "PReLU" ? [] : [0, 1],
            });
        var dense = new LayerDescription("Dense", 18, 2, Activation.Identity, between.Contains("PReLU") ? 28 : 10);
        return new NetworkDescription([conv, .. kept, dense], Loss.SquaredError, Optimizer.SGD, Initializer.Uniform);
    }
}
