using System;
using System.Linq;

namespace Mlp.Samples;

/// <summary>A linear autoregression: a weighted sum of the values of a window and a constant, fitted by least squares.</summary>
internal sealed class LinearForecast
{
    private readonly double[] _weights;

    private LinearForecast(double[] weights) => _weights = weights;

    /// <summary>Fits it to windows and what came after each.</summary>
    public static LinearForecast Fit(float[][] windows, float[] targets)
    {
        double[][] columns = [.. Enumerable.Range(0, windows[0].Length).Select(place => windows.Select(window => (double)window[place]).ToArray()), [.. windows.Select(_ => 1.0)]];
        return new LinearForecast(LeastSquares(columns, [.. targets.Select(target => (double)target)]));
    }

    /// <summary>The forecast from a window.</summary>
    public float Predict(ReadOnlySpan<float> window)
    {
        double sum = _weights[^1];
        for (int place = 0; place < window.Length; place++)
        {
            sum += _weights[place] * window[place];
        }

        return (float)sum;
    }

    /// <summary>
    /// Weights of columns whose sum is nearest to a target: Q R by modified Gram-Schmidt, with the target as one more column, which is as stable as
    /// Householder's [Björck 1967]. The normal equations would not do: neighbouring values of a smooth signal are nearly the same column.
    /// </summary>
    private static double[] LeastSquares(double[][] columns, double[] target)
    {
        double[,] triangle = new double[columns.Length, columns.Length];
        double[] weights = new double[columns.Length];
        for (int column = 0; column < columns.Length; column++)
        {
            double length = Math.Sqrt(Dot(columns[column], columns[column]));
            triangle[column, column] = length;
            columns[column] = [.. columns[column].Select(value => value / length)];
            for (int later = column + 1; later < columns.Length; later++)
            {
                triangle[column, later] = TakeOut(columns[column], columns[later]);
            }

            weights[column] = TakeOut(columns[column], target);
        }

        for (int row = columns.Length - 1; row >= 0; row--)
        {
            for (int column = row + 1; column < columns.Length; column++)
            {
                weights[row] -= triangle[row, column] * weights[column];
            }

            weights[row] /= triangle[row, row];
        }

        return weights;
    }

    private static double TakeOut(double[] direction, double[] from)
    {
        double share = Dot(direction, from);
        for (int row = 0; row < from.Length; row++)
        {
            from[row] -= share * direction[row];
        }

        return share;
    }

    private static double Dot(double[] left, double[] right)
    {
        double sum = 0;
        for (int row = 0; row < left.Length; row++)
        {
            sum += left[row] * right[row];
        }

        return sum;
    }
}
