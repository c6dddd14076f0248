using System;
using System.Linq;
using Mlp.Initialization;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Training.Scaling;

/// <summary>Scalers: worked values, constant columns, round trips, and nothing known of what is held out.</summary>
public sealed class ScalerTests
{
    /// <summary>
    /// Column 0: 1, 2, 3, 4 with mean 2.5 and variance (2.25 + 0.25 + 0.25 + 2.25) / 4 = 1.25; column 1: constant 7.
    /// </summary>
    private static readonly Dataset Worked = Dataset.FromLabels([1, 7, 2, 7, 3, 7, 4, 7], 2, [0, 1, 0, 1]);

    [Fact]
    public void Standard_scaler_worked()
    {
        StandardScaler scaler = StandardScaler.Fit(Worked);
        scaler.Mean.ToArray().ShouldBe([2.5, 7]);
        scaler.StandardDeviation.ToArray().ShouldBe([Math.Sqrt(1.25), 1], 1e-15);
        Dataset scaled = scaler.Transform(Worked);
        scaled.Features(0)[0].ShouldBe((float)(-1.5 / Math.Sqrt(1.25)));
        scaled.Features(2)[0].ShouldBe((float)(0.5 / Math.Sqrt(1.25)));
        Column(scaled, 1).ShouldBe([0, 0, 0, 0]);
    }

    [Fact]
    public void Min_max_scaler_worked()
    {
        MinMaxScaler scaler = MinMaxScaler.Fit(Worked);
        scaler.Minimum.ToArray().ShouldBe([1, 7]);
        scaler.Maximum.ToArray().ShouldBe([4, 7]);
        (scaler.Lower, scaler.Upper).ShouldBe((0, 1));
        Dataset scaled = scaler.Transform(Worked);
        Column(scaled, 0).ShouldBe([0, 1 / 3f, 2 / 3f, 1]);
        Column(scaled, 1).ShouldBe([0, 0, 0, 0]);
    }

    /// <summary>−1 to 3: 1 becomes −1, 2 becomes −1 + 4/3, 4 becomes 3; a constant becomes the lower end.</summary>
    [Fact]
    public void Min_max_scaler_to_another_range()
    {
        Dataset scaled = MinMaxScaler.Fit(Worked, -1, 3).Transform(Worked);
        scaled.Features(0).ToArray().ShouldBe([-1, -1]);
        scaled.Features(1)[0].ShouldBe(1 / 3f, 1e-7f);
        scaled.Features(3)[0].ShouldBe(3);
    }

    /// <summary>An odd number of rows, so that the mean is a division that rounds where it can.</summary>
    [Theory]
    [InlineData(0.1f)]
    [InlineData(-3e7f)]
    [InlineData(1e-30f)]
    [InlineData(float.MaxValue)]
    [InlineData(float.Epsilon)]
    [InlineData(0f)]
    public void A_constant_column_has_scale_one(float value)
    {
        float[] column = new float[9973];
        Array.Fill(column, value);
        Dataset data = Dataset.FromTargets(column, 1, column);
        StandardScaler standard = StandardScaler.Fit(data);
        standard.StandardDeviation[0].ShouldBe(1);
        standard.Transform(data).Features(17)[0].ShouldBe(0);
        standard.InverseTransform(standard.Transform(data)).Features(17)[0].ShouldBe(value);

        MinMaxScaler minMax = MinMaxScaler.Fit(data, -1, 1);
        minMax.Transform(data).Features(3)[0].ShouldBe(-1);
        minMax.InverseTransform(minMax.Transform(data)).Features(3)[0].ShouldBe(value);
    }

    /// <summary>
    /// 2³⁰ once and 2⁻²⁴ a million times after it: a plain sum of doubles sees none of them. The variance about the mean m ≈ 1,024 is
    /// (2⁶⁰ + (n − 1) 2⁻⁴⁸) / n − m².
    /// </summary>
    [Fact]
    public void Mean_and_deviation_of_many_values_lose_none_of_them()
    {
        const int Count = 1 << 20;
        float[] column = new float[Count];
        Array.Fill(column, 1f / (1 << 24));
        column[0] = 1 << 30;
        StandardScaler scaler = StandardScaler.Fit(Dataset.FromTargets(column, 1, column));
        double mean = (Math.ScaleB(1, 30) + ((Count - 1) * Math.ScaleB(1, -24))) / Count;
        scaler.Mean[0].ShouldBe(mean, mean * 3e-16);
        scaler.StandardDeviation[0].ShouldBe(Math.Sqrt((Math.ScaleB(1, 60) / Count) - (mean * mean)), 1e-9);
    }

    [Fact]
    public void What_is_not_constant_is_scaled_however_small_it_is_beside_its_mean()
    {
        Dataset data = Dataset.FromTargets([1e6f, 1e6f + 0.0625f], 1, [0, 0]);
        StandardScaler.Fit(data).StandardDeviation[0].ShouldBe(0.03125);
        StandardScaler.Fit(data).Transform(data).Features(1)[0].ShouldBe(1);
        Dataset least = Dataset.FromTargets([0, float.Epsilon], 1, [0, 0]);
        StandardScaler.Fit(least).Transform(least).Features(1)[0].ShouldBe(1);
    }

    [Fact]
    public void Scalers_know_the_part_that_they_were_fitted_on_and_nothing_else()
    {
        Dataset whole = Dataset.FromTargets([1, 2, 3, 4, 100], 1, [0, 0, 0, 0, 0]);
        Dataset training = whole.Subset(..4);
        Dataset heldOut = whole.Subset(4..);
        StandardScaler standard = StandardScaler.Fit(training);
        standard.Mean.ToArray().ShouldBe([2.5]);
        standard.Transform(heldOut).Features(0)[0].ShouldBe((float)(97.5 / Math.Sqrt(1.25)));
        MinMaxScaler minMax = MinMaxScaler.Fit(training);
        minMax.Maximum.ToArray().ShouldBe([4]);
        minMax.Transform(heldOut).Features(0)[0].ShouldBe(33);
    }

    [Fact]
    public void Labels_targets_names_and_order_stay()
    {
        Dataset labelled = Dataset.FromLabels([1, 2, 3], 1, [0, 1, 1], ["no", "yes"]).Subset([2, 0]);
        Dataset scaled = MinMaxScaler.Fit(labelled).Transform(labelled);
        scaled.ReadFeatures(0, 2, []).ToArray().ShouldBe([1, 0]);
        scaled.ReadLabels(0, 2, []).ToArray().ShouldBe([1, 0]);
        scaled.ClassNames.ShouldBe(["no", "yes"]);

        Dataset targets = Dataset.FromTargets([1, 2, 3], 1, [10, 20, 30]).Subset([2, 0]);
        MinMaxScaler.Fit(targets).Transform(targets).ReadTargets(0, 2, []).ToArray().ShouldBe([30, 10]);
    }

    [Fact]
    public void Scaled_columns_have_mean_zero_and_variance_one_and_come_back()
    {
        var generator = new RandomGenerator(5);
        const int Columns = 6;
        float[] features = new float[500 * Columns];
        for (int index = 0; index < features.Length; index++)
        {
            features[index] = (float)((generator.NextNormal() * Math.Pow(10, (index % Columns) - 2)) + (index % Columns * 50));
        }

        Dataset data = Dataset.FromTargets(features, Columns, new float[500]);
        foreach (FeatureScaler scaler in (FeatureScaler[])[StandardScaler.Fit(data), MinMaxScaler.Fit(data, -2, 5)])
        {
            Dataset scaled = scaler.Transform(data);
            Dataset back = scaler.InverseTransform(scaled);
            for (int column = 0; column < Columns; column++)
            {
                double[] values = [.. Column(scaled, column).Select(value => (double)value)];
                if (scaler is StandardScaler)
                {
                    values.Average().ShouldBe(0, 1e-6);
                    values.Average(value => value * value).ShouldBe(1, 1e-6);
                }
                else
                {
                    (values.Min(), values.Max()).ShouldBe((-2, 5));
                }

                // One rounding to float on the way there, in units of the scaled value, and one on the way back.
                float span = features.Where((_, index) => index % Columns == column).Max(Math.Abs);
                Column(back, column).ShouldBe(Column(data, column), span * 1e-6f);
            }
        }
    }

    [Fact]
    public void Inputs_of_a_prediction_are_scaled_in_place_without_allocation()
    {
        StandardScaler standard = StandardScaler.Fit(Worked);
        MinMaxScaler minMax = MinMaxScaler.Fit(Worked);
        float[] samples = [4, 7, 1, 9];
        minMax.Transform(samples, samples);
        samples.ShouldBe([1, 0, 0, 2]);
        minMax.InverseTransform(samples, samples);
        samples.ShouldBe([4, 7, 1, 9]);
        Allocations.Of(() =>
        {
            standard.Transform(samples, samples);
            standard.InverseTransform(samples, samples);
            minMax.Transform(samples, samples);
            minMax.InverseTransform(samples, samples);
        }).ShouldBe(0);
        standard.Transform([], []);
    }

    [Fact]
    public void A_scaler_can_be_made_of_its_parameters()
    {
        StandardScaler fitted = StandardScaler.Fit(Worked);
        var standard = new StandardScaler(fitted.Mean, fitted.StandardDeviation);
        float[] scaled = new float[2];
        standard.Transform([4, 8], scaled);
        scaled.ShouldBe([(float)(1.5 / Math.Sqrt(1.25)), 1]);
        new MinMaxScaler([1, 7], [4, 7], 0, 3).Transform([2, 8], scaled);
        scaled.ShouldBe([1, 3]);
    }

    [Fact]
    public void Bad_arguments_are_refused()
    {
        Should.Throw<ArgumentNullException>(() => StandardScaler.Fit(null!));
        Should.Throw<ArgumentNullException>(() => MinMaxScaler.Fit(null!));
        Should.Throw<ArgumentException>(() => new StandardScaler([], []));
        Should.Throw<ArgumentException>(() => new StandardScaler([1, 2], [1])).ParamName.ShouldBe("scale");
        Should.Throw<ArgumentException>(() => new StandardScaler([1, double.NaN], [1, 1])).ParamName.ShouldBe("mean");
        Should.Throw<ArgumentException>(() => new StandardScaler([1], [0])).Message.ShouldStartWith("scale is 0, but must be a finite number above 0.");
        Should.Throw<ArgumentException>(() => new MinMaxScaler([1], [0])).Message.ShouldStartWith("maximum is below minimum for feature 0 (counted from 0).");
        Should.Throw<ArgumentException>(() => new MinMaxScaler([0], [1], 1, 1)).Message
            .ShouldStartWith("lower is 1 and upper is 1, but both must be finite and lower below upper.");
        Should.Throw<ArgumentException>(() => MinMaxScaler.Fit(Worked).Transform(Dataset.FromTargets([1], 1, [1]))).Message
            .ShouldStartWith("data has 1 features, but this scaler was fitted on 2.");
        Should.Throw<ArgumentException>(() => MinMaxScaler.Fit(Worked).Transform([1, 2, 3], new float[3])).ParamName.ShouldBe("samples");
        Should.Throw<ArgumentException>(() => MinMaxScaler.Fit(Worked).Transform([1, 2], new float[4])).ParamName.ShouldBe("destination");
    }

    [Fact]
    public void A_feature_that_leaves_the_range_of_float_is_named()
    {
        var scaler = new StandardScaler([0, 0], [1, 1e-30]);
        DatasetException exception = Should.Throw<DatasetException>(() => scaler.Transform(Dataset.FromTargets([1, 0, 1, 1e10f], 2, [0, 0])));
        (exception.Row, exception.Column).ShouldBe((1, 1));
    }

    private static float[] Column(Dataset data, int column)
    {
        float[] values = new float[data.Count];
        for (int row = 0; row < values.Length; row++)
        {
            values[row] = data.Features(row)[column];
        }

        return values;
    }
}
