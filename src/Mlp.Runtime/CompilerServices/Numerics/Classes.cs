using System;
using System.ComponentModel;

namespace Mlp.CompilerServices;

/// <summary>Reads a class out of probabilities.</summary>
/// <remarks>Belongs to emitted code of the same version, and may change in any version.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Classes
{
    /// <summary>The index of the largest value, the first of equals; 0 where a NaN stands first, as where all are NaN: one logit of NaN makes a Softmax all NaN.</summary>
    /// <param name="probabilities">One value or more.</param>
    public static int MostProbable(ReadOnlySpan<float> probabilities)
    {
        int best = 0;
        for (int index = 1; index < probabilities.Length; index++)
        {
            if (probabilities[index] > probabilities[best])
            {
                best = index;
            }
        }

        return best;
    }
}
