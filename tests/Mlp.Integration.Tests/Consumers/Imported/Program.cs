using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using Mlp;

// Prints by how much the compiled network differs from what PyTorch computed, and what the calls allocated.
using var values = JsonDocument.Parse(File.ReadAllText(args[0]));
float[] inputs = Numbers("inputs");
float[] expected = Numbers("outputs");
float[] outputs = new float[expected.Length];
long before = GC.GetAllocatedBytesForCurrentThread();
for (int sample = 0; sample < outputs.Length / Model.OutputSize; sample++)
{
    Model.Forward(inputs.AsSpan(sample * Model.InputSize, Model.InputSize), outputs.AsSpan(sample * Model.OutputSize, Model.OutputSize));
}

Model.ForwardBatch(inputs, outputs);
long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
Console.WriteLine($"allocated {allocated}, {(outputs.Zip(expected, (ours, theirs) => MathF.Abs(ours - theirs)).Max() < 1e-5f ? "right" : "WRONG")}");

float[] Numbers(string name) => [.. values.RootElement.GetProperty(name).EnumerateArray().SelectMany(row => row.EnumerateArray()).Select(number => number.GetSingle())];

[Onnx("model.onnx")] // here
public static partial class Model;
