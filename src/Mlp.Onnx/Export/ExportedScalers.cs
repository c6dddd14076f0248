using System;
using System.Linq;
using Mlp.Training;

namespace Mlp.Onnx.Export;

/// <summary>Scalers as operators: of the inputs in front of the network, and of the targets, the way back, behind it.</summary>
internal static class ExportedScalers
{
    // A float near the mean is off by up to 2⁻²⁵ of it, which here is half a thousandth of a deviation.
    private const double MostOffset = 1 << 14;

    /// <summary>Adds the scaling of inputs.</summary>
    /// <exception cref="ArgumentException">It cannot be computed with floats.</exception>
    internal static void AppendInputs(GraphChain chain, FeatureScaler scaler)
    {
        chain.Begin("scaler");
        switch (scaler)
        {
            case StandardScaler standard:
                RequireNear(scaler, standard.Mean, standard.StandardDeviation);
                Apply(chain, "Sub", "mean", standard.Mean);
                Apply(chain, "Div", "deviation", standard.StandardDeviation);
                break;
            case MinMaxScaler range:
                double[] factors = Factors(range);
                RequireNear(scaler, range.Minimum, [.. factors.Select(static factor => 1 / factor)]);
                Apply(chain, "Sub", "minimum", range.Minimum);
                Apply(chain, "Mul", "factor", factors);
                ApplyLower(chain, "Add", range);
                break;
            default:
                throw Unknown(scaler);
        }
    }

    /// <summary>Adds the way back from scaled targets to their units.</summary>
    /// <exception cref="ArgumentException">It cannot be computed with floats.</exception>
    internal static void AppendTargets(GraphChain chain, FeatureScaler scaler)
    {
        chain.Begin("target_scaler");
        switch (scaler)
        {
            case StandardScaler standard:
                Apply(chain, "Mul", "deviation", standard.StandardDeviation);
                Apply(chain, "Add", "mean", standard.Mean);
                break;
            case MinMaxScaler range:
                ApplyLower(chain, "Sub", range);
                Apply(chain, "Div", "factor", Factors(range));
                Apply(chain, "Add", "minimum", range.Minimum);
                break;
            default:
                throw Unknown(scaler);
        }
    }

    private static double[] Factors(MinMaxScaler scaler) => [.. Enumerable.Range(0, scaler.FeatureCount).Select(column => scaler.Map(column).Factor)];

    private static void ApplyLower(GraphChain chain, string operation, MinMaxScaler scaler)
    {
        if (scaler.Lower != 0)
        {
            chain.Apply(operation, [chain.Floats("lower", [(float)scaler.Lower])]);
        }
    }

    private static void Apply(GraphChain chain, string operation, string name, ReadOnlySpan<double> numbers)
    {
        float[] values = new float[numbers.Length];
        for (int column = 0; column < values.Length; column++)
        {
            values[column] = (float)numbers[column];

            // A factor that becomes 0 would make infinities, or one value of all.
            if (!float.IsFinite(values[column]) || (values[column] == 0 && numbers[column] != 0 && operation is "Div" or "Mul"))
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"The scaler has {numbers[column]} for the {name} of column {column} (counted from 0), which is no float: scale the data by hand before the network sees it."), "options");
            }
        }

        chain.Apply(operation, [chain.Floats(name, values, chain.Shape)]);
    }

    private static void RequireNear(FeatureScaler scaler, ReadOnlySpan<double> middle, ReadOnlySpan<double> width)
    {
        for (int column = 0; column < middle.Length; column++)
        {
            if (Math.Abs(middle[column]) > MostOffset * width[column])
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"Feature {column} (counted from 0) of the scaler, {scaler}, is {Math.Abs(middle[column]) / width[column]:G3} of its units away from 0, and a float has too few digits for its differences: subtract a constant from the feature, or leave Scaler out."), "options");
            }
        }
    }

    private static ArgumentException Unknown(FeatureScaler scaler) => new($"A scaler of type {scaler.GetType().Name} cannot be written as ONNX.", "options");
}
