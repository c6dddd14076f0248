using System;
using System.Globalization;
using System.IO;
using System.Linq;
using Mlp.Build;
using Mlp.Runtime.Tests.Serialization;
using Mlp.Serialization;
using Mlp.Serving;
using Mlp.Training;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Build;

/// <summary>The text of a weight file says what the reader says, and its digits are the floats.</summary>
public sealed class WeightTextTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlp-text-");

    [Fact]
    public void A_file_that_is_refused_becomes_the_readers_code_and_message()
    {
        foreach (object[] row in BadFiles.All)
        {
            byte[] file = (byte[])row[1];
            WeightFileException expected = Should.Throw<WeightFileException>(() => Safetensors.Load(file));
            string[] lines = TextOf(file);
            if (expected.Code == WeightFileError.UnsupportedDType)
            {
                // Whether the network has such a tensor is not known here, but whether its bytes are as many as they should be.
                lines.ShouldContain(line => line.StartsWith("refused UnsupportedDType ", StringComparison.Ordinal) || line.StartsWith("fault SizeMismatch ", StringComparison.Ordinal));
            }
            else if (IsAboutTheNetwork(expected.Code))
            {
                lines[2].ShouldNotStartWith("fault", customMessage: (string)row[0]);
            }
            else
            {
                lines[2..].ShouldBe([$"fault {expected.Code} {expected.Message}", ""], (string)row[0]);
            }
        }
    }

    [Fact]
    public void A_file_that_is_not_there_or_no_file_is_a_fault_too()
    {
        TextOf(Path.Combine(_folder.FullName, "gone.safetensors"))[2].ShouldStartWith("fault Unreadable Could not find file");
        TextOf(_folder.CreateSubdirectory("folder.safetensors").FullName)[2].ShouldStartWith("fault Unreadable ");
    }

    [Fact]
    public void All_tensors_stand_in_the_order_of_the_file_a_line_for_each_row()
    {
        float[] parameters = [.. Enumerable.Range(1, 17).Select(number => number / 8f)];
        string[] lines = TextOf(Safetensors.Save(Networks.Small, parameters));
        lines[0].ShouldBe("mlp weights 1");
        lines[1].ShouldBe("file " + Path.Combine(_folder.FullName, "weights.safetensors"));
        lines[2..].ShouldBe(
        [
            "network \"2-3-2 ReLU Softmax CrossEntropy\"",
            "tensor [3, 2] \"0.weight\"", "0.125 0.25", "0.375 0.5", "0.625 0.75",
            "tensor [3] \"0.bias\"", "0.875 1 1.125",
            "tensor [2, 3] \"2.weight\"", "1.25 1.375 1.5", "1.625 1.75 1.875",
            "tensor [2] \"2.bias\"", "2 2.125",
            "",
        ]);
    }

    [Fact]
    public void Digits_give_every_float_back()
    {
        var random = new Random(11);
        float[] parameters =
        [
            0f, -0f, float.Epsilon, -float.Epsilon, float.MaxValue, float.MinValue, 1f / 3, 16777217f, 1e-45f, 1.1754942e-38f,
            .. Enumerable.Range(0, 7).Select(_ => BitConverter.Int32BitsToSingle(random.Next(0x7F000000))),
        ];
        float[] read = [.. TextOf(Safetensors.Save(Networks.Small, parameters))
            .Where(line => line.Length > 0 && (char.IsDigit(line[0]) || line[0] == '-'))
            .SelectMany(line => line.Split(' '))
            .Select(digits => float.Parse(digits, CultureInfo.InvariantCulture))];
        Safetensors.SameBits(read, parameters).ShouldBeTrue();
    }

    [Fact]
    public void What_is_not_finite_is_spelt_for_the_compiler_to_refuse()
    {
        float[] parameters = [1, float.NaN, float.PositiveInfinity, float.NegativeInfinity, .. new float[13]];
        byte[] file = Safetensors.SaveAnything(Networks.Small, parameters);
        TextOf(file)[4..6].ShouldBe(["1 NaN", "Infinity -Infinity"]);
    }

    [Fact]
    public void Doubles_are_read_where_that_is_allowed()
    {
        byte[] file = Safetensors.File("{\"a\":{\"dtype\":\"F64\",\"shape\":[1,2],\"data_offsets\":[0,16]},\"mlp.b\":{\"dtype\":\"I64\",\"shape\":[0],\"data_offsets\":[16,16]}}", 16);
        TextOf(file)[2..].ShouldBe(
            ["tensor [1, 2] \"a\"", "refused UnsupportedDType Tensor \"a\" is F64, which is read on request only, for it is rounded: set AllowDouble, or save float32.", ""]);
        TextOf(file, allowDouble: true)[2..].ShouldBe(["tensor [1, 2] \"a\"", "0 0", ""]);

        BitConverter.TryWriteBytes(file.AsSpan(file.Length - 16), -1e300);
        BitConverter.TryWriteBytes(file.AsSpan(file.Length - 8), 1e300);
        TextOf(file, allowDouble: true)[2..].ShouldBe(["tensor [1, 2] \"a\"", "Large-Infinity LargeInfinity", ""]);
    }

    [Fact]
    public void What_travels_with_the_weights_is_said()
    {
        byte[] file = Safetensors.Save(Networks.Small, new float[17], new WeightFileOptions
        {
            ClassNames = ["cat\n", "dog"],
            Scaler = new StandardScaler([1, 2], [3, 4]),
            TargetScaler = new MinMaxScaler([0, 0], [1, 2]),
            Canary = new Canary([1, 2], [3, 4]),
        });
        TextOf(file)[3..10].ShouldBe(
        [
            "fits classes 2 2 class names, {cat\\u{000A}, dog}",
            "remark Its classes are {cat\\u{000A}, dog}.",
            "fits inputs 2 a scaler of 2 features",
            "remark Its inputs must go through StandardScaler of 2 (mean 1, deviation 3; mean 2, deviation 4) first.",
            "fits outputs 2 a target scaler of 2 targets",
            "remark Its outputs must go back through MinMaxScaler of 2 (0 to 1 becomes 0 to 1; 0 to 2 becomes 0 to 1).",
            "fits inputs 2 a canary of 2 inputs",
        ]);
        WeightText.Of("x", () => new MemoryStream(Safetensors.File("{}", 0)), allowDouble: false, zeroBiases: true, out _).ToString().ShouldEndWith("\nbiases zero\n");
    }

    [Fact]
    public void Tensors_that_no_network_has_keep_their_place_without_values()
    {
        byte[] file = Safetensors.File(
            "{\"s\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0,4]},\"none\":{\"dtype\":\"F32\",\"shape\":[3,0],\"data_offsets\":[4,4]},"
            + "\"cube\":{\"dtype\":\"F32\",\"shape\":[1,1,2],\"data_offsets\":[4,12]},\"\\n\\\"\":{\"dtype\":\"F16\",\"shape\":[1],\"data_offsets\":[12,14]}}",
            14);
        TextOf(file)[2..].ShouldBe(
        [
            "tensor [] \"s\"",
            "tensor [3, 0] \"none\"",
            "tensor [1, 1, 2] \"cube\"", "0 0",
            "tensor [1] \"\\u{000A}\\\"\"", "0",
            "",
        ]);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static bool IsAboutTheNetwork(WeightFileError code) =>
        code is WeightFileError.MissingTensor or WeightFileError.UnexpectedTensor or WeightFileError.ShapeMismatch or WeightFileError.MetadataMismatch
            or WeightFileError.NonFinite;

    private string[] TextOf(byte[] file, bool allowDouble = false)
    {
        string path = Path.Combine(_folder.FullName, "weights.safetensors");
        File.WriteAllBytes(path, file);
        return TextOf(path, allowDouble);
    }

    private string[] TextOf(string path, bool allowDouble = false)
    {
        string content = WeightText.Of(path, () => WeightPath.OpenRead(path), allowDouble, zeroBiases: false, out bool wasRead).ToString();
        wasRead.ShouldBe(File.Exists(path));
        content.ShouldNotContain('\r');
        return content.Split('\n');
    }
}
