using System;
using Mlp.Generator.Model.Layers;

namespace Mlp.Generator.Model;

/// <summary>The weights that a network starts from, out of a file. Plain values, equal by value.</summary>
/// <param name="Type">The user's type.</param>
/// <param name="File">The file, as comments name it.</param>
/// <param name="Layers">The layers, for storage depends on them.</param>
/// <param name="Values">For each tensor its values, in the order of the layers and of their tensors.</param>
/// <param name="Remarks">What must be known of the weights by who uses them, a sentence each.</param>
internal sealed record CompiledWeights(
    TypeShape Type, string File, EquatableArray<LayerModel> Layers, EquatableArray<TensorValues> Values, EquatableArray<string> Remarks)
{
    /// <summary>Whether the network is deterministic, on which storage depends too.</summary>
    public bool IsDeterministic { get; init; }
}

/// <summary>The values of one tensor, in digits with white space between them: nobody computes with them here.</summary>
/// <param name="Digits">The values in canonical order.</param>
internal sealed record TensorValues(string Digits)
{
    private static readonly char[] WhiteSpace = [' ', '\n', '\r'];

    /// <summary>The numbers, each by itself.</summary>
    public string[] Split() => Digits.Split(WhiteSpace, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether these are so many finite numbers.</summary>
    public bool AreNumbers(int count)
    {
        int numbers = 0;
        for (int place = 0; place < Digits.Length; place++)
        {
            char character = Digits[place];
            if (character is not (>= '0' and <= '9' or '-' or '+' or '.' or 'E' or ' ' or '\n' or '\r'))
            {
                return false;
            }

            numbers += character > ' ' && (place == 0 || Digits[place - 1] <= ' ') ? 1 : 0;
        }

        return numbers == count;
    }
}
