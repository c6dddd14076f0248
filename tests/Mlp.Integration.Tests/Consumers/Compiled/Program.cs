using System;
using System.Linq;
using Mlp;

// Prints the seed from which the compiled weights are, and what is wrong.
float[] inputs = [.. Enumerable.Range(0, 40 * IrisNet.InputSize).Select(index => MathF.Sin(index))];
float[] frozen = new float[40 * IrisNet.OutputSize];
float[] trained = new float[frozen.Length];

// The first calls of all.
long before = GC.GetAllocatedBytesForCurrentThread();
FrozenNet.Forward(inputs.AsSpan(0, 4), frozen.AsSpan(0, 3));
FrozenNet.ForwardBatch(inputs, frozen);
int first = FrozenNet.Classify(inputs.AsSpan(0, 4));
long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

int seed = Enumerable.Range(0, 100).First(number => Parameters(new IrisNet((ulong)number)).AsSpan().SequenceEqual(Parameters(new WarmNet())));
var network = new IrisNet((ulong)seed);
network.ForwardBatch(inputs, trained);
float[] copy = new float[FrozenNet.ParameterCount];
FrozenNet.CopyParametersTo(copy);
float[] generic = new float[frozen.Length];
Predict<FrozenStruct>(inputs, generic);

Console.WriteLine($"seed {seed}, allocated {allocated}");
Report("frozen outputs", frozen.AsSpan().SequenceEqual(trained));
Report("generic outputs", generic.AsSpan().SequenceEqual(trained));
Report("class", first == network.Classify(inputs.AsSpan(0, 4)));
Report("parameters", copy.AsSpan().SequenceEqual(Parameters(network)));
Report("no instance field", typeof(FrozenStruct).GetFields((System.Reflection.BindingFlags)(-1)).All(field => field.IsStatic));
Report("own constructor", Parameters(new NamedNet("a name")).AsSpan().SequenceEqual(Parameters(network)));
Report("a seed draws anew", Parameters(new WarmNet(seed == 5 ? 6UL : 5)).AsSpan().SequenceEqual(Parameters(new IrisNet(seed == 5 ? 6UL : 5))));
Report("two instances", !ReferenceEquals(new WarmNet(), new WarmNet()) && Independent());
return 0;

static float[] Parameters<T>(T network)
    where T : INetwork<T>
{
    float[] parameters = new float[T.ParameterCount];
    network.CopyParametersTo(parameters);
    return parameters;
}

static void Predict<T>(ReadOnlySpan<float> inputs, Span<float> outputs)
    where T : IFrozenNetwork<T> => T.ForwardBatch(inputs, outputs);

static bool Independent()
{
    var one = new WarmNet();
    one.TrainStep([1, 2, 3, 4], [1f, 0f, 0f], 0.5f);
    return !Parameters(one).AsSpan().SequenceEqual(Parameters(new WarmNet()));
}

static void Report(string what, bool isRight) => Console.WriteLine($"{what}: {(isRight ? "right" : "WRONG")}");

[Mlp(4, 16, 3, Output = "Softmax")]
public sealed partial class IrisNet;

[Mlp(4, 16, 3, Output = "Softmax", Weights = "iris v1.safetensors")] // here
public sealed partial class WarmNet;

[Mlp(4, 16, 3, Output = "Softmax", Weights = "modèles d'iris/iris v1.safetensors", Frozen = true)] // here
public static partial class FrozenNet;

[Mlp(4, 16, 3, Output = "Softmax", Weights = @".\modèles d'iris\iris v1.safetensors", Frozen = true)] // here
public readonly partial struct FrozenStruct;

[Mlp(4, 16, 3, Output = "Softmax", Weights = "iris v1.safetensors")] // here
public sealed partial class NamedNet(string name)
{
    public string Name => name;
}
