using System;
using System.Linq;
using Mlp.Runtime.Tests.Serialization;
using Mlp.Serving;
using Shouldly;
using Xunit;

namespace Mlp.Runtime.Tests.Serving;

/// <summary>
/// A recorded canary: the tolerance follows from the sums behind the outputs. Every float evaluation of the same network passes, of
/// whatever scale its numbers are; other parameters do not.
/// </summary>
public sealed class RecordedCanaryTests
{
    private static readonly string[] Hidden =
    [
        Activation.Identity, Activation.ReLU, Activation.LeakyReLU, Activation.ELU, Activation.SiLU, Activation.GELU, Activation.Softplus,
        Activation.Sigmoid, Activation.Tanh, Activation.ArcTan, Activation.SELU, Activation.ReLU6, Activation.HardSigmoid, Activation.HardSwish,
        Activation.Mish, Activation.Softsign, "LeakyReLU(0.1)", "LeakyReLU(3)", "ELU(0.3)",
    ];

    private static readonly string[] Outputs = [.. Hidden, Activation.Softmax, Activation.Exp];

    [Fact]
    public void Every_activation_is_among_them()
    {
        string[] names = [.. typeof(Activation).GetFields().Select(field => field.Name).Except([Activation.PReLU])];
        Outputs.Intersect(names).ShouldBe(names, ignoreOrder: true);
    }

    [Fact]
    public void Every_order_of_the_sums_passes_fused_or_not_in_both_modes()
    {
        var random = new Random(5);
        int recorded = 0;
        for (int round = 0; round < 1_500; round++)
        {
            (LayeredNetwork network, float[] inputs) = Next(random, round);
            var recorder = new LayeredNetwork(network.Parameters) { IsFast = round % 2 == 1 };
            if (Recorded(recorder, inputs) is not { } canary)
            {
                continue;
            }

            recorded++;
            foreach (LayeredNetwork other in (LayeredNetwork[])
            [
                network,
                new(network.Parameters) { Order = static count => [.. Enumerable.Range(0, count).Reverse()] },
                new(network.Parameters) { IsFused = true },
                new(network.Parameters) { IsFused = true, Chains = 8 },
                new(network.Parameters) { IsFast = true },
                new(network.Parameters) { IsFast = true, IsFused = true, Chains = 4 },
                new(network.Parameters) { Order = count => [.. Enumerable.Range(0, count).OrderBy(_ => random.Next())], Chains = 3 },
            ])
            {
                Should.NotThrow(() => canary.Verify(other), LayeredNetwork.Description.ToString());
            }

            Canary.Parse(canary.ToString()).ToString().ShouldBe(canary.ToString());
        }

        recorded.ShouldBeGreaterThan(1_200);
    }

    /// <summary>With the hash and without it: the outputs alone show what is worth a thousandth of the largest term of a sum.</summary>
    [Fact]
    public void Other_parameters_are_refused()
    {
        var random = new Random(6);
        int byOutput = 0;
        int rounds = 0;
        for (int round = 0; round < 300; round++)
        {
            (LayeredNetwork network, float[] inputs) = Next(random, round);
            if (Recorded(network, inputs) is not { } canary)
            {
                continue;
            }

            var withoutHash = Canary.Of(canary.SampleCount, canary.Input.Span, canary.ExpectedOutput.Span, canary.Tolerances.Span, default);
            int index = random.Next(network.Parameters.Length);
            foreach (LayeredNetwork other in (LayeredNetwork[])
            [
                With(network, index, network.Parameters[index] * 1.001f), new LayeredNetwork(new float[network.Parameters.Length]),
                new LayeredNetwork([.. network.Parameters.Reverse()]), With(network, index, MathF.BitIncrement(network.Parameters[index])),
            ])
            {
                if (other.Parameters.SequenceEqual(network.Parameters))
                {
                    continue;
                }

                Should.Throw<CanaryException>(() => canary.Verify(other)).Message.ShouldStartWith("The parameters are not those that the canary was recorded with (SHA-256 ");
            }

            rounds++;
            byOutput += Refuses(withoutHash, new LayeredNetwork(new float[network.Parameters.Length])) ? 1 : 0;
        }

        // Where all units are saturated or all inputs rest, no output says anything.
        ((double)byOutput / rounds).ShouldBeGreaterThan(0.8);
    }

    [Fact]
    public void Small_outputs_are_compared_at_their_own_scale()
    {
        LayeredNetwork.Description = Networks.Of(Activation.Identity, Activation.Identity, Loss.SquaredError, 2, 2);
        var network = new LayeredNetwork([1e-5f, 2e-5f, -1e-5f, 3e-5f, 0, 0]);
        Canary canary = Canary.Record(network, [1, 1]);
        canary.Verify(network);
        canary.Tolerances.Span[0].ShouldBeLessThan(1e-10f);
        var withoutHash = Canary.Of(1, canary.Input.Span, canary.ExpectedOutput.Span, canary.Tolerances.Span, default);
        Should.Throw<CanaryException>(() => withoutHash.Verify(new LayeredNetwork(new float[6]))).Message.ShouldStartWith("Output 0 (counted from 0) is 0, but the canary expects 3E-05 ± ");
        Should.Throw<CanaryException>(() => withoutHash.Verify(With(network, 0, 1.001e-5f)));
    }

    [Fact]
    public void An_output_in_which_large_terms_cancel_may_differ_by_what_they_are_rounded_by()
    {
        LayeredNetwork.Description = Networks.Of(Activation.Identity, Activation.Identity, Loss.SquaredError, 3, 1);
        var network = new LayeredNetwork([0.7f, -0.7f, 0.3f, 0.25f]);
        float[] input = [40_000.3f, 40_001.1f, 1.5f];
        Canary canary = Canary.Record(network, input);
        canary.Verify(new LayeredNetwork(network.Parameters) { IsFused = true });
        canary.Verify(new LayeredNetwork(network.Parameters) { Order = static count => [2, 1, 0], IsFused = true });
        canary.Verify(new LayeredNetwork(network.Parameters) { Chains = 3 });
        canary.Tolerances.Span[0].ShouldBeInRange(1e-3f, 0.2f);
    }

    [Fact]
    public void Several_samples_are_compared_each()
    {
        LayeredNetwork.Description = Networks.Of(Activation.Identity, Activation.Identity, Loss.SquaredError, 2, 1);
        var network = new LayeredNetwork([1, 2, 3]);
        Canary canary = Canary.Record(network, [1, 0, 0, 1, 1, 1], 1e-3f);
        (canary.SampleCount, canary.InputSize, canary.OutputSize, canary.ParameterHash).ShouldBe((3, 2, 1, null));
        canary.ExpectedOutput.ToArray().ShouldBe([4, 5, 6]);
        canary.ToString().ShouldBe("1 0 -> 4 within 0.001; 0 1 -> 5 within 0.001; 1 1 -> 6 within 0.001");
        Should.Throw<CanaryException>(() => canary.Verify(new LayeredNetwork([1, 1.5f, 3]))).Message
            .ShouldBe("Output 0 of sample 1 (counted from 0) is 4.5, but the canary expects 5 ± 0.005.");
    }

    [Fact]
    public void The_text_has_each_tolerance_and_the_hash()
    {
        LayeredNetwork.Description = Networks.Of(Activation.Identity, Activation.Identity, Loss.SquaredError, 1, 1);
        string text = Canary.Record(new LayeredNetwork([1, 0]), [2, 3]).ToString();
        text.ShouldMatch("^2 -> 2 within [0-9.E-]+ each; 3 -> 3 within [0-9.E-]+ each; parameters [0-9a-f]{64}$");
        Canary read = Canary.Parse(text);
        read.ParameterHash.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData([0, 0, 0x80, 0x3F, 0, 0, 0, 0])));
        Canary.Parse("5.1 3.5 -> 0.98 0.01 within 0.0001").ToString().ShouldBe("5.1 3.5 -> 0.98 0.01 within 0.0001");
    }

    [Fact]
    public void What_cannot_be_recorded_is_said()
    {
        LayeredNetwork.Description = Networks.Of(Activation.Identity, Activation.Identity, Loss.SquaredError, 2, 1);
        var network = new LayeredNetwork([1, 2, 3]);
        Should.Throw<ArgumentException>(() => Canary.Record(network, [])).Message.ShouldStartWith("inputs is empty");
        Should.Throw<ArgumentException>(() => Canary.Record(network, [1, 2, 3])).Message.ShouldStartWith("inputs has length 3, but must have a multiple of 2");
        Should.Throw<ArgumentException>(() => Canary.Record(network, [1, float.NaN])).ParamName.ShouldBe("inputs");
        Should.Throw<ArgumentException>(() => Canary.Record(new LayeredNetwork([float.NaN, 0, 0]), [1, 1])).Message.ShouldContain("no canary can be recorded");
        Should.Throw<ArgumentException>(() => Canary.Record(new LayeredNetwork([1, -1, 0]), [3e38f, 3e38f])).Message.ShouldContain("near the largest float");

        // A network that does not compute what it says that it is.
        LayeredNetwork.Description = Networks.Of(Activation.Identity, "relu", Loss.SquaredError, 2, 1);
        Should.Throw<ArgumentException>(() => Canary.Record(new LayeredNetwork([-1, -1, 0]), [1, 1])).Message.ShouldContain("a tolerance of your own");
    }

    private static (LayeredNetwork Network, float[] Inputs) Next(Random random, int round)
    {
        int[] sizes = [.. Enumerable.Range(0, random.Next(2, 6)).Select(_ => random.Next(1, 40))];
        LayeredNetwork.Description = Networks.Of(Hidden[round % Hidden.Length], Outputs[random.Next(Outputs.Length)], Loss.SquaredError, sizes);
        double scale = Math.Pow(10, random.Next(-6, 6));
        double weights = Math.Pow(10, random.Next(-3, 1));
        float[] parameters = [.. Enumerable.Range(0, LayeredNetwork.ParameterCount).Select(_ => (float)(weights * ((2 * random.NextDouble()) - 1)))];
        float[] inputs = [.. Enumerable.Range(0, random.Next(1, 4) * sizes[0]).Select(_ => (float)(scale * (0.9 + (0.2 * random.NextDouble())) * (random.Next(4) == 0 ? 0.1 : 1)))];
        return (new LayeredNetwork(parameters), inputs);
    }

    // An exponential of a large sum is infinite: there is no canary then.
    private static Canary? Recorded(LayeredNetwork network, float[] inputs)
    {
        try
        {
            return Canary.Record(network, inputs);
        }
        catch (ArgumentException exception) when (exception.Message.Contains("no canary can be recorded", StringComparison.Ordinal))
        {
            return null;
        }
    }

    private static LayeredNetwork With(LayeredNetwork network, int index, float value)
    {
        float[] parameters = [.. network.Parameters];
        parameters[index] = value;
        return new LayeredNetwork(parameters);
    }

    private static bool Refuses(Canary canary, LayeredNetwork network)
    {
        try
        {
            canary.Verify(network);
            return false;
        }
        catch (CanaryException)
        {
            return true;
        }
    }
}
