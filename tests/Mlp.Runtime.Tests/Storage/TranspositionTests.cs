using System.Linq;
using Mlp.CompilerServices;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Storage;

/// <summary>A matrix is copied with rows and columns exchanged, from rows and from panels, into rows and into panels; nothing beside it is touched.</summary>
public sealed class TranspositionTests
{
    private const float Untouched = 12345.5f;
    private const int Margin = 16;

    [Theory]
    [InlineData(1, 1, 1, 1)]
    [InlineData(3, 5, 5, 3)]
    [InlineData(4, 8, 9, 7)]
    [InlineData(9, 17, 32, 16)]
    public void Rows_become_columns(int rows, int columns, int stride, int resultStride)
    {
        float[] source = Numbers((rows * stride) + Margin);
        float[] result = Enumerable.Repeat(Untouched, (2 * Margin) + (columns * resultStride)).ToArray();
        float[] expected = [.. result];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                expected[Margin + (column * resultStride) + row] = source[(row * stride) + column];
            }
        }

        Transposition.Copy(ref source[0], stride, ref result[Margin], resultStride, rows, columns);

        result.ShouldBe(expected);
    }

    [Theory]
    [InlineData(5, 8, 4, 5, 5)]
    [InlineData(5, 8, 4, 5, 9)]
    [InlineData(8, 12, 4, 4, 4)]
    [InlineData(64, 96, 32, 32, 32)]
    [InlineData(17, 64, 32, 17, 32)]
    [InlineData(1, 64, 32, 1, 1)]
    public void Panels_become_columns_of_rows_or_of_panels(int rows, int columns, int panel, int resultColumns, int resultStride)
    {
        float[] source = Numbers((rows * columns) + Margin);
        float[] result = Enumerable.Repeat(Untouched, (2 * Margin) + (rows / resultColumns * columns * resultStride)).ToArray();
        float[] expected = [.. result];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                int place = (row / resultColumns * columns * resultStride) + (column * resultStride) + (row % resultColumns);
                expected[Margin + place] = source[(column / panel * rows * panel) + (row * panel) + (column % panel)];
            }
        }

        Transposition.CopyPanels(ref source[0], panel, ref result[Margin], resultStride, rows, columns, resultColumns);

        result.ShouldBe(expected);
    }

    private static float[] Numbers(int count) => [.. Enumerable.Range(1, count).Select(number => (float)number)];
}
