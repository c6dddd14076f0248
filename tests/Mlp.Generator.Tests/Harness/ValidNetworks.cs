using System;
using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Model;
using Mlp.Generator.Parsing;

namespace Mlp.Generator.Tests.Harness;

/// <summary>Attributes of valid networks: random ones from a fixed seed, and those at the limits of kernels.</summary>
internal static class ValidNetworks
{
    /// <summary>Thirty-two layers of eight.</summary>
    public const string ThirtyTwoLayers = "8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, Hidden = \"Tanh\"";

    private static readonly Lazy<NetworkModel[]> RandomModels = new(() => [.. Draw(seed: 20, count: 250).Select(Model)]);
    private static readonly Lazy<NetworkModel[]> ExtremeModels = new(() => [.. Extremes().Select(Model)]);

    /// <summary>Random networks, the same in every run.</summary>
    public static IReadOnlyList<NetworkModel> Random => RandomModels.Value;

    /// <summary>Networks at the limits of kernels.</summary>
    public static IReadOnlyList<NetworkModel> Extreme => ExtremeModels.Value;

    /// <summary>All of them.</summary>
    public static IEnumerable<NetworkModel> All => Random.Concat(Extreme);

    /// <summary>The arguments of attributes at the limits.</summary>
    public static IReadOnlyList<string> Extremes() =>
    [
        "1, 1",
        "1, 4096",
        "4096, 1",
        "4096, 1, 4096, 1",
        "1999, 2000",
        "4096, 900, Hidden = \"SiLU\", Output = \"Softmax\"",
        "900, 4096, Output = \"Sigmoid\"",
        ThirtyTwoLayers,
        Repeated(353),
        "33, 131, 229, 300, 77, 211, Hidden = \"GELU\", Output = \"Softmax\"",
        Cycle(KernelLimits.MaxDifferentLayers, first: 1, step: 1) + ", Hidden = \"GELU\", Output = \"Softplus\"",
        Cycle(KernelLimits.MaxDifferentLayers, first: 17, step: 1) + ", Hidden = \"Softplus\", Output = \"Softmax\"",
        Cycle(KernelLimits.MaxDifferentLayers, first: 33, step: 3),
        Cycle(KernelLimits.MaxDifferentLayers, first: 300, step: 3) + ", Hidden = \"ELU\", Output = \"Exp\"",
        Cycle(KernelLimits.MaxDifferentLayers, first: 301, step: 3) + ", Hidden = \"GELU\", Output = \"Softmax\", Population = true",
        "3, 1024, 2, Hidden = \"PReLU\", Population = true",
        "8, 32, 32, 4, Hidden = \"Tanh, LeakyReLU(0.1)\"",
        "5, 40, 40, 3, Hidden = \"ELU(0.5), ELU(2)\", Output = \"LeakyReLU(3)\"",
        "2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, Hidden = \"LeakyReLU(1.1), LeakyReLU(1.2), ELU(1.3), ELU(1.4), ELU(1.5), SiLU, GELU, Tanh, ReLU, LeakyReLU\"",
        Cycle(6, first: 33, step: 3) + ", Hidden = \"SiLU\"",
        Cycle(5, first: 33, step: 3) + ", Hidden = \"SiLU\", Output = \"Softmax\"",
        Cycle(4, first: 300, step: 3) + ", Hidden = \"SiLU\", Output = \"Softmax\"",
    ];

    /// <summary>The model of an attribute with these arguments.</summary>
    public static NetworkModel Model(string arguments) => Parsed.Network($"[Mlp.Mlp({arguments})] public sealed partial class Net;");

    private static string Repeated(int size) => string.Join(", ", Enumerable.Repeat(size, KernelLimits.MaxLayers + 1));

    /// <summary>Thirty-two layers, so many of which are different, over and over.</summary>
    private static string Cycle(int different, int first, int step) =>
        string.Join(", ", Enumerable.Range(0, KernelLimits.MaxLayers + 1).Select(index => first + (index % different * step)));

    private static IEnumerable<string> Draw(int seed, int count)
    {
        var random = new Random(seed);
        ActivationKind[] outputs = [.. Enum.GetValues<ActivationKind>().Where(activation => activation != ActivationKind.PReLU)];
        ActivationKind[] hidden = [.. outputs.Where(activation => activation is not (ActivationKind.Softmax or ActivationKind.Exp))];
        InitializerKind[] initializers = Enum.GetValues<InitializerKind>();
        for (int i = 0; i < count; i++)
        {
            // Widths of every size, small ones as often as large: one bit more each time.
            int layers = random.Next(8) == 0 ? random.Next(1, KernelLimits.MaxLayers + 1) : random.Next(1, 5);
            int bits = random.Next(2, layers > 4 ? 9 : 11);
            int[] sizes = [.. Enumerable.Range(0, layers + 1).Select(_ => random.Next(1, 1 << random.Next(1, bits + 1)) + random.Next(2))];
            sizes = [.. sizes.Select((_, index) => sizes[index % KernelLimits.MaxDifferentLayers])];
            ActivationKind output = outputs[i % outputs.Length];
            IReadOnlyList<LossKind> losses = LossRules.Fitting(output);

            // One for all layers, or every other layer with one of its own.
            string first = WithConstant(hidden[random.Next(hidden.Length)], i);
            string second = WithConstant(hidden[random.Next(hidden.Length)], i / 2);
            string activations = i % 3 == 0 && layers is > 2 and < 8 ? string.Join(", ", Enumerable.Range(1, layers - 1).Select(layer => layer % 2 == 0 ? first : second)) : first;
            yield return $"{string.Join(", ", sizes)}, Hidden = \"{activations}\", Output = \"{output}\", "
                + $"Loss = \"{losses[random.Next(losses.Count)]}\", Initializer = \"{initializers[random.Next(initializers.Length)]}\"";
        }
    }

    private static string WithConstant(ActivationKind activation, int turn) =>
        turn % 2 == 0 && ActivationModel.UsualConstant(activation) is { } usual ? new ActivationModel(activation, usual * 1.5).ToString() : activation.ToString();
}
