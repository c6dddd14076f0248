using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text.Json;
using Mlp.Searching.Results;
using Mlp.Searching.Space;
using Mlp.Searching.Trials;

namespace Mlp.Searching;

/// <content>Results as folders.</content>
public sealed partial class SearchResult
{
    private const string SearchFile = "search.json";
    private const string TableFile = "results.csv";
    private const string WeightsFolder = "weights";

    /// <summary>
    /// Saves the result to a folder: <c>results.csv</c> (<see cref="ToCsv"/>), <c>search.json</c> (what was searched, and all that <see cref="Open"/> reads back), and
    /// in <c>weights</c> a safetensors file for each trial that was kept, as in <c>trial-17.safetensors</c>.
    /// </summary>
    /// <param name="folder">The folder; it is made where it does not exist. Files of an earlier result in it are replaced.</param>
    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be written.</exception>
    public void Save(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        string weights = Path.Combine(folder, WeightsFolder);
        Directory.CreateDirectory(weights);

        // Before all others: what is left of an interrupted call is no result, and not a table with the weights of another one.
        File.Delete(Path.Combine(folder, SearchFile));
        foreach (string old in Directory.EnumerateFiles(weights, "trial-*.safetensors"))
        {
            File.Delete(old);
        }

        foreach ((int index, byte[] bytes) in _weights)
        {
            Replace(Path.Combine(folder, FileOf(index)), bytes);
        }

        Replace(Path.Combine(folder, TableFile), System.Text.Encoding.UTF8.GetBytes(ToCsv()));

        // Last, for it names the others.
        Replace(Path.Combine(folder, SearchFile), JsonSerializer.SerializeToUtf8Bytes(new SavedSearch(IsComplete, _definition, _outcomes), DefinitionText.Format));
    }

    /// <summary>Reads a result that <see cref="Save"/> has written. The types of its networks are only needed to load weights.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="IOException">There is no result, or a file cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file is damaged, or from another version.</exception>
    public static SearchResult Open(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        string path = Path.Combine(folder, SearchFile);
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"{folder} has no {SearchFile}: it is no folder that a search was saved to.", path);
        }

        SavedSearch saved = Read(path);
        var weights = new Dictionary<int, byte[]>();
        foreach (TrialOutcome outcome in saved.Trials)
        {
            string file = Path.Combine(folder, FileOf(outcome.Index));
            if (File.Exists(file))
            {
                weights[outcome.Index] = File.ReadAllBytes(file);
            }
        }

        return new SearchResult(saved.Definition, saved.Trials, weights, saved.IsComplete);
    }

    private static SavedSearch Read(string path)
    {
        SavedSearch? saved;
        try
        {
            saved = JsonSerializer.Deserialize<SavedSearch>(File.ReadAllBytes(path), DefinitionText.Format);
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"{path} is not what a search was saved as: {exception.Message}", exception);
        }

        if (saved is null || saved.Definition.Format != SearchDefinition.CurrentFormat)
        {
            throw new InvalidDataException($"{path} has the format {saved?.Definition.Format ?? 0}, but this version reads {SearchDefinition.CurrentFormat}: read it with the version that saved it.");
        }

        bool[] isKnown = new bool[saved.Definition.Trials];
        foreach (TrialOutcome outcome in saved.Trials)
        {
            if ((uint)outcome.Index >= (uint)isKnown.Length || isKnown[outcome.Index] || outcome.Folds.Length == 0)
            {
                throw new InvalidDataException(SettingRange.Invariant($"{path} has a trial {outcome.Index} that cannot be: each index, 0 to {isKnown.Length - 1}, comes once at most and has a fold or more."));
            }

            isKnown[outcome.Index] = true;
        }

        return saved;
    }

    private static string FileOf(int index) => Path.Combine(WeightsFolder, string.Create(CultureInfo.InvariantCulture, $"trial-{index}.safetensors"));

    /// <summary>The path has the whole old file or the whole new one.</summary>
    private static void Replace(string path, byte[] bytes)
    {
        string beside = path + ".new";
        File.WriteAllBytes(beside, bytes);
        File.Move(beside, path, overwrite: true);
    }
}
