using System;
using System.Globalization;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Mlp.SnapshotTesting;

namespace Mlp.Testing;

/// <summary>Texts of weight files as the step before a compilation makes them, for networks of any sizes.</summary>
public static class WeightTexts
{
    /// <summary>The text of a file with PyTorch's names.</summary>
    /// <param name="path">The path of the weight file.</param>
    /// <param name="parameters">All parameters in canonical order.</param>
    /// <param name="isIdentity">Whether hidden layers have no activation module.</param>
    /// <param name="sizes">The layer sizes.</param>
    public static AdditionalText Of(string path, ReadOnlySpan<float> parameters, bool isIdentity, params ReadOnlySpan<int> sizes)
    {
        var text = new StringBuilder($"mlp weights 1\nfile {path}\n");
        for (int layer = 0; layer + 1 < sizes.Length; layer++)
        {
            int module = isIdentity ? layer : 2 * layer;
            parameters = Append(text, string.Create(CultureInfo.InvariantCulture, $"{module}.weight"), parameters, sizes[layer + 1], sizes[layer]);
            parameters = Append(text, string.Create(CultureInfo.InvariantCulture, $"{module}.bias"), parameters, 1, sizes[layer + 1]);
        }

        return new InMemoryText(path + InMemoryText.WeightExtension, text.ToString());
    }

    /// <summary>A file whose parameters count up: 0.01, 0.02 …</summary>
    /// <param name="path">The path of the weight file.</param>
    /// <param name="sizes">The layer sizes.</param>
    public static AdditionalText Counting(string path, params ReadOnlySpan<int> sizes)
    {
        int count = 0;
        for (int layer = 0; layer + 1 < sizes.Length; layer++)
        {
            count += (sizes[layer] + 1) * sizes[layer + 1];
        }

        return Of(path, Enumerable.Range(1, count).Select(number => number / 100f).ToArray(), isIdentity: false, sizes);
    }

    private static ReadOnlySpan<float> Append(StringBuilder text, string name, ReadOnlySpan<float> values, int rows, int columns)
    {
        bool isBias = name.EndsWith("bias", StringComparison.Ordinal);
        text.Append(CultureInfo.InvariantCulture, $"tensor [{(isBias ? "" : rows + ", ")}{columns}] \"{name}\"\n");
        for (int row = 0; row < rows; row++)
        {
            text.AppendJoin(' ', values.Slice(row * columns, columns).ToArray().Select(value => value.ToString("R", CultureInfo.InvariantCulture))).Append('\n');
        }

        return values[(rows * columns)..];
    }
}
