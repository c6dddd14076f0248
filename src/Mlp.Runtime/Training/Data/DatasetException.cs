using System;

namespace Mlp.Training;

/// <summary>
/// Data that no network can learn from: a row of another length than the others, a value that is missing (NaN) or not
/// finite, a label that is no class. It says where.
/// </summary>
public sealed class DatasetException : ArgumentException
{
    /// <summary>An exception about one place in the data.</summary>
    /// <param name="message">What is wrong there and what to do, the place included.</param>
    /// <param name="parameter">Which part of the data: "features", "targets" or "labels".</param>
    /// <param name="row">The row, counted from 0.</param>
    /// <param name="column">The column, counted from 0; none for a label.</param>
    internal DatasetException(string message, string parameter, int row, int? column)
        : base(message, parameter)
    {
        Row = row;
        Column = column;
    }

    /// <summary>The first bad row, counted from 0.</summary>
    public int Row { get; }

    /// <summary>
    /// The column of its first bad value, counted from 0. For a row that is too short the first missing column, for one that
    /// is too long the first surplus one; none for a label.
    /// </summary>
    public int? Column { get; }
}
