using System;
using System.IO;
using System.Linq;
using Mlp.Serving;
using Mlp.Testing.Tests;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Onnx.Tests.Export;

/// <summary>Networks of users write themselves, with what they know of their data.</summary>
public sealed class NetworkExportTests
{
    private static readonly Random Random = new(3);

    [Fact]
    public void Emitted_networks_write_themselves()
    {
        ShouldAgree(new Flowers());
        ShouldAgree(new Regressor());
        ShouldAgree(new Pictures());
        ShouldAgree(new Signals());
    }

    [Fact]
    public void A_network_without_instances_is_written()
    {
        using var stream = new MemoryStream();
        OnnxFile.Save<ConstantNetwork>(stream, new OnnxExportOptions { ClassNames = ["no", "yes"] });
        float[] inputs = ReferenceGrid.Uniform(6, -1, 1, Random);
        float[] expected = new float[6];
        ConstantNetwork.ForwardBatch(inputs, expected);

        using var session = new RuntimeSession(stream.ToArray());

        ExportedNetwork.ShouldBeClose(session.Run(inputs), expected);
        session.Metadata("classes").ShouldBe("[\"no\",\"yes\"]");
    }

    [Fact]
    public void A_file_is_replaced_in_one_step_and_stays_where_nothing_can_be_written()
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.onnx");
        try
        {
            var network = new Flowers();
            File.WriteAllText(path, "old");
            Should.Throw<ArgumentException>(() => network.SaveOnnx(path, new OnnxExportOptions { ClassNames = ["one"] }));
            File.ReadAllText(path).ShouldBe("old");

            network.SaveOnnx(path);

            File.ReadAllBytes(path).ShouldBe(Bytes(network));
            OnnxFile.Save<ConstantNetwork>(path);
            new RuntimeSession(File.ReadAllBytes(path)).Dispose();
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_file_stays_what_it_was_where_the_options_are_wrong()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "before");

            Should.Throw<ArgumentException>(() => new Flowers().SaveOnnx(path, new OnnxExportOptions { ClassNames = ["only one"] }));

            File.ReadAllText(path).ShouldBe("before");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Names_of_tensors_are_the_callers()
    {
        using var session = new RuntimeSession(Bytes(new Flowers(), new OnnxExportOptions { InputName = "x", OutputName = "pravděpodobnosti" }));

        (session.Input, session.Output).ShouldBe(("x", "pravděpodobnosti"));
    }

    [Theory]
    [InlineData("x", "x")]
    [InlineData("x", "layer1.weight")]
    [InlineData("x", "layer1/Relu")]
    public void An_output_that_is_called_as_another_tensor_is_refused(string input, string output) =>
        Should.Throw<ArgumentException>(() => Bytes(new Flowers(), new OnnxExportOptions { InputName = input, OutputName = output })).Message.ShouldContain("choose another OutputName");

    [Fact]
    public void An_input_that_is_called_as_a_weight_keeps_its_name()
    {
        using var session = new RuntimeSession(Bytes(new Flowers(), new OnnxExportOptions { InputName = "layer1.weight" }));

        session.Input.ShouldBe("layer1.weight");
    }

    [Fact]
    public void Names_are_text()
    {
        Should.Throw<ArgumentException>(() => new OnnxExportOptions { InputName = "" });
        Should.Throw<ArgumentException>(() => new OnnxExportOptions { OutputName = "\ud800" }).Message.ShouldContain("half a character");
    }

    [Fact]
    public void What_a_network_knows_of_its_data_is_written()
    {
        var scaler = new StandardScaler([1, 2, 3, 4], [2, 2, 2, 2]);
        var network = new Flowers();
        network.SetSchema(new DataSchema { ClassNames = ["a", "b", "č"], Scaler = scaler });
        Canary canary = Canary.Record(network, [1, 2, 3, 4]);

        using var plain = new RuntimeSession(Bytes(network, new OnnxExportOptions { Canary = canary }));
        using var scaled = new RuntimeSession(Bytes(network, new OnnxExportOptions { Scaler = scaler }));

        plain.Metadata("classes").ShouldBe("[\"a\",\"b\",\"\\u010D\"]");
        plain.Metadata("mlp.scaler")!.ShouldContain("StandardScaler");
        Canary.Parse(plain.Metadata("mlp.canary")!).ParameterHash.ShouldBe(canary.ParameterHash);
        scaled.Metadata("classes").ShouldBe(plain.Metadata("classes"));
        scaled.Metadata("mlp.scaler").ShouldBeNull();
    }

    [Fact]
    public void Options_that_contradict_the_network_or_each_other_are_refused()
    {
        var network = new Flowers();
        network.SetSchema(new DataSchema { ClassNames = ["a", "b", "c"], Scaler = new StandardScaler([1, 2, 3, 4], [2, 2, 2, 2]) });
        Canary other = Canary.Record(new Pictures(), new float[96]);
        Canary own = Canary.Record(network, [1, 2, 3, 4]);

        Refusal(new OnnxExportOptions { ClassNames = ["x", "y", "z"] }).ShouldContain("fitted on {a, b, c}");
        Refusal(new OnnxExportOptions { Scaler = new StandardScaler([0, 0, 0, 0], [1, 1, 1, 1]) }).ShouldContain("features that went through");
        Refusal(new OnnxExportOptions { TargetScaler = new StandardScaler([0], [1]) }).ShouldContain("targets that went through");
        Refusal(new OnnxExportOptions { Canary = other }).ShouldContain("has a canary of 96 inputs");
        Refusal(new OnnxExportOptions { Canary = own, Scaler = network.GetSchema()!.Scaler }).ShouldContain("leave one of them out");
        network.SetParameters(new float[Flowers.ParameterCount]);
        Refusal(new OnnxExportOptions { Canary = own }).ShouldContain("other parameters");
        Should.Throw<ArgumentException>(() => network.SaveOnnx(new MemoryStream([], writable: false))).Message.ShouldContain("cannot be written");

        string Refusal(OnnxExportOptions options) => Should.Throw<ArgumentException>(() => Bytes(network, options)).Message;
    }

    private static void ShouldAgree<TNetwork>(TNetwork network)
        where TNetwork : class, IPredictor<TNetwork>
    {
        network.SetParameters(ReferenceGrid.Uniform(TNetwork.ParameterCount, -1, 1, Random));
        float[] inputs = ReferenceGrid.Uniform(5 * TNetwork.InputSize, -2, 2, Random);
        float[] expected = new float[5 * TNetwork.OutputSize];
        network.ForwardBatch(inputs, expected);
        using var session = new RuntimeSession(Bytes(network));

        ExportedNetwork.ShouldBeClose(session.Run(inputs), expected);
        ExportedNetwork.ShouldBeClose(
            session.Run(inputs[..TNetwork.InputSize]), [.. expected.Take(TNetwork.OutputSize)]);
    }

    private static byte[] Bytes<TNetwork>(IPredictor<TNetwork> network, OnnxExportOptions? options = null)
        where TNetwork : IPredictor<TNetwork>
    {
        using var stream = new MemoryStream();
        network.SaveOnnx(stream, options);
        return stream.ToArray();
    }
}
