using System.Collections.Generic;

namespace Mlp.Runtime.Tests.Serialization;

/// <summary>Descriptions of networks and parameters for them.</summary>
internal static class Networks
{
    /// <summary>Two inputs, three ReLU, two outputs: 17 parameters, and no tensor is square.</summary>
    internal static NetworkDescription Small { get; } = Of(Activation.ReLU, Activation.Softmax, Loss.CrossEntropy, 2, 3, 2);

    internal static NetworkDescription Of(string hidden, string output, string loss, params int[] sizes)
    {
        var layers = new List<LayerDescription>();
        int offset = 0;
        for (int index = 1; index < sizes.Length; index++)
        {
            layers.Add(new LayerDescription("Dense", sizes[index - 1], sizes[index], index + 1 < sizes.Length ? hidden : output, offset));
            offset += layers[^1].ParameterCount;
        }

        return new NetworkDescription(layers, loss, Optimizer.SGD, Initializer.Uniform);
    }

    internal static int Count(NetworkDescription network) => network.Layers[^1].ParameterOffset + network.Layers[^1].ParameterCount;

    /// <summary>Different values, negative and small ones among them.</summary>
    internal static float[] Parameters(NetworkDescription network)
    {
        float[] parameters = new float[Count(network)];
        for (int index = 0; index < parameters.Length; index++)
        {
            parameters[index] = (index % 2 == 0 ? 1f : -1f) * (index + 1) / 7f;
        }

        if (parameters.Length > 3)
        {
            parameters[1] = -0f;
            parameters[2] = float.Epsilon;
            parameters[3] = float.MaxValue;
        }

        return parameters;
    }
}
