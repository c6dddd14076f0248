using System.Collections.Generic;
using System.IO;
using System.Text.Json;

namespace Mlp.Testing.Tests.PyTorch;

/// <summary>What PyTorch computes of layers and small networks: layers.json, written by layers.py.</summary>
/// <param name="Rate">α of the trainings.</param>
/// <param name="Layers">Networks with their outputs and gradients.</param>
/// <param name="Trainings">Networks with their way of twenty steps.</param>
internal sealed record TorchLayers(double Rate, IReadOnlyList<TorchLayer> Layers, IReadOnlyList<TorchTraining> Trainings)
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };

    /// <summary>Reads the checked-in values.</summary>
    public static TorchLayers Load()
    {
        using Stream stream = typeof(TorchLayers).Assembly.GetManifestResourceStream("Mlp.Testing.Tests.PyTorch.layers.json")!;
        return JsonSerializer.Deserialize<TorchLayers>(stream, Options)!;
    }
}

/// <summary>A network with squared error, and two samples.</summary>
/// <param name="Network">The network in the words of <see cref="LayerText"/>.</param>
/// <param name="Parameters">θ in canonical order.</param>
/// <param name="Inputs">The samples.</param>
/// <param name="Targets">Their targets.</param>
/// <param name="Outputs">ŷ.</param>
/// <param name="Loss">The mean loss.</param>
/// <param name="Gradient">Its gradient.</param>
/// <param name="InputGradient">Its gradient by the inputs.</param>
internal sealed record TorchLayer(
    string Network, float[] Parameters, float[] Inputs, float[] Targets, double[] Outputs, double Loss, double[] Gradient, double[] InputGradient);

/// <summary>A classifier of ten, trained by plain gradient descent.</summary>
/// <param name="Network">The network in the words of <see cref="LayerText"/>.</param>
/// <param name="Parameters">θ before the first step.</param>
/// <param name="Inputs">Twelve samples.</param>
/// <param name="Labels">Their classes.</param>
/// <param name="Losses">The mean loss of each step's batch, before it.</param>
/// <param name="Trained">θ after the last.</param>
internal sealed record TorchTraining(string Network, float[] Parameters, float[] Inputs, int[] Labels, double[] Losses, double[] Trained);
