using System.Collections.Generic;
using System.Linq;

namespace Mlp.Generator.Tests.Diagnostics;

/// <summary>The diagnostics about layers that are attributes, and those of others that they can have.</summary>
internal static class LayerCases
{
    private const string Image = "Network(28, 28, 1)";

    public static IEnumerable<DiagnosticCase> All { get; } =
    [
        // What arrives is named, and the wrong argument marked.
        Case("MLP0029", "Network(12, 12, 16)", "Conv(6, 5), MaxPool(2), Conv(8, {|MLP0029:5|})", "Conv(6, 5), MaxPool(2), Conv(8, 4)", "Conv cannot take what arrives, 4 × 4 × 6: its kernel of 5 is longer than the 4 positions there are"),
        Case("MLP0029", "Network(4, 9, 16)", "MaxPool(2), Conv(8, 2, {|MLP0029:5|})", "MaxPool(2), Conv(8, 2, 4)", "Conv cannot take what arrives, 2 × 4 × 16: its kernel of 5 is longer than the 4 positions there are"),
        Case("MLP0029", "Network(8, 2)", "Conv(4, {|MLP0029:3|}, Dilation = 4)", "Conv(4, 3, Dilation = 3)", "what arrives, 8 × 2: its kernel of 3, which reaches over 9, is longer than the 8 positions"),
        Case("MLP0029", "Network(8, 2)", "Conv(kernel: {|MLP0029:9|}, filters: 4)", "Conv(kernel: 8, filters: 4)", "its kernel of 9"),
        Case("MLP0029", "Network(8, 2)", "Conv(4, 3, {|MLP0029:3|})", "Conv(4, 3)", "Conv cannot take what arrives, 8 × 2: its kernel has 2 lengths, and a sequence has one axis"),
        Case("MLP0029", "Network(8, 2)", "AveragePool(2, {|MLP0029:2|}, Stride = 2)", "AveragePool(2, Stride = 2)", "AveragePool cannot take what arrives, 8 × 2: its kernel has 2 lengths"),
        Case("MLP0029", "Network(8)", "{|MLP0029:Conv(4, 3)|}", "Dense(4)", "Conv cannot take what arrives, 8: it goes along a length, or along height and width, and these values have neither"),
        Case("MLP0029", Image, "Flatten, {|MLP0029:MaxPool(2)|}", "MaxPool(2), Flatten", "MaxPool cannot take what arrives, 784: it goes along a length"),
        Case("MLP0029", Image, "GlobalAveragePool, {|MLP0029:GlobalAveragePool|}, Dense(3)", "GlobalAveragePool, Dense(3)", "GlobalAveragePool cannot take what arrives, 1: it goes along a length"),
        Case("MLP0029", Image, "Conv(4, 3, Padding = {|MLP0029:\"Causal\"|})", "Conv(4, 3, Padding = \"same\")", "\"Causal\" is for sequences alone: an image has no before and after"),
        Case("MLP0029", "Network(28, 1)", "MaxPool(3, Padding = {|MLP0029:Padding.Causal|})", "Conv(4, 3, Padding = Padding.Causal)", "MaxPool cannot take what arrives, 28 × 1: \"Causal\" is for convolutions alone"),
        Case("MLP0029", Image, "{|MLP0029:MaxPool(2, 3)|}", "MaxPool(2, 3, Stride = 2)", "a window of 2 × 3 needs a Stride, for its length is not the same along both axes"),
        Case("MLP0029", Image, "AveragePool({|MLP0029:29|})", "AveragePool(28)", "AveragePool cannot take what arrives, 28 × 28 × 1: its kernel of 29 is longer"),
        Case("MLP0029", "Network(4, 4, 2)", "Conv(4, {|MLP0029:7|}, Padding = \"1\")", "Conv(4, 7, Padding = \"1 2\")", "its kernel of 7 is longer than the 6 positions there are with the padding"),

        // A layer behind a wrong one is judged by itself.
        Case("MLP0029", Image, "Conv(4, {|MLP0029:29|}), Conv({|MLP0010:0|}, 50), Dense(3)", "Conv(4, 28), Flatten, Dense(3)", "its kernel of 29"),

        new("MLP0030", "[Network(4)] [Dense(3)] partial class Net; [{|MLP0030:Dense(16)|}] partial class Net;", Net("Network(4)", "Dense(16), Dense(3)"), "The layers of 'Net' are in several parts of the type, and C# gives those no order: move this one to the others"),
        new("MLP0030", "[{|MLP0030:Dense(16)|}, {|MLP0030:Dense(17)|}] partial class Net; [Network(4), Dense(3)] partial class Net;", "partial class Net; [Dense(16), Dense(17), Network(4), Dense(3)] partial class Net;", "move this one to the others"),
        new("MLP0030", "[Network(4)] partial class Net; [Dense(16)] partial class Net; [{|MLP0030:Conv(3, 900)|}] partial class Net;", "[Network(4)] partial class Net; [Dense(16), Dense(3)] partial class Net;", "'Net'"),

        new("MLP0031", "[{|MLP0031:Network(4)|}] partial class Net;", Net("Network(4)", "Dense(3)"), "The network 'Net' has no layer that computes anything: write its layers as attributes below [Network], such as [Dense(16), Dense(3)]"),
        new("MLP0031", "[{|MLP0031:Network(4, 4, 2, Output = \"Softmax\")|}, Flatten] partial class Net;", Net("Network(4)", "Flatten, Dense(3)"), "has no layer"),

        new("MLP0032", "[Mlp(4, 3), {|MLP0032:Dense(3)|}] partial class Net;", Net("Network(4)", "Dense(3)"), "[Dense] is a layer, and 'Net' has no [Network] that it could belong to"),
        new("MLP0032", "[{|MLP0032:Mlp.Conv(3, 2)|}] partial class Net; [Mlp(4, 3)] [{|MLP0032:FlattenAttribute|}] partial class Net;", "[Dense(3)] partial class Net; [Network(4)] partial class Net;", "[Conv] is"),

        Case("MLP0033", "Network(4)", "Dense(16), Dense(3, Activation = {|MLP0033:\"Softmax\"|})", "Dense(16), Dense(3, Activation = null)", "The activation of the last layer is the output of the network: write Output = \"Softmax\" there, and nothing here"),
        Case("MLP0033", "Network(4)", "Dense(16), Dense(3), Activation({|MLP0033:Activation.Tanh|})", "Dense(16), Activation(\"Tanh\"), Dense(3)", "write Output = \"Tanh\" there"),
        Case("MLP0033", "Network(4)", "Dense(16), Dense(3, Activation = {|MLP0033:Activation.PReLU|})", "Dense(16, Activation = Activation.PReLU), Dense(3)", "is the output of the network: a PReLU cannot be that; write nothing here, or another layer behind it"),
        Case("MLP0033", "Network(4)", "Dense(16), Dense(3), Activation({|MLP0033:\"PReLU(0.1)\"|}), Flatten", "Dense(16), Activation(\"PReLU(0.1)\"), Dense(3)", "a PReLU cannot be that"),
        Case("MLP0033", "Network(8, 2)", "Conv(3, 2, Activation = {|MLP0033:\"tanh\"|}), Flatten, Flatten", "Conv(3, 2), Flatten, Flatten", "write Output = \"tanh\" there"),
        Case("MLP0033", "Network(8, 2, Output = \"Sigmoid\")", "MaxPool(2), Activation({|MLP0033:\"Sigmoid\"|})", "Activation(\"Tanh\"), MaxPool(2)", "write Output = \"Sigmoid\" there"),

        Case("MLP0034", "Network(4, 4, 2)", "{|MLP0034:Dense(3)|}", "Flatten, Dense(3)", "Dense takes the 32 values of 4 × 4 × 2 one after another; write Flatten before it to say so"),
        Case("MLP0034", "Network(40, 50)", "{|MLP0034:Dense(3)|}, Dense(2)", "Flatten, Dense(3), Dense(2)", "Dense takes the 2,000 values of 40 × 50"),

        Case("MLP0035", "Network(4)", "Dense(16), Dense(3), {|MLP0035:Dropout(0.5)|}", "Dense(16), Dropout(0.5), Dense(3)", "Dropout is behind the last layer, and would drop outputs of the network: write it before that layer, or leave it out"),
        Case("MLP0035", Image, "Conv(3, 28), {|MLP0035:Dropout(0.5)|}, Flatten, {|MLP0035:Dropout(0.25)|}, Flatten", "Conv(3, 28), Dropout(0.5), GlobalAveragePool", "before that layer"),

        Case("MLP0010", "Network(4)", "Dense({|MLP0010:0|}), Dense(3)", "Dense(1), Dense(3)", "The number of outputs 0 is not between 1 and 64,000,000"),
        Case("MLP0010", "Network(8, 2)", "Conv({|MLP0010:-1|}, {|MLP0010:0|})", "Conv(1, 1)", "The number of filters -1 is not between 1 and 64,000,000"),
        Case("MLP0010", Image, "MaxPool(2, {|MLP0010:0|}, Stride = 1)", "MaxPool(2, 1, Stride = 1)", "The kernel length 0 is not between 1 and"),
        Case("MLP0010", "Network({|MLP0010:-3|}, {|MLP0010:64_000_001|}, 1)", "Dense(3)", null, "The input size -3 is not between 1 and 64,000,000"),
        Case("MLP0010", "{|MLP0010:Network(9000, 9000, 1)|}", "Dense(3)", null, "The number of values of a sample 81,000,000 is not between 1 and 64,000,000"),
        Case("MLP0010", "{|MLP0010:Network(64_000_000, 64_000_000, 64_000_000)|}", "Dense(3)", null, "262,144,000,000,000,000,000,000"),
        Case("MLP0010", Image, "{|MLP0010:Conv(64_000_000, 1)|}, Dense(3)", "Conv(64, 1), GlobalAveragePool, Dense(3)", "The number of values that leave 50,176,000,000 is not between 1 and 64,000,000"),
        Case("MLP0010", Image, "Conv(1, {|MLP0010:9000|}, Padding = \"Same\")", "Conv(1, 90, Padding = \"Same\")", "The number of taps 81,000,000 is not between 1 and 64,000,000"),
        Case("MLP0010", "Network(8000, 8000, 1)", "{|MLP0010:MaxPool(2, Padding = \"1\", Stride = 1)|}", null, "The number of values that leave 64,016,001 is not between 1 and 64,000,000"),
        Case("MLP0011", "Network(4)", "Dense({|MLP0011:16L|}), Dense(3)", "Dense((int)16L), Dense(3)", "'16L' is no number of outputs: an int constant is needed"),
        Case("MLP0011", "Network(8, 2)", "Conv({|MLP0011:X|}, {|MLP0011:\"3\"|})", "Conv('x', 3)", "'X' is no number of filters"),
        Case("MLP0011", "Network({|MLP0011:X|})", "Dense(3)", null, "'X' is no input size"),

        new("MLP0012", Net("Network(4)", string.Join(", ", Enumerable.Repeat("Dense(1)", 512)) + ", {|MLP0012:Dense(2)|}"), Net("Network(4)", string.Join(", ", Enumerable.Repeat("Dense(4)", 32))), "A network may have 512 layers; this one has 513"),
        Case("MLP0013", "{|MLP0013:Network(16_000)|}", "Dense(4000), Dense(1)", null, "64,000,000 parameters; this one has 64,008,001"),
        Case("MLP0013", "{|MLP0013:Network(2, 64_000_000 / 2)|}", "Conv(32_000_000, 2)", null, "this one has 2,048,000,032,000,000"),

        Case("MLP0014", Image, "Conv(4, 3, Padding = {|MLP0014:\"Smae\"|})", "Conv(4, 3, Padding = \"SAME\")", "There is no padding 'Smae'; did you mean 'Same'?"),
        Case("MLP0014", Image, "MaxPool(3, Padding = {|MLP0014:\"same_upper\"|})", "MaxPool(3, Padding = Padding.Same)", "did you mean 'Same'?"),
        Case("MLP0014", "Network(4)", "Dense(4, Activation = \"{|MLP0014:LaekyReLU|}(0.1)\"), Dense(3)", "Dense(4, Activation = \"LeakyReLU(0.1)\"), Dense(3)", "There is no hidden activation 'LaekyReLU'; did you mean 'LeakyReLU'?"),
        Case("MLP0014", "Network(4)", "Activation({|MLP0014:\"tnah\"|}), Dense(3)", "Activation(\"tanh\"), Dense(3)", "There is no hidden activation 'tnah'; did you mean 'Tanh'?"),
        Case("MLP0014", "Network(4)", "Dense(4), Activation({|MLP0014:\"Tanh, ReLU\"|}), Dense(3)", "Dense(4), Activation(\"Tanh\"), Dense(3)", "There is no hidden activation 'Tanh, ReLU'"),
        Case("MLP0014", "Network(4, Hidden = {|MLP0014:\"rleu\"|}, Output = {|MLP0014:\"softmux\"|})", "Dense(3)", null, "There is no hidden activation 'rleu'"),
        Case("MLP0015", Image, "Conv(4, 3, Padding = {|MLP0015:null|})", "Conv(4, 3)", "'Padding' must be a constant string that names a known padding"),
        Case("MLP0015", Image, "Conv(4, 3, Padding = {|MLP0015:Padding.Smae|})", "Conv(4, 3)", "'Padding' must be"),
        Case("MLP0015", "Network(4)", "Dense(4), Activation({|MLP0015:null|})", "Dense(4), Activation(\"Tanh\"), Dense(3)", "'Activation' must be a constant string that names a known hidden activation"),
        Case("MLP0015", "Network(4)", "Dense(4, Activation = {|MLP0015:5|}), Dense(3)", "Dense(4, Activation = null), Dense(3)", "'Activation' must be"),
        Case("MLP0016", "Network(4)", "Dense(4, Activation = {|MLP0016:\"Softmax\"|}), Dense(3)", "Dense(4, Activation = \"Softplus\"), Dense(3)", "'Softmax' can be the activation of the output layer only"),
        Case("MLP0016", "Network(4)", "Dense(4), Activation({|MLP0016:Activation.Exp|}), Dense(3)", "Dense(4), Activation(Activation.ELU), Dense(3)", "'Exp' can be"),
        Case("MLP0018", "{|MLP0018:Network(4, 4, Deterministic = true)|}", "Conv(2, 3, Activation = \"PReLU\"), Flatten, Dense(3)", null, "because it is deterministic and has a PReLU over positions, of which deterministic networks have no kernels: the runtime"),
        Case("MLP0018", "{|MLP0018:Network(4)|}", "Dense(4097), Dense(3)", null, "because a layer is 4,097 wide"),
        Case("MLP0018", "{|MLP0018:Network(8, 1)|}", "Conv(1, 2, Padding = \"1000000\", Stride = 500000), Flatten, Dense(3)", null, "a convolution sees 2,000,002 values, its padding among them, and kernels are written for 1,048,576 at most"),
        Case("MLP0019", "Network(4)", "Dense(4, Activation = \"Tanh{|MLP0019:(2)|}\"), Dense(3)", "Dense(4, Activation = \"ELU(2)\"), Dense(3)", "and the activation is Tanh"),

        Case("MLP0020", "Network(8, 2)", "Conv(4, 3, Stride = {|MLP0020:0|})", "Conv(4, 3, Stride = 100)", "'Stride' is 0, but must be between 1 and 64,000,000"),
        Case("MLP0020", "Network(8, 2)", "Conv(4, 3, Dilation = {|MLP0020:0|}, Stride = {|MLP0020:-2|})", "Conv(4, 3, Dilation = 1)", "'Dilation' is 0, but must be between 1 and 64,000,000"),
        Case("MLP0020", "Network(8, 2)", "MaxPool(3, Stride = {|MLP0020:-1|})", "MaxPool(3, Stride = 0)", "'Stride' is -1, but must be between 0 and"),
        Case("MLP0020", Image, "Conv(4, 3, Stride = 2, Strides = {|MLP0020:new[] { 2, 1 }|})", "Conv(4, 3, Strides = new[] { 2, 1 })", "'Strides' is 2, 1, but must be left out, as Stride is written too"),
        Case("MLP0020", Image, "Conv(4, 3, Dilations = {|MLP0020:new[] { 2, 1 }|}, Dilation = 1)", "Conv(4, 3, Dilations = new[] { 1, 2 })", "'Dilations' is 2, 1, but must be left out, as Dilation is written too"),
        Case("MLP0020", Image, "MaxPool(2, Strides = {|MLP0020:new[] { 2, 0 }|})", "MaxPool(2, 3, Strides = new[] { 2, 3 })", "'a number of Strides' is 0, but must be between 1 and 64,000,000"),
        Case("MLP0020", Image, "Conv(4, 3, Dilations = {|MLP0020:new[] { 64_000_001, 1 }|})", "Conv(4, 3, Dilations = null)", "'a number of Dilations' is 64,000,001, but must be between 1 and"),
        Case("MLP0020", Image, "AveragePool(2, Strides = {|MLP0020:new[] { 2 }|})", "AveragePool(2, Strides = new[] { 2, 2 })", "'the number of Strides' is 1, but must be 2: one for each axis"),
        Case("MLP0020", "Network(8, 2)", "Conv(4, 3, Strides = {|MLP0020:new[] { 2, 2 }|}, Dilations = {|MLP0020:new int[0]|})", "Conv(4, 3, Strides = new[] { 2 }, Dilations = new[] { 2 })", "'the number of Strides' is 2, but must be 1: one for each axis"),
        Case("MLP0020", Image, "Conv(4, 3, Padding = {|MLP0020:\"1, 2, 3\"|})", "Conv(4, 3, Padding = \"1, 2\")", "'the number of axes of Padding' is 3, but must be 1 for all axes, or 2"),
        Case("MLP0020", "Network(8, 2)", "Conv(4, 3, Padding = {|MLP0020:\"1, 1\"|})", "Conv(4, 3, Padding = \"1 1\")", "'the number of axes of Padding' is 2, but must be 1"),
        Case("MLP0020", Image, "Conv(4, 3, Padding = {|MLP0020:\"0 1 2\"|})", "Conv(4, 3, Padding = \" 0  1 ,2 \")", "'an axis of Padding' is \"0 1 2\", but must be a whole number for both sides, or one before and one after"),
        Case("MLP0020", Image, "Conv(4, 3, Padding = {|MLP0020:\"1.5\"|})", "Conv(4, 3, Padding = \"+1\")", "'an axis of Padding' is \"1.5\""),
        Case("MLP0020", Image, "Conv(4, 3, Padding = {|MLP0020:\"1,\"|})", "Conv(4, 3, Padding = \"1\")", "'an axis of Padding' is \"\""),
        Case("MLP0020", Image, "Conv(4, 3, Padding = {|MLP0020:\"0 -1\"|})", "Conv(4, 3, Padding = \"0 9\")", "'Padding' is -1, but must be between 0 and 64,000,000"),
        Case("MLP0020", Image, "MaxPool(3, 2, Padding = {|MLP0020:\"1 2\"|}, Stride = 2)", "MaxPool(3, 2, Padding = \"1 2, 1\", Stride = 2)", "'Padding' is 2, but must be below 2, the length of the window: else a window sees nothing of the sample"),
        Case("MLP0020", "Network(8, 6)", "Conv(8, 3, Groups = {|MLP0020:4|})", "Conv(8, 3, Groups = 2)", "'Groups' is 4, but must be a divisor of the 6 channels that arrive"),
        Case("MLP0020", "Network(8, 6)", "Conv(8, 3, Groups = {|MLP0020:3|})", "Conv(9, 3, Groups = 3)", "'Groups' is 3, but must be a divisor of the 8 filters"),
        Case("MLP0020", "Network(8, 6)", "Conv(8, 3, Groups = {|MLP0020:0|})", "Conv(6, 3, Groups = 6)", "'Groups' is 0, but must be 1 or more"),
        Case("MLP0020", "Network(8, 2)", "Affine({|MLP0020:new double[] { 1, 2, 3 }|}, new double[] { 1, 2 })", "Affine(new double[] { 1, 2 }, new double[] { 3 })", "'the number of scales' is 3, but must be 1 for all values, or 1 for each of 2 channels"),
        Case("MLP0020", "Network(4)", "Affine(new[] { 1.5 }, {|MLP0020:new double[0]|}), Dense(3)", "Affine(new[] { 1.5 }, new double[] { 1, 2, 3, 4 }), Dense(3)", "'the number of offsets' is 0, but must be 1 for all values, or 1 for each of 4 values"),
        Case("MLP0020", "Network(4)", "Affine({|MLP0020:double.NaN|}, {|MLP0020:1e39|}), Dense(3)", "Affine(-1, 1e38), Dense(3)", "'a scale' is NaN, but must be a finite float"),
        Case("MLP0020", "Network(4)", "Affine({|MLP0020:null|}, new[] { 1.0 }), Dense(3)", "Affine(1, 0), Dense(3)", "'the number of scales' is 0"),
        Case("MLP0020", "Network(4)", "Clip(2, {|MLP0020:2|}), Dense(3)", "Clip(double.NegativeInfinity, 2), Dense(3)", "'the greatest value' is 2, but must be above 2"),
        Case("MLP0020", "Network(4)", "Clip({|MLP0020:double.NaN|}, 2), Clip(1, {|MLP0020:double.NaN|}), Dense(3)", "Clip(1, double.PositiveInfinity), Dense(3)", "'the least value' is NaN, but must be a number"),
        Case("MLP0020", "Network(4)", "Dropout({|MLP0020:1|}), Dense(3)", "Dropout(0), Dense(3)", "'the probability of being dropped' is 1, but must be 0 or more and, as a float, below 1"),
        Case("MLP0020", "Network(4)", "Dropout({|MLP0020:-0.5|}), Dense(4), Dropout({|MLP0020:double.NaN|}), Dense(3)", "Dropout(0.5), Dense(4), Dropout(1 - 1e-7), Dense(3)", "'the probability of being dropped' is -0.5"),
        Case("MLP0020", "Network(4)", "Dropout({|MLP0020:1 - 1e-12|}), Dense(3)", "Dropout(0.999), Dense(3)", "as a float, below 1"),
        Case("MLP0020", "Network(4)", "Dense(4, Activation = \"ELU{|MLP0020:(0)|}\"), Activation(\"ELU{|MLP0020:(-1)|}\"), Dense(3)", "Dense(4, Activation = \"ELU(1)\"), Activation(\"ELU\"), Dense(3)", "'α of ELU' is 0"),

        Case("MLP0026", "Network(4, Output = {|MLP0026:\"Softmax\"|})", "Dense(5), Dense(1)", null, "The softmax of one output is always 1, whatever the network 'Net' learns"),
        Case("MLP0028", "Network(4, Hidden = {|MLP0028:\"Tanh, ReLU\"|})", "Dense(5), Dense(6), Dense(1)", null, "'Hidden' names 2 activations, but the network has layers that can name their own; name one for all hidden layers, or one at each layer that has another"),

        // The first layer that stands against kernels of many agents at once is named.
        Case("MLP0055", "Network(4, 4, 1, Population = {|MLP0055:true|})", "Conv(2, 3), Flatten, Dense(2)", null, "'Population' gives the network 'Net' no kernels, because its layer 1, Conv, has none: a population of it works all the same, and computes one agent after the other; use Dense and layers that go over each value by itself, or leave 'Population' out"),
        Case("MLP0055", "Network(4, 4, 1, Population = {|MLP0055:true|})", "GlobalAveragePool, Dense(2)", null, "because its layer 1, GlobalAveragePool, has none"),
        Case("MLP0055", "Network(4, 4, 3, Population = {|MLP0055:true|})", "Affine(2, 1), Flatten, Dense(2)", null, "because its layer 1, Affine, goes over samples of a shape, 4 × 4 × 3: a population of it works all the same, and computes one agent after the other; put a Flatten before that layer, or"),
        Case("MLP0055", "{|MLP0018:Network(8, 1, Population = {|MLP0055:true|})|}", "Conv(1, 2, Padding = \"1000000\", Stride = 500000), Flatten, Dense(3)", null, "because its layer 1, Conv, has none"),
        Case("MLP0055", "{|MLP0018:Network(4, Population = {|MLP0055:true|})|}", "Dense(4097), Dense(3)", null, "because a layer is 4,097 wide, and kernels are written for 4,096 at most"),
        Case("MLP0055", "Network(4, 4, 1, Trains = false, Population = {|MLP0055:true|})", "Conv(2, 3), Flatten, Dense(2)", null, "because it is not trained"),
        new("MLP0055", Net("Network(4, 4, 1, Population = {|MLP0055:true|})", "Clip(0, 1), Flatten, Dense(2)"), Net("Network(4, 4, 1, Population = true)", "Flatten, Clip(0, 1), Dense(2)"), "its layer 1, Clip, goes over samples of a shape"),
        new("MLP0055", Net("Network(4, 4, 1, Population = {|MLP0055:true|})", "Dropout(0.5), Flatten, Dense(2)"), Net("Network(4, Population = true)", "Affine(2, 1), Dense(8, Activation = \"PReLU\"), Clip(0, 1), Dropout(0.5), Activation(\"Tanh\"), Dense(2)"), "its layer 1, Dropout,"),

        // Of both attributes the first one counts.
        new("MLP0006", "[Mlp(4, 3), {|MLP0006:Network(5)|}, Dense(2)] partial class Net;", "[Mlp(4, 3)] partial class Net;", "only the first attribute counts"),
        new("MLP0006", "[Network(5), {|MLP0006:Mlp(4, 3)|}, Dense(2)] partial class Net;", Net("Network(5)", "Dense(2)"), "only the first attribute counts"),
        new("MLP0006", "[Network(5)] [Dense(2)] partial class Net; [{|MLP0006:Mlp(4, 3)|}] partial class Net;", Net("Network(5)", "Dense(2)"), "'Net'"),
        new("MLP0006", "[Network(5), {|MLP0006:Network(6)|}, Dense(2)] partial class Net;", Net("Network(5)", "Dense(2)"), "'Net'"),

        new("MLP0001", "[Network(4), Dense(3)] class {|MLP0001:Net|};", Net("Network(4)", "Dense(3)"), "'Net'"),
        new("MLP0003", "[Network(4), Dense(3)] partial class Net { int {|MLP0003:Forward|}; }", "[Network(4), Dense(3)] partial class Net { int Forwards; }", "'Forward'"),
    ];

    /// <param name="id">The diagnostic.</param>
    /// <param name="network">The network's attribute, without marks in the right source.</param>
    /// <param name="wrong">The layers.</param>
    /// <param name="right">The layers of the right source; null for a network that is like it and right.</param>
    /// <param name="message">A piece of the message.</param>
    private static DiagnosticCase Case(string id, string network, string wrong, string? right, string message) =>
        new(id, Net(network, wrong), right is null ? Net("Network(4, 4, 1)", "Flatten, Dense(3)") : Net(network.Contains('{') ? "Network(4)" : network, right), message);

    private static string Net(string network, string layers) => $"[{network}] [{layers}] partial class Net;";
}
