using System;
using System.Linq;
using Mlp.Onnx.Import;
using Mlp.Onnx.Tests.Export;
using Shouldly;

namespace Mlp.Onnx.Tests.Import;

/// <summary>What imported networks compute, and how that is compared.</summary>
internal static class ImportedOutputs
{
    /// <summary>The outputs of samples with channels last.</summary>
    internal static float[] Of(ImportedNetwork network, float[] inputs) =>
        Interpreted.Outputs(network.Description, [.. network.Tensors.SelectMany(static tensor => tensor)], inputs);

    /// <summary>Samples from the file's order into that of a shape that has channels last.</summary>
    internal static float[] ChannelsLast(float[] samples, int channels, int positions)
    {
        float[] moved = new float[samples.Length];
        int size = channels * positions;
        for (int index = 0; index < samples.Length; index++)
        {
            (int sample, int place) = Math.DivRem(index, size);
            (int channel, int position) = Math.DivRem(place, positions);
            moved[(sample * size) + (position * channels) + channel] = samples[index];
        }

        return moved;
    }

    /// <summary>Numbers of the file as the network has them: where a note says that channels are last, they are moved there.</summary>
    /// <param name="network">The network.</param>
    /// <param name="side"><c>Inputs</c> or <c>Outputs</c>.</param>
    /// <param name="samples">The numbers, as the file has them.</param>
    internal static float[] AsNetworkHasThem(ImportedNetwork network, string side, float[] samples)
    {
        string start = $"{side} have channels last: ";
        if (network.Notes.SingleOrDefault(note => note.StartsWith(start, StringComparison.Ordinal)) is not { } note)
        {
            return samples;
        }

        int[] shape = [.. note[start.Length..].TrimEnd('.').Split(" × ").Select(int.Parse)];
        return ChannelsLast(samples, shape[^1], shape.SkipLast(1).Aggregate(1, static (product, extent) => product * extent));
    }

    /// <summary>Outputs differ by no more than a part of the largest.</summary>
    internal static void ShouldBeClose(float[] actual, float[] expected, double tolerance = 1e-5, string because = "")
    {
        actual.Length.ShouldBe(expected.Length, because);

        // Math.Max passes a NaN on, as Enumerable.Max does not: outputs that are in part NaN are never close.
        double allowed = tolerance * expected.Select(Math.Abs).Aggregate(0.1f, Math.Max);
        double worst = actual.Zip(expected, static (one, other) => Math.Abs((double)one - other)).Aggregate(0.0, Math.Max);
        (worst <= allowed).ShouldBeTrue($"{because}: outputs differ by {worst}, which is more than {allowed}");
    }
}
