using System;

namespace Mlp.Validation;

/// <summary>How many slips of the keys lie between two words: insertions, deletions, replacements and swaps of neighbours.</summary>
internal static class EditDistance
{
    /// <summary>Past this length no name is meant, and time is better spent elsewhere.</summary>
    private const int LongestCompared = 64;

    /// <summary>The number of slips, capital and small letters alike.</summary>
    internal static int Between(string left, string right)
    {
        left = Normalize(left);
        right = Normalize(right);
        int[,] distance = new int[left.Length + 1, right.Length + 1];
        for (int i = 0; i <= left.Length; i++)
        {
            distance[i, 0] = i;
        }

        for (int j = 0; j <= right.Length; j++)
        {
            distance[0, j] = j;
        }

        for (int i = 1; i <= left.Length; i++)
        {
            for (int j = 1; j <= right.Length; j++)
            {
                int replaced = distance[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                distance[i, j] = Math.Min(replaced, Math.Min(distance[i - 1, j], distance[i, j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    distance[i, j] = Math.Min(distance[i, j], distance[i - 2, j - 2] + 1);
                }
            }
        }

        return distance[left.Length, right.Length];
    }

    private static string Normalize(string word) =>
        (word.Length > LongestCompared ? word.Substring(0, LongestCompared) : word).ToUpperInvariant();
}
