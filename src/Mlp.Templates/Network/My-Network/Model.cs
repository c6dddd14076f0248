using Mlp;
using Mlp.Serving;
using Mlp.Training;

namespace My_Network;

/// <summary>A trained network, the scaler of its inputs and the names of its classes: all that a prediction needs, in one file.</summary>
public sealed class Model
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "model.safetensors";

    private readonly Network _network;
    private readonly FeatureScaler _scaler;

    private Model(Network network, FeatureScaler scaler, IReadOnlyList<string> classNames)
    {
        _network = network;
        _scaler = scaler;
        ClassNames = classNames;
    }

    /// <summary>The file that the build puts next to the program.</summary>
    public static string SavedFile { get; } = Path.Combine(AppContext.BaseDirectory, FileName);

    /// <summary>The name of each class, in the order of the network's outputs.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>Trains a network. The same samples and the same seed give the same model.</summary>
    public static Model Train(Dataset samples, ulong seed = 1, IProgress<EpochReport>? progress = null)
    {
        StandardScaler scaler = StandardScaler.Fit(samples);
        var network = new Network(seed);
        var options = new TrainerOptions { Epochs = 100, BatchSize = 10, Schedule = 0.05, Seed = seed };
        Trainer.Fit(network, scaler.Transform(samples), options, progress);
        return new Model(network, scaler, samples.ClassNames);
    }

    /// <summary>Reads a model, or throws: a damaged file, or one of another network, is no model.</summary>
    public static Model Load(string path)
    {
        Network network = Network.Load(path);
        FeatureScaler? scaler = WeightFile.ReadScaler(path);
        IReadOnlyList<string>? classNames = WeightFile.ReadClassNames(path);
        if (scaler?.FeatureCount != Network.InputSize || classNames?.Count != Network.OutputSize)
        {
            throw new InvalidDataException($"{path} must have a scaler of {Network.InputSize} features and the names of {Network.OutputSize} classes.");
        }

        WeightFile.ReadCanary(path)?.Verify(network);
        return new Model(network, scaler, classNames);
    }

    /// <summary>Writes the model, with a canary: a sample and the answer to it, which shows on loading whether the network is still the same.</summary>
    public void Save(string path, ReadOnlySpan<float> sample) => _network.SaveWeights(path, new WeightFileOptions
    {
        Scaler = _scaler,
        ClassNames = ClassNames,
        Canary = Canary.Record(_network, Scaled(sample)),
    });

    /// <summary>The most probable class of a sample, and its probability.</summary>
    public (string Class, float Probability) Predict(ReadOnlySpan<float> sample)
    {
        float[] probabilities = new float[Network.OutputSize];
        _network.Forward(Scaled(sample), probabilities);
        float highest = probabilities.Max();
        return (ClassNames[Array.IndexOf(probabilities, highest)], highest);
    }

    /// <summary>How well the network does on samples: its accuracy, and precision and recall of each class.</summary>
    public ClassificationReport Evaluate(Dataset samples) => _network.EvaluateClassifier(_scaler.Transform(samples));

    private float[] Scaled(ReadOnlySpan<float> sample)
    {
        float[] scaled = new float[sample.Length];
        _scaler.Transform(sample, scaled);
        return scaled;
    }
}
