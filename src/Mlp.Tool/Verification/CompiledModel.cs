using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Mlp.SnapshotTesting;

namespace Mlp.Tool.Verification;

/// <summary>The code that a build emits for a file, compiled in this process.</summary>
internal static class CompiledModel
{
    /// <summary>What <see cref="Batch{TNetwork}"/> and <see cref="OneByOne{TNetwork}"/> are.</summary>
    private delegate float[] Prediction(float[][] samples);

    /// <summary>Predicts samples: in one batch, and one by one.</summary>
    /// <param name="model">The file.</param>
    /// <param name="samples">The samples, in the order that the network takes.</param>
    /// <param name="allowDouble">Whether float64 and integers are taken where floats are expected.</param>
    /// <returns>The outputs of all samples, twice.</returns>
    /// <exception cref="IOException">There is no code; the message says what a build would say.</exception>
    public static (float[] Batch, float[] OneByOne) Predict(ModelFile model, float[][] samples, bool allowDouble)
    {
        Type network = Compile(model, allowDouble).GetType("Model", throwOnError: true)!;
        return (Of(nameof(Batch))(samples), Of(nameof(OneByOne))(samples));

        Prediction Of(string name) => typeof(CompiledModel).GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(network).CreateDelegate<Prediction>();
    }

    private static float[] Batch<TNetwork>(float[][] samples)
        where TNetwork : IFrozenNetwork<TNetwork>
    {
        float[] outputs = new float[samples.Length * TNetwork.OutputSize];
        TNetwork.ForwardBatch([.. samples.SelectMany(static sample => sample)], outputs);
        return outputs;
    }

    private static float[] OneByOne<TNetwork>(float[][] samples)
        where TNetwork : IFrozenNetwork<TNetwork>
    {
        float[] outputs = new float[samples.Length * TNetwork.OutputSize];
        foreach ((int index, float[] sample) in samples.Index())
        {
            TNetwork.Forward(sample, outputs.AsSpan(index * TNetwork.OutputSize, TNetwork.OutputSize));
        }

        return outputs;
    }

    private static Assembly Compile(ModelFile model, bool allowDouble)
    {
        string source = $"[Mlp.{ModelFile.Attribute(ModelFile.Name, model.Output.Name)}] public sealed partial class Model;";
        EmittedFiles files = EmittedFiles.Of(source, new EmissionOptions { OnnxFiles = model.Content, AllowDouble = allowDouble });
        Require(files.Diagnostics);

        var language = new CSharpParseOptions(LanguageVersion.Preview);
        IEnumerable<SyntaxTree> trees = files.Select(file => file.Text).Prepend(source).Select(text => CSharpSyntaxTree.ParseText(text, language));
        var compilation = CSharpCompilation.Create(
            "Model", trees, ConsumerReferences.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        using var image = new MemoryStream();
        EmitResult result = compilation.Emit(image);
        Require(result.Diagnostics);
        image.Position = 0;
        return new AssemblyLoadContext("Model", isCollectible: true).LoadFromStream(image);
    }

    private static void Require(IEnumerable<Diagnostic> diagnostics)
    {
        string[] errors = [.. diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(static diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage()}")];
        if (errors.Length > 0)
        {
            throw new IOException(string.Join(' ', errors));
        }
    }
}
