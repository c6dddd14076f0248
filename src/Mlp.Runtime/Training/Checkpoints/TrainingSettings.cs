using System;
using System.Collections.Generic;
using Mlp.Text;

namespace Mlp.Training;

/// <summary>What a training depends on besides its network: its options and data, each as a name and a text, in a fixed order.</summary>
/// <param name="Values">The names and texts.</param>
internal sealed record TrainingSettings(IReadOnlyList<(string Name, string Value)> Values)
{
    /// <summary>The name of what stands for the samples.</summary>
    internal const string Data = "data";

    /// <summary>The text of an option that is not set.</summary>
    internal const string None = "none";

    /// <summary>Refuses to go on with a training that had other settings.</summary>
    /// <param name="before">The settings of that training.</param>
    /// <exception cref="ArgumentException">The first that differs, what it was and what it is.</exception>
    internal void RequireSame(TrainingSettings before)
    {
        for (int index = 0; index < Values.Count; index++)
        {
            (string name, string value) = Values[index];
            string was = ValueOf(before, index, name);
            if (was == value)
            {
                continue;
            }

            throw name == Data
                ? new ArgumentException("data has other samples than those of the training that Resume goes on with: give the same samples, or leave Resume out.", Data)
                : new ArgumentException(
                    $"options has another {name} than the training that Resume goes on with: {QuotedText.Plain(value)} now, and {QuotedText.Plain(was)} before. Set it as it was, or leave Resume out.",
                    "options");
        }
    }

    // A file of another version may have others.
    private static string ValueOf(TrainingSettings settings, int index, string name) =>
        index < settings.Values.Count && settings.Values[index].Name == name ? settings.Values[index].Value : None;
}
