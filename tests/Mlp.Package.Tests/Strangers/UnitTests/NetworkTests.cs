using Mlp;
using Models;
using Xunit;

namespace UnitTests;

public sealed partial class NetworkTests
{
    [Fact]
    public void A_step_lowers_the_loss()
    {
        var network = new ParityNet(seed: 3);
        float[] inputs = [0, 0, 1, 1, 1, 1];
        int[] labels = [1, 0];

        float before = network.TrainStep(inputs, labels, learningRate: 0.01f);

        Assert.True(network.ComputeLoss(inputs, labels) < before);
    }

    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    public void A_twin_predicts_the_same(ulong seed)
    {
        float[] one = new float[2];
        float[] other = new float[2];

        new ParityNet(seed).Forward([0, 1, 1], one);
        new Twin(seed).Forward([0, 1, 1], other);

        Assert.Equal(one, other);
    }

    [Mlp(3, 8, 2, Hidden = "Tanh", Output = "Softmax", Optimizer = "Adam")]
    private sealed partial class Twin;
}
