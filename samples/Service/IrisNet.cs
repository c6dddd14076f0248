using System.Collections.Generic;
using System.IO;
using Mlp.Training;

namespace Mlp.Samples;

/// <summary>
/// Four measurements of a flower in, the probabilities of three species out; with the scaler and the names of its file, so that
/// one reference is all that a request needs.
/// </summary>
[Mlp(4, 16, 3, Hidden = "ReLU", Output = "Softmax")]
public sealed partial class IrisNet
{
    /// <summary>Brings measurements to the scale that the network was trained with.</summary>
    public required FeatureScaler Scaler { get; init; }

    /// <summary>The name of each output.</summary>
    public required IReadOnlyList<string> ClassNames { get; init; }

    /// <summary>Reads weights, scaler and names from one file, or throws.</summary>
    public static IrisNet Read(Stream file)
    {
        FeatureScaler? scaler = WeightFile.ReadScaler(file);
        file.Position = 0;
        IReadOnlyList<string>? names = WeightFile.ReadClassNames(file);
        file.Position = 0;
        if (scaler?.FeatureCount != InputSize || names?.Count != OutputSize)
        {
            throw new InvalidDataException($"The file must have a scaler of {InputSize} features and the names of {OutputSize} classes.");
        }

        var network = new IrisNet { Scaler = scaler, ClassNames = names };
        network.LoadWeights(file);
        return network;
    }
}
