using System.IO;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Serialization;

/// <summary>Weights of other activations or another loss load, unless the file must say that it is of the same network.</summary>
public sealed class SameNetworkTests
{
    private static readonly WeightFileOptions Insisting = new() { RequireSameNetwork = true };
    private static readonly NetworkDescription Tanh = Networks.Of(Activation.Tanh, Activation.Softmax, Loss.CrossEntropy, 2, 3, 2);

    [Fact]
    public void Weights_of_other_activations_load_unless_the_same_network_is_required()
    {
        byte[] file = Safetensors.Save(Tanh, new float[17]);
        Safetensors.Load(file).ShouldBe(new float[17]);
        WeightFileException exception = Should.Throw<WeightFileException>(() => Safetensors.Load(file, options: Insisting));
        exception.Code.ShouldBe(WeightFileError.NetworkMismatch);
        exception.Message.ShouldStartWith("The file is from a network \"2-3-2 Tanh Softmax CrossEntropy\", but this one is \"2-3-2 ReLU Softmax CrossEntropy\": ");
        Safetensors.Load(file, Tanh, Insisting).ShouldBe(new float[17]);
    }

    [Fact]
    public void Another_loss_and_other_sizes_are_other_networks()
    {
        NetworkDescription squared = Networks.Of(Activation.ReLU, Activation.Softmax, Loss.SquaredError, 2, 3, 2);
        Code(Safetensors.Save(squared, new float[17])).ShouldBe(WeightFileError.NetworkMismatch);
        NetworkDescription wider = Networks.Of(Activation.ReLU, Activation.Softmax, Loss.CrossEntropy, 2, 4, 2);
        Code(Safetensors.Save(wider, new float[Networks.Count(wider)])).ShouldBe(WeightFileError.NetworkMismatch);
    }

    [Fact]
    public void Another_number_of_an_activation_is_another_network()
    {
        NetworkDescription tenth = Networks.Of("LeakyReLU(0.1)", Activation.Softmax, Loss.CrossEntropy, 2, 3, 2);
        NetworkDescription usual = Networks.Of(Activation.LeakyReLU, Activation.Softmax, Loss.CrossEntropy, 2, 3, 2);
        byte[] file = Safetensors.Save(tenth, new float[17]);
        Safetensors.Load(file, tenth, Insisting).ShouldBe(new float[17]);
        Should.Throw<WeightFileException>(() => Safetensors.Load(file, usual, Insisting)).Message
            .ShouldStartWith("The file is from a network \"2-3-2 LeakyReLU(0.1) Softmax CrossEntropy\", but this one is \"2-3-2 LeakyReLU Softmax CrossEntropy\": ");
    }

    [Fact]
    public void A_file_that_does_not_say_is_not_known_to_be_the_same()
    {
        WeightFileException exception = Should.Throw<WeightFileException>(() => Safetensors.Load(Safetensors.File(Safetensors.Header), options: Insisting));
        exception.Code.ShouldBe(WeightFileError.NetworkMismatch);
        exception.Message.ShouldStartWith("The file does not say what network it is from, but this one is \"2-3-2 ReLU Softmax CrossEntropy\": ");
    }

    [Fact]
    public void A_network_that_is_loaded_so_stays_where_it_is_another()
    {
        byte[] file = Safetensors.Save(Tanh, new float[17]);
        var network = new ResumableNetwork(4);
        Should.Throw<WeightFileException>(() => network.LoadWeights(new MemoryStream(file), Insisting)).Code.ShouldBe(WeightFileError.NetworkMismatch);
        network.Equals(new ResumableNetwork(4)).ShouldBeTrue();
    }

    private static WeightFileError Code(byte[] file) => Should.Throw<WeightFileException>(() => Safetensors.Load(file, options: Insisting)).Code;
}
