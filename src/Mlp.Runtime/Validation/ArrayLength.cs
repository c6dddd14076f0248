using System;
using System.Globalization;

namespace Mlp.Validation;

/// <summary>Lengths that are products or sums: one that no array has is refused in words, where arithmetic alone would overflow.</summary>
internal static class ArrayLength
{
    // Aligned memory is an array with as much to spare.
    private const int CacheLineFloats = 64 / sizeof(float);

    /// <summary>The most floats of an array that has a cache line to spare.</summary>
    internal static int Most => Array.MaxLength - CacheLineFloats;

    /// <summary>rows · columns.</summary>
    /// <param name="rows">0 or more.</param>
    /// <param name="columns">The values of a row, 0 or more.</param>
    /// <param name="what">What has so many values, at the beginning of a message.</param>
    /// <param name="advice">What to do instead.</param>
    /// <param name="parameter">The argument that is to blame; without one it is the state of an object.</param>
    /// <exception cref="ArgumentException">It is more than an array has, and there is an argument to blame.</exception>
    /// <exception cref="InvalidOperationException">It is more, and there is none.</exception>
    internal static int Of(int rows, int columns, string what, string advice, string? parameter = null)
    {
        long length = (long)rows * columns;
        return length <= Most
            ? (int)length
            : throw TooLong(string.Create(CultureInfo.InvariantCulture, $"{what}: {rows} rows of {columns} are {length} values"), advice, parameter);
    }

    /// <summary>A length that was added up.</summary>
    /// <param name="length">0 or more.</param>
    /// <param name="what">What has so many values, at the beginning of a message.</param>
    /// <param name="advice">What to do instead.</param>
    /// <param name="parameter">The argument that is to blame; without one it is the state of an object.</param>
    /// <exception cref="ArgumentException">It is more than an array has, and there is an argument to blame.</exception>
    /// <exception cref="InvalidOperationException">It is more, and there is none.</exception>
    internal static int Of(long length, string what, string advice, string? parameter = null) =>
        length <= Most ? (int)length : throw TooLong(string.Create(CultureInfo.InvariantCulture, $"{what}: {length} values"), advice, parameter);

    private static Exception TooLong(string what, string advice, string? parameter)
    {
        string message = string.Create(CultureInfo.InvariantCulture, $"{what}, but an array has {Most} at most: {advice}.");
        return parameter is null ? new InvalidOperationException(message) : new ArgumentException(message, parameter);
    }
}
