using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Runtime.InteropServices;

namespace Mlp.Benchmarks.Peers;

/// <summary>A problem on its way to a peer in another process, and the result on its way back; native/peer.h says what stands there, and torch_peer.py reads it too.</summary>
internal static class ProblemFile
{
    /// <summary>Writes lines of words, an empty one, and parameters, inputs and targets, little endian, channels first.</summary>
    public static void Write(Problem problem, string path)
    {
        MeasuredNetwork network = problem.Work.Network;
        using FileStream file = File.Create(path);
        using (var lines = new StreamWriter(file, leaveOpen: true) { NewLine = "\n" })
        {
            foreach (LayerDescription layer in network.Layers)
            {
                lines.WriteLine($"layer {layer.Kind} {layer.Activation}{Words(layer)}");
            }

            lines.WriteLine($"loss {network.Description.Loss}");
            lines.WriteLine(string.Create(CultureInfo.InvariantCulture, $"optimizer {network.Description.Optimizer} {network.LearningRate}"));
            lines.WriteLine(string.Create(CultureInfo.InvariantCulture, $"samples {problem.Work.Samples}"));
            lines.WriteLine();
        }

        foreach (float[] values in new[] { problem.ChannelsFirst.Parameters, problem.ChannelsFirst.Inputs, problem.ChannelsFirst.Targets })
        {
            file.Write(MemoryMarshal.AsBytes(values.AsSpan()));
        }
    }

    /// <summary>Reads a result: floats and nothing else.</summary>
    public static float[] ReadResult(string path) => MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(path)).ToArray();

    private static string Words(LayerDescription layer)
    {
        string shapes = Word("in", ChannelsFirst.ShapeOf(layer.InputShape)) + Word("out", ChannelsFirst.ShapeOf(layer.OutputShape));
        return layer.Window is not { } window
            ? shapes
            : shapes
            + Word("kernel", window.Kernel)
            + Word("strides", window.Strides)
            + Word("dilations", window.Dilations)
            + Word("before", window.PaddingBefore)
            + Word("after", layer.PaddingAfter())
            + Word("groups", [window.Groups]);
    }

    private static string Word(string name, IReadOnlyList<int> numbers) => $" {name} {string.Join(' ', numbers)}";
}
