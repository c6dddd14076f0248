using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Mlp.Generator.Model;

namespace Mlp.Generator.Tests.Harness;

/// <summary>Valid networks of layers of every kind, each of which differs from another in one thing.</summary>
internal static class LayeredNetworks
{
    private static readonly string Many = string.Concat(Enumerable.Repeat("Conv(4, 1, Activation = \"LeakyReLU(0.123)\"), Conv(4, 1, Activation = \"HardSigmoid\"), ", 4));

    private static readonly Lazy<NetworkModel[]> Models = new(() => [.. Sources.Select(source => Parsed.Network($"using Mlp; {source} public sealed partial class Net;"))]);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<NetworkModel> All => Models.Value;

    /// <summary>Their attributes: alone, and behind other layers.</summary>
    public static IEnumerable<string> Sources => ((string[])["", "Conv(4, 1, Activation = \"Softsign\"), ", Many])
        .SelectMany(before => Relatives.Select(source => string.Format(CultureInfo.InvariantCulture, source, before)))
        .Concat(Others)
        .Distinct();

    /// <summary>Networks that differ in one thing.</summary>
    private static readonly string[] Relatives =
    [
        "[Network(12, 12, 4)] [{0}Conv(4, 3), Dense(2)]",
        "[Network(12, 12, 4)] [{0}Conv(8, 3), Dense(2)]",
        "[Network(12, 12, 4)] [{0}Conv(4, 3, 2), Dense(2)]",
        "[Network(12, 12, 4)] [{0}Conv(4, 2, 3), Dense(2)]",
        "[Network(12, 12, 4)] [{0}Conv(4, 3, Stride = 2), Dense(2)]",
        "[Network(12, 12, 4)] [{0}Conv(4, 3, Dilation = 2), Dense(2)]",
        "[Network(12, 12, 4)] [{0}Conv(4, 3, Groups = 2), Dense(2)]",
        "[Network(12, 12, 4)] [{0}Conv(4, 3, Groups = 4), Dense(2)]",
        "[Network(12, 12, 4)] [{0}Conv(4, 3, Padding = \"Same\"), Dense(2)]",
        "[Network(12, 12, 4)] [{0}Conv(4, 3, Padding = \"Same\", Stride = 2), Dense(2)]",
        "[Network(12, 12, 4)] [{0}Conv(4, 3, Activation = \"Tanh\"), Dense(2)]",
        "[Network(12, 12, 4)] [{0}Conv(4, 3, Activation = \"Identity\"), Dense(2)]",
        "[Network(12, 12, 4)] [{0}Conv(4, 3, Activation = \"ELU(0.5)\"), Dense(2)]",
        "[Network(12, 12, 4)] [{0}Conv(4, 3, Activation = \"Identity\"), Activation(\"Tanh\"), Dense(2)]",
        "[Network(12, 12, 4)] [{0}Conv(4, 3, Activation = \"Tanh\"), Activation(\"Tanh\"), Dense(2)]",
        "[Network(12, 12, 4)] [{0}Conv(4, 3, Activation = \"PReLU\"), Dense(2)]",
        "[Network(12, 12, 4)] [{0}Conv(4, 3, Activation = \"PReLU(0)\"), Dense(2)]",
        "[Network(12, 12, 4)] [{0}Conv(4, 3, Activation = \"ReLU\"), Activation(\"PReLU\"), Dense(2)]",
        "[Network(12, 12, 4)] [{0}Conv(4, 3), Flatten, Activation(\"PReLU\"), Dense(2)]",
        "[Network(12, 12, 4)] [{0}Conv(4, 3), MaxPool(2), Dense(2)]",
        "[Network(12, 12, 4)] [{0}Conv(4, 3), MaxPool(2, Stride = 1), Dense(2)]",
        "[Network(12, 12, 4)] [{0}Conv(4, 3), MaxPool(3, 2, Stride = 2), Dense(2)]",
        "[Network(12, 12, 4)] [{0}Conv(4, 3), MaxPool(2, 3, Stride = 2), Dense(2)]",
        "[Network(12, 12, 4)] [{0}Conv(4, 3), AveragePool(2), Dense(2)]",
        "[Network(12, 12, 4)] [{0}Conv(4, 3), MaxPool(3, Padding = \"Same\"), Dense(2)]",
        "[Network(12, 12, 4)] [{0}Conv(4, 3), GlobalAveragePool, Dense(2)]",
        "[Network(12, 12, 4)] [{0}Conv(4, 3), Affine(2, 1), Dense(2)]",
        "[Network(12, 12, 4)] [{0}Conv(4, 3), Affine(1, 2), Dense(2)]",
        "[Network(12, 12, 4)] [{0}Conv(4, 3), Affine(-2, 1), Dense(2)]",
        "[Network(12, 12, 4)] [{0}Conv(4, 3), Affine(new[] {{ 1.0, 2, 3, 4 }}, new[] {{ 0.5 }}), Dense(2)]",
        "[Network(12, 12, 4)] [{0}Conv(4, 3), Affine(new[] {{ 1.0, 2, 4, 3 }}, new[] {{ 0.5 }}), Dense(2)]",
        "[Network(12, 12, 4)] [{0}Conv(4, 3), Affine(new[] {{ 1.0, 2, 3, 4 }}, new[] {{ 0.5, 0.5, 0.5, 1 }}), Dense(2)]",
        "[Network(12, 12, 4)] [{0}Conv(4, 3), Clip(0, 1), Dense(2)]",
        "[Network(12, 12, 4)] [{0}Conv(4, 3), Clip(0, 2), Dense(2)]",
        "[Network(12, 12, 4)] [{0}Conv(4, 3), Clip(double.NegativeInfinity, 1), Dense(2)]",
        "[Network(12, 12, 4)] [{0}Conv(4, 3), Clip(0, double.PositiveInfinity), Dense(2)]",
        "[Network(12, 12, 4)] [{0}Conv(4, 3), Dropout(0), Dense(2)]",
        "[Network(12, 12, 4)] [{0}Conv(4, 3), Dropout(0.5), Dense(2)]",
        "[Network(12, 12, 4)] [{0}Conv(4, 3), Dropout(0.25), Dense(2)]",
        "[Network(12, 12, 4)] [{0}Conv(4, 3), Flatten, Dropout(0.5), Dense(2)]",
        "[Network(12, 12, 4)] [{0}Conv(4, 3), Dropout(0.5), Flatten, Dropout(0.5), Dense(2)]",
        "[Network(12, 12, 4)] [{0}Conv(4, 3), Dropout(0.5), Dropout(0.5), Dense(2)]",
        "[Network(12, 12, 4)] [{0}Conv(4, 3), Flatten, Clip(0, 1), Dense(2)]",
        "[Network(12, 12, 4)] [{0}Conv(4, 3), Dense(2), Clip(0, 1)]",
        "[Network(12, 12, 4)] [{0}Conv(4, 3), Dense(2), Affine(1, 0)]",
        "[Network(12, 12, 4)] [Flatten, Affine(1, 0), Dense(2)]",
        "[Network(576)] [Clip(0, 1), Dense(2)]",
        "[Network(12, 12, 4)] [Clip(0, 1), Dense(2)]",
        "[Network(144, 4)] [Clip(0, 1), Dense(2)]",
        "[Network(144, 4)] [Conv(4, 3), Dense(2)]",
        "[Network(144, 4)] [Conv(4, 3, Padding = \"Causal\"), Dense(2)]",
        "[Network(144, 4)] [Conv(4, 3, Padding = \"Same\"), Dense(2)]",
        "[Network(12, 48)] [Conv(4, 3), Dense(2)]",
    ];

    /// <summary>Windows of numbers; without parameters, without training, with other heads.</summary>
    private static readonly string[] Others =
    [
        "[Network(12, 12, 4)] [Conv(4, 3, Padding = \"1\", Stride = 2), Dense(2)]",
        "[Network(12, 12, 4)] [Conv(4, 3, Padding = \"2\"), Dense(2)]",
        "[Network(12, 12, 4)] [Conv(4, 3, Padding = \"0 1\"), Dense(2)]",
        "[Network(12, 12, 4)] [Conv(4, 3, Padding = \"1 0\"), Dense(2)]",
        "[Network(12, 12, 4)] [Conv(4, 3, Padding = \"1, 0\"), Dense(2)]",
        "[Network(12, 12, 4)] [Conv(4, 3, Padding = \"0, 1\"), Dense(2)]",
        "[Network(12, 12, 4)] [Conv(4, 3, Padding = \"0 1, 1 0\"), Dense(2)]",
        "[Network(12, 12, 4)] [Conv(4, 3, Padding = \"11\"), Dense(2)]",
        "[Network(12, 12, 4)] [Conv(4, 3, Padding = \"1, 2 3\", Activation = \"Tanh\"), Dense(2)]",
        "[Network(12, 12, 4)] [Conv(4, 3, Strides = new[] { 2, 1 }), Dense(2)]",
        "[Network(12, 12, 4)] [Conv(4, 3, Strides = new[] { 1, 2 }), Dense(2)]",
        "[Network(12, 12, 4)] [Conv(4, 3, Strides = new[] { 1, 2 }, Padding = \"Same\"), Dense(2)]",
        "[Network(12, 12, 4)] [Conv(4, 3, Dilations = new[] { 2, 1 }), Dense(2)]",
        "[Network(12, 12, 4)] [Conv(4, 3, Dilations = new[] { 1, 2 }), Dense(2)]",
        "[Network(12, 12, 4)] [Conv(4, 3, Strides = new[] { 1, 2 }, Dilations = new[] { 1, 2 }, Padding = \"3\", Groups = 2), Dense(2)]",
        "[Network(12, 12, 4)] [MaxPool(2, 3, Strides = new[] { 2, 3 }), Dense(2)]",
        "[Network(12, 12, 4)] [MaxPool(2, Strides = new[] { 2, 1 }), Dense(2)]",
        "[Network(12, 12, 4)] [MaxPool(2, Padding = \"1\"), Dense(2)]",
        "[Network(12, 12, 4)] [MaxPool(2, Padding = \"1\", Stride = 1), Dense(2)]",
        "[Network(12, 12, 4)] [AveragePool(3, Padding = \"1 2, 0 1\", Stride = 2), Dense(2)]",
        "[Network(144, 4)] [Conv(4, 3, Padding = \"2 1\"), Dense(2)]",
        "[Network(144, 4)] [Conv(4, 3, Padding = \"1 2\"), Dense(2)]",
        "[Network(144, 4)] [AveragePool(3, Padding = \"2 0\", Stride = 1), Dense(2)]",
        "[Mlp(4, 9, 3, Hidden = \"PReLU\", Output = \"Softmax\")]",
        "[Mlp(4, 9, 9, 9, 9, 3, Hidden = \"PReLU(0.5), Tanh, PReLU, PReLU(0)\", Trains = false)]",
        "[Network(4, 4, 2)] [GlobalAveragePool]",
        "[Network(6)] [Affine(2, 1), Clip(-1e300, 1e300)]",
        "[Network(6, 1, Output = \"Tanh\")] [MaxPool(2), Activation(\"ELU(0.5)\"), AveragePool(2)]",
        "[Network(9, 9, 3, Trains = false, Output = \"Softmax\")] [Conv(5, 3, Padding = \"Same\", Stride = 2), Flatten, Dense(7)]",
        "[Network(30, 2, Output = \"Sigmoid\", Optimizer = \"AdamW\", Initializer = \"HeNormal\", Math = \"Fast\")] [Conv(5, 3, Padding = \"Causal\"), GlobalAveragePool, Dense(1)]",
        "[Network(5, 5, 1, Output = \"Exp\")] [Conv(1, 5)]",
        "[Network(4, Output = \"Softmax\")] [Dense(9), Dropout(0.5), Dense(3)]",
        "[Network(4, Output = \"Softmax\", Trains = false)] [Dense(9), Dropout(0.5), Dense(3)]",
        "[Network(4, Output = \"Sigmoid\", Optimizer = \"Adam\", L1 = 0.01)] [Dropout(0.125), Dense(9), Dropout(0.5), Dropout(0.25), Dense(1)]",
    ];
}
