using System;
using System.IO;
using System.Linq;
using Mlp.Behaviour.Tests.Networks.Compiled;
using Mlp.Testing.WeightFiles;
using Shouldly;
using Xunit;

namespace Mlp.Behaviour.Tests.WeightFiles;

/// <summary>Networks with convolutions, pools and a Flatten in between answer as PyTorch does, which has channels first, with the weights of its files.</summary>
public sealed class LayeredFileTests
{
    [Fact]
    public void An_image_network_answers_as_PyTorch_does() => AssertAnswers<PyTorch_Image>("image.safetensors");

    [Fact]
    public void A_sequence_network_answers_as_PyTorch_does() => AssertAnswers<PyTorch_Sequence>("sequence.safetensors");

    private static void AssertAnswers<TNetwork>(string file)
        where TNetwork : IFrozenNetwork<TNetwork>
    {
        LayeredFileCase expected = LayeredFileCase.All.Single(other => other.File == file);
        float[] outputs = new float[expected.Outputs.Length];
        TNetwork.ForwardBatch(expected.Inputs, outputs);
        double scale = expected.Outputs.Max(Math.Abs);
        for (int index = 0; index < outputs.Length; index++)
        {
            ((double)outputs[index]).ShouldBe(expected.Outputs[index], WeightFileCase.Tolerance * scale, $"output {index}");
        }

        // Compiled in and loaded are the same numbers, and what is saved has the bytes of every tensor that PyTorch wrote.
        float[] compiled = new float[TNetwork.ParameterCount];
        TNetwork.CopyParametersTo(compiled);
        float[] loaded = WeightFile.Load(expected.Path, TNetwork.Description);
        Bitwise.AssertEqual(compiled, loaded, "parameters");
        using var saved = new MemoryStream();
        WeightFile.Save(saved, TNetwork.Description, loaded);
        LayoutCase layout = LayoutCase.All[0];
        Bitwise.AssertEqual(StoredTensors.Read(saved.ToArray(), TNetwork.Description, layout), loaded, "saved parameters");
    }
}
