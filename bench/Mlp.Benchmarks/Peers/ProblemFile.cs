using System;
using System.IO;
using System.Runtime.InteropServices;

namespace Mlp.Benchmarks.Peers;

/// <summary>A problem on its way to a peer in another process, and the result on its way back; native/peer.h reads and writes the same.</summary>
internal static class ProblemFile
{
    /// <summary>Writes header, parameters, inputs and targets, little endian.</summary>
    public static void Write(Problem problem, string path)
    {
        Shape shape = problem.Work.Shape;
        using var writer = new BinaryWriter(File.Create(path));
        writer.Write(shape.Sizes.Count);
        foreach (int size in shape.Sizes)
        {
            writer.Write(size);
        }

        writer.Write(Number(shape.Hidden));
        writer.Write(Number(shape.Output));
        writer.Write(problem.Work.Samples);
        writer.Write(Problem.LearningRate);
        writer.Write(MemoryMarshal.AsBytes(problem.Parameters.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(problem.Inputs.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(problem.Targets.AsSpan()));
    }

    /// <summary>Reads a result: floats and nothing else.</summary>
    public static float[] ReadResult(string path) => MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(path)).ToArray();

    private static int Number(string activation) => activation switch
    {
        "Identity" => 0,
        "ReLU" => 1,
        "Tanh" => 2,
        "Softmax" => 3,
        _ => throw new ArgumentException($"no peer knows {activation}", nameof(activation)),
    };
}
