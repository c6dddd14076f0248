using System;

namespace Mlp.Samples;

/// <summary>What a sample must be for the network to be asked.</summary>
internal static class InputRules
{
    /// <summary>What is wrong with an input that is finite, where an output is not.</summary>
    public const string TooLarge = "has values so large that the network has no answer";

    /// <summary>What is wrong with a sample, as the end of a sentence; none where it is good.</summary>
    public static string? Fault(float[]? sample) => sample switch
    {
        null => $"is missing, but must be {IrisNet.InputSize} numbers",
        { Length: not IrisNet.InputSize } => $"has {sample.Length} values, but must have {IrisNet.InputSize}",
        _ => AreFinite(sample) ? null : "has a number outside the range of float",
    };

    /// <summary>Whether no value is NaN or infinite.</summary>
    public static bool AreFinite(ReadOnlySpan<float> values)
    {
        foreach (float value in values)
        {
            if (!float.IsFinite(value))
            {
                return false;
            }
        }

        return true;
    }
}
