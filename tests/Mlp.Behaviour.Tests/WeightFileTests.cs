using System.IO;
using System.Reflection;
using Shouldly;
using Xunit;

namespace Mlp.Behaviour.Tests;

/// <summary>Every network saves and loads itself, to the last bit.</summary>
public sealed class WeightFileTests
{
    [Theory]
    [EveryNetwork]
    public void What_is_saved_is_loaded_to_the_last_bit(NetworkCase network)
    {
        var bench = new Bench(network, seed: 21);
        byte[] saved = Save(bench.Network.Sliced);

        object loaded = network.Type.GetMethod("Load", [typeof(Stream)])!.Invoke(null, [new MemoryStream(saved)])!;

        Bitwise.AssertEqual(WeightFile.Load(new MemoryStream(saved), network.Description), bench.Parameters, "parameters in the file");
        Save(loaded).ShouldBe(saved);
    }

    [Theory]
    [EveryNetwork]
    public void A_file_of_another_network_is_refused(NetworkCase network)
    {
        var other = new MemoryStream();
        var description = new NetworkDescription([new LayerDescription("Dense", 4097, 3, Activation.Identity, 0)], Loss.SquaredError, Optimizer.SGD, Initializer.Uniform);
        WeightFile.Save(other, description, new float[(4097 * 3) + 3]);
        other.Position = 0;

        Should.Throw<TargetInvocationException>(() => network.Type.GetMethod("Load", [typeof(Stream)])!.Invoke(null, [other]))
            .InnerException.ShouldBeOfType<WeightFileException>();
    }

    [Fact]
    public void A_path_is_saved_to_and_loaded_from()
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory("mlp").FullName, "net.safetensors");
        var network = new Networks.N4x16x3_ReLU_Softmax(5);
        network.Save(path);

        Networks.N4x16x3_ReLU_Softmax loaded = Networks.N4x16x3_ReLU_Softmax.Load(path);

        float[] inputs = [1, -2, 3, -4];
        (float[] expected, float[] actual) = (new float[3], new float[3]);
        network.Forward(inputs, expected);
        loaded.Forward(inputs, actual);
        Bitwise.AssertEqual(actual, expected, "outputs");
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    private static byte[] Save(object network)
    {
        using var stream = new MemoryStream();
        network.GetType().GetMethod("Save", [typeof(Stream)])!.Invoke(network, [stream]);
        return stream.ToArray();
    }
}
