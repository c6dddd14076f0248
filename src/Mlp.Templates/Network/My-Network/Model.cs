namespace My_Network;

using global::System;
using global::System.IO;
using global::System.Linq;
using global::Mlp;
using global::Mlp.Serving;
using global::Mlp.Training;

/// <summary>How the model is made and kept: a network with the scaler of its inputs and the names of its classes, in one file.</summary>
public static class Model
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "model.safetensors";

    /// <summary>The file that the build puts next to the program.</summary>
    public static string SavedFile { get; } = Path.Combine(AppContext.BaseDirectory, FileName);

    /// <summary>Trains a model. The same samples and the same seed give the same one.</summary>
    /// <exception cref="InvalidOperationException">The training diverged; the message says what to change.</exception>
    public static Pipeline<Network> Train(Dataset samples, ulong seed = 1, IProgress<EpochReport>? progress = null)
    {
        var options = new TrainerOptions { Epochs = 100, BatchSize = 10, LearningRate = 0.05, Seed = seed };
        return Pipeline.Fit(new Network(seed), samples, options, StandardScaler.Fit, progress: progress);
    }

    /// <summary>Writes a model, with a canary: a sample and the answer to it, which shows on loading whether the network is still the same.</summary>
    public static void Save(Pipeline<Network> model, string path, Dataset samples)
    {
        Dataset scaled = model.Scaler?.Transform(samples) ?? samples;
        model.Save(path, new WeightFileOptions { Canary = Canary.Record(model.Network, scaled.Features(0)) });
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">There is no good one, and why; a damaged file, or one of another network, is no model.</exception>
    public static Pipeline<Network> Load(string path)
    {
        try
        {
            Pipeline<Network> model = Pipeline.Load(path, new Network());
            WeightFile.ReadCanary(path)?.Verify(model.Network);
            return model is { Scaler: not null, ClassNames: not null }
                ? model
                : throw new InvalidDataException("It has no scaler, or no names of classes.");
        }
        catch (Exception fault) when (fault is WeightFileException or CanaryException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"There is no model in {path}: {fault.Message} The command train makes a new one, and the next build puts it there.", fault);
        }
    }

    /// <summary>The most probable class of a sample, and its probability.</summary>
    /// <exception cref="InvalidDataException">The numbers are so large that the network has no answer.</exception>
    public static (string Class, float Probability) Name(this Pipeline<Network> model, ReadOnlySpan<float> sample)
    {
        float[] probabilities = model.Predict(sample);
        float highest = probabilities.Max();
        return probabilities.All(float.IsFinite)
            ? (model.ClassNames![Array.IndexOf(probabilities, highest)], highest)
            : throw new InvalidDataException("The numbers are so large that the network has no answer.");
    }
}
