using System.Threading.Tasks;
using Mlp.Generator.Tests.Harness;
using Mlp.Testing;

namespace Mlp.Generator.Tests;

/// <summary>
/// What is emitted for a handful of networks, to the letter: all files of each stand in <c>Snapshots</c>. Run once
/// with <c>MLP_ACCEPT_SNAPSHOTS=1</c> to accept a change, and read the difference.
/// </summary>
public sealed class SnapshotTests
{
    [Fact]
    public Task A_classifier_of_three() => Verify("[Mlp(4, 16, 3, Hidden = \"ReLU\", Output = \"Softmax\")] public sealed partial class IrisNet;");

    [Fact]
    public Task A_logistic_regression() => Verify("[Mlp(4, 1, Output = \"Sigmoid\")] public sealed partial class LogisticRegression;");

    [Fact]
    public Task A_deep_network() => Verify("[Mlp(8, 8, 8, 8, 8, 8, 8, 4, Hidden = \"Tanh\")] public sealed partial class DeepNet;");

    [Fact]
    public Task A_network_past_the_unroll_budget() => Verify("[Mlp(784, 128, 10, Output = \"Softmax\")] public sealed partial class DigitNet;");

    [Fact]
    public Task A_network_past_the_limits_of_kernels() =>
        Verify("[Mlp(2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, Output = \"Softmax\", Optimizer = \"Adam\")] public sealed partial class FunnelNet;");

    [Fact]
    public Task A_fast_classifier() => Verify("[Mlp(3, 5, 2, Hidden = \"SiLU\", Output = \"Softmax\", Math = \"Fast\")] public sealed partial class SwiftNet;");

    [Fact]
    public Task A_population() => Verify("[Mlp(4, 9, 3, Hidden = \"Tanh\", Output = \"Softmax\", Population = true)] public sealed partial class Brain;");

    [Fact]
    public Task A_network_of_several_activations() =>
        Verify("[Mlp(3, 5, 4, 2, Hidden = \"Tanh, LeakyReLU(0.1)\", Output = \"ELU(0.5)\")] public sealed partial class MixedNet;");

    [Fact]
    public Task A_struct() => Verify("[Mlp(3, 3, Output = \"Exp\")] public partial struct RateNet;");

    [Fact]
    public Task An_optimizer_with_moments() => Verify("[Mlp(5, 3, Output = \"Softmax\", Optimizer = \"AdamW\", Beta1 = 0.95, L1 = 1e-4)] public sealed partial class LassoNet;");

    [Fact]
    public Task A_nested_generic() => Verify("public partial class Outer<T> { [Mlp(2, 5, 2, Hidden = \"GELU\")] public sealed partial class Net; }");

    [Fact]
    public Task Weights_compiled_in() => Verify("[Mlp(2, 3, 1, Weights = \"small.safetensors\")] public sealed partial class WarmNet;");

    [Fact]
    public Task A_classifier_that_only_predicts() => Verify("[Mlp(2, 3, 2, Hidden = \"Tanh\", Output = \"Softmax\", Trains = false)] public sealed partial class Judge;");

    [Fact]
    public Task A_frozen_classifier() => Verify("[Mlp(2, 3, 2, Hidden = \"Tanh\", Output = \"Softmax\", Weights = \"models/spiral.safetensors\", Frozen = true)] public static partial class Spiral;");

    [Fact]
    public Task A_frozen_struct() => Verify("[Mlp(40, 30, Weights = \"wide.safetensors\", Frozen = true)] public readonly partial record struct WideNet;");

    [Fact]
    public Task A_network_of_images() => Verify("""
        [Network(8, 8, 1, Output = "Softmax", Optimizer = "Adam")]
        [Conv(4, 3, Padding = "Same"), MaxPool(2), Conv(6, 3, Activation = "Tanh")]
        [Flatten, Dense(10)]
        public sealed partial class DigitNet;
        """);

    [Fact]
    public Task A_network_of_sequences() => Verify("""
        [Network(20, 2)]
        [Affine(new[] { 0.5, 2 }, new[] { 0, -1.5 }), Clip(-3, double.PositiveInfinity)]
        [Conv(4, 3, Padding = "Causal", Dilation = 2, Groups = 2, Activation = "LeakyReLU(0.1)"), GlobalAveragePool, Dense(1)]
        public sealed partial class PulseNet;
        """);

    [Fact]
    public Task A_network_that_drops_values() => Verify("""
        [Network(4, Output = "Softmax")]
        [Dense(16, Activation = "PReLU"), Dropout(0.5), Dense(3)]
        public sealed partial class RobustNet;
        """);

    [Fact]
    public Task A_network_of_an_ONNX_file() => Verify("[Onnx(\"flowers.onnx\")] public static partial class Flowers;");

    private static readonly HarnessOptions WithWeights = HarnessOptions.Default with
    {
        AdditionalFiles =
        [
            WeightTexts.Counting("/project/small.safetensors", 2, 3, 1),
            WeightTexts.Counting("/project/models/spiral.safetensors", 2, 3, 2),
            WeightTexts.Counting("/project/wide.safetensors", 40, 30),
            .. OnnxFiles.All,
        ],
    };

    private static Task Verify(string declaration, [System.Runtime.CompilerServices.CallerMemberName] string method = "") =>
        Verifier.Verify(GeneratorHarness.Run("namespace Demo;\nusing Mlp;\n" + declaration, WithWeights).Driver, method: method);
}
