using System;
using System.Collections.Generic;
using System.Linq;
using Google.Protobuf;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Onnx.Tests.Export;

/// <summary>Scalers are operators of the model: it takes what was measured, and predicts in the units of the targets.</summary>
public sealed class ScalerExportTests
{
    private static readonly (string Layers, FeatureScaler? Inputs, FeatureScaler? Targets, string[] Operators)[] Cases =
    [
        ("2 | Dense 3 Tanh | Dense 1", new StandardScaler([100, -5], [20, 0.1]), new StandardScaler([7], [3]), ["Sub", "Div", "Gemm", "Tanh", "Gemm", "Mul", "Add"]),
        ("2 | Dense 3 | Dense 2", new MinMaxScaler([-1, 2], [4, 9]), null, ["Sub", "Mul", "Gemm", "Gemm"]),
        ("2 | Dense 2", new MinMaxScaler([-1, 2], [4, 9], -1, 1), new MinMaxScaler([0, 10], [5, 30], -1, 1), ["Sub", "Mul", "Add", "Gemm", "Sub", "Div", "Add"]),
        ("2 | Dense 2", null, new MinMaxScaler([0, 10], [5, 30]), ["Gemm", "Div", "Add"]),
        ("2x2x2 | Conv 2 2x1", new StandardScaler([1, 2, 3, 4, 5, 6, 7, 8], [8, 7, 6, 5, 4, 3, 2, 1]), new StandardScaler([1, 2, 3, 4], [4, 3, 2, 1]), ["Sub", "Div", "Transpose", "Conv", "Transpose", "Mul", "Add"]),
    ];

    public static IEnumerable<object[]> Numbers => Enumerable.Range(0, Cases.Length).Select(static index => new object[] { index });

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_model_with_scalers_takes_and_gives_units(int index)
    {
        (string layers, FeatureScaler? scaler, FeatureScaler? targets, string[] operators) = Cases[index];
        var network = new ExportedNetwork(layers);
        float[] scaled = network.Inputs();
        float[] measured = (float[])scaled.Clone();
        scaler?.InverseTransform(scaled, measured);
        scaler?.Transform(measured, scaled);
        float[] expected = network.Outputs(scaled);
        targets?.InverseTransform(expected, expected);
        var options = new OnnxExportOptions { Scaler = scaler, TargetScaler = targets };

        using var session = new RuntimeSession(network.Model(options).ToByteArray());

        ExportedNetwork.ShouldBeClose(session.Run(measured), expected);
        network.Model(options).Graph.Node.Select(node => node.OpType).ShouldBe(operators);
    }

    [Fact]
    public void Scalers_that_floats_cannot_compute_are_refused()
    {
        var network = new ExportedNetwork("1 | Dense 1");

        Refusal(new OnnxExportOptions { Scaler = new StandardScaler([1e6], [1]) }).ShouldContain("Feature 0 (counted from 0) of the scaler");
        Refusal(new OnnxExportOptions { Scaler = new MinMaxScaler([1e6], [1e6 + 1]) }).ShouldContain("subtract a constant from the feature");
        Refusal(new OnnxExportOptions { Scaler = new StandardScaler([0], [1e-60]) }).ShouldContain("1E-60 for the deviation of column 0");
        Refusal(new OnnxExportOptions { TargetScaler = new StandardScaler([1e60], [1]) }).ShouldContain("is no float");

        string Refusal(OnnxExportOptions options) => Should.Throw<ArgumentException>(() => network.Model(options)).Message;
    }
}
