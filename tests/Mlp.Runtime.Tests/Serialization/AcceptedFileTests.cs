using System.IO;
using System.Linq;
using Mlp.Runtime.Tests.Training.Fitting;
using Shouldly;
using Xunit;
using static Mlp.Runtime.Tests.Serialization.Safetensors;

namespace Mlp.Runtime.Tests.Serialization;

/// <summary>What a file may have beside its weights, how messages show it, and what becomes of the network.</summary>
public sealed class AcceptedFileTests
{
    [Theory]
    [InlineData("  \n\t\r" + Header + "\n  ")]
    [InlineData("{" + Bias2 + "," + Weight2 + "," + Bias0 + "," + Weight0 + "}")]
    [InlineData("{\"__metadata__\":{\"format\":\"pt\",\"mlp.network\":\"other\"}," + Weight0 + "," + Bias0 + "," + Weight2 + "," + Bias2 + "}")]
    [InlineData("{\"\\u0030.w\\u0065ight\":{\"dtype\":\"F3\\u0032\",\"sh\\u0061pe\":[3,2],\"data_offsets\":[0,24]}," + Bias0 + "," + Weight2 + "," + Bias2 + "}")]
    [InlineData("{\"0.weight\":{\"extra\":{\"a\":[1,{\"b\":null}]},\"dtype\":\"F32\",\"more\":1e9,\"shape\":[3,2],\"data_offsets\":[0,24]}," + Bias0 + "," + Weight2 + "," + Bias2 + "}")]
    [InlineData("{\"mlp.step\":{\"dtype\":\"I64\",\"shape\":[0],\"data_offsets\":[24,24]}," + Weight0 + "," + Bias0 + "," + Weight2 + "," + Bias2 + "}")]
    public void Loads(string header) => Load(Safetensors.File(header)).ShouldBe(new float[17]);

    [Fact]
    public void Tensors_of_the_library_are_passed_over_whatever_their_type()
    {
        string[] types = ["I64", "F32", "F64", "F4", "F6_E2M3"];
        string[] shapes = ["[1]", "[2,1]", "[1,1,1]", "[16]", "[4,4,1,1,1,1,1,1]"];
        int[] bytes = [8, 8, 8, 8, 12];
        int begin = DataBytes;
        string header = Header[..^1];
        for (int index = 0; index < types.Length; index++)
        {
            header += $",\"mlp.{index}\":{{\"dtype\":\"{types[index]}\",\"shape\":{shapes[index]},\"data_offsets\":[{begin},{begin + bytes[index]}]}}";
            begin += bytes[index];
        }

        Load(Safetensors.File(header + "}", begin)).ShouldBe(new float[17]);
    }

    [Fact]
    public void Four_thousand_tensors_load()
    {
        // Downwards: many a name is the beginning of one before it.
        string more = string.Concat(Enumerable.Range(0, 4_092).Reverse().Select(index => $",\"mlp.{index}\":{{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}}"));
        Load(Safetensors.File(Header[..^1] + more + "}")).ShouldBe(new float[17]);
    }

    [Theory]
    [InlineData("x\\u0000\\u001b[31m\\u202e\\u2066\\ufeff\\ue000", "\"x\\u{0000}\\u{001B}[31m\\u{202E}\\u{2066}\\u{FEFF}\\u{E000}\"")]
    [InlineData("a\\\"b\\\\", "\"a\\\"b\\\\\"")]
    [InlineData("žluťoučký", "\"žluťoučký\"")]
    public void Names_are_escaped_in_messages(string name, string shown) =>
        Should.Throw<WeightFileException>(() => Load(Safetensors.File(Header[..^1] + $",\"{name}\":{{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}}}}")))
            .Message.ShouldContain($"tensor {shown},");

    [Fact]
    public void A_name_of_a_million_characters_is_a_name()
    {
        string entry = $",\"{{0}}{new string('x', 1_000_000)}\":{{{{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}}}}}}}}";
        Load(Safetensors.File(Header[..^1] + string.Format(System.Globalization.CultureInfo.InvariantCulture, entry, "mlp."))).ShouldBe(new float[17]);
        WeightFileException exception = Should.Throw<WeightFileException>(
            () => Load(Safetensors.File(Header[..^1] + string.Format(System.Globalization.CultureInfo.InvariantCulture, entry, "\\u202e"))));
        exception.Code.ShouldBe(WeightFileError.UnexpectedTensor);
        exception.Message.Length.ShouldBeLessThan(300);
    }

    [Fact]
    public void Messages_say_what_to_do()
    {
        Message(Safetensors.File(Header, 50)).ShouldStartWith("The header describes 68 bytes of data, the file has 50:");
        Message(Safetensors.File(Header.Replace("[3,2]", "[2,3]"))).ShouldBe(
            "Tensor \"0.weight\" has the shape [2, 3] in the file, but [3, 2] in the network. That is its transpose: is this Keras or scikit-learn layout? Choose it with WeightFileOptions.Layout.");
        Message(Save(Networks.Small, new float[17], new WeightFileOptions { Layout = WeightLayout.ScikitLearn })).ShouldBe(
            "The file has no tensor \"0.weight\" of shape [3, 2]. It has \"coefs_.0\", \"intercepts_.0\", \"coefs_.1\", \"intercepts_.1\": choose WeightFileOptions.Layout after their names, or rename them. "
            + "The file says that it is from a network \"2-3-2 ReLU Softmax CrossEntropy\".");
        float[] parameters = new float[17];
        parameters[5] = float.NaN;
        Message(SaveAnything(Networks.Small, parameters)).ShouldStartWith("Tensor \"0.weight\" has a NaN at index 5, that is [2, 1] (counted from 0):");
        Message([.. "PK\x03\x04"u8, .. new byte[99]]).ShouldStartWith("This is a zip archive, as NumPy (.npz), PyTorch (.pt, .pth) and Keras (.keras) write,");
    }

    [Fact]
    public void A_network_is_loaded_whole_or_not_at_all()
    {
        var network = new LinearNetwork();
        float[] before = network.Parameters.ToArray();
        using var saved = new MemoryStream();
        network.SaveWeights(saved);
        byte[] file = saved.ToArray();
        network.SetParameters([1, 2, 3, 4, 5, 6]);
        for (int length = 0; length < file.Length; length++)
        {
            Should.Throw<WeightFileException>(() => network.LoadWeights(new MemoryStream(file[..length])));
        }

        network.Parameters.ToArray().ShouldBe([1, 2, 3, 4, 5, 6]);
        network.LoadWeights(new SlowStream(file));
        network.Parameters.ToArray().ShouldBe(before);
    }

    private static string Message(byte[] file) => Should.Throw<WeightFileException>(() => Load(file)).Message;
}
