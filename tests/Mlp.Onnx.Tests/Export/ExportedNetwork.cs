using System;
using System.Linq;
using Google.Protobuf;
using Mlp.Onnx.Graph;
using Mlp.Onnx.Protos;
using Mlp.Onnx.Reading;
using Mlp.Testing.Tests;
using Shouldly;

namespace Mlp.Onnx.Tests.Export;

/// <summary>A network that is interpreted, its model, and the comparison of both.</summary>
internal sealed class ExportedNetwork
{
    private const int Samples = 3;
    private const double Tolerance = 1e-5;

    private readonly Random _random;

    internal ExportedNetwork(string layers, string output = Activation.Identity, string loss = Loss.SquaredError, int seed = 5)
    {
        _random = new Random(seed);
        Description = LayerText.Network(layers, output, loss);
        Parameters = ReferenceGrid.Uniform(Description.Layers.Sum(layer => layer.ParameterCount), -1, 1, _random);
    }

    internal NetworkDescription Description { get; }

    internal float[] Parameters { get; }

    internal ModelProto Model(OnnxExportOptions? options = null) => OnnxFile.Model(Description, Parameters, known: null, options);

    /// <summary>The operators of the model, in their order.</summary>
    internal string[] Operators => [.. Model().Graph.Node.Select(node => node.OpType)];

    /// <summary>What the reader makes of the model.</summary>
    internal OnnxGraph Graph => OnnxReader.Read(Model().ToByteArray(), static _ => null);

    internal float[] Inputs(double from = -2, double to = 2) => ReferenceGrid.Uniform(Samples * Description.Layers[0].Inputs, from, to, _random);

    internal float[] Outputs(float[] inputs) => Interpreted.Outputs(Description, Parameters, inputs);

    /// <summary>ONNX Runtime gives what the network gives, within a part of the largest output.</summary>
    internal void ShouldAgree(double tolerance = Tolerance)
    {
        float[] inputs = Inputs();
        using var session = new RuntimeSession(Model().ToByteArray());

        ShouldBeClose(session.Run(inputs), Outputs(inputs), tolerance);
        session.OutputDimensions.ShouldBe([-1, .. Description.Layers[^1].OutputShape]);
    }

    internal static void ShouldBeClose(float[] actual, float[] expected, double tolerance = Tolerance)
    {
        actual.Length.ShouldBe(expected.Length);
        double allowed = tolerance * Math.Max(expected.Max(Math.Abs), 1e-3f);
        for (int index = 0; index < actual.Length; index++)
        {
            ((double)actual[index]).ShouldBe(expected[index], allowed, $"output {index}");
        }
    }
}
