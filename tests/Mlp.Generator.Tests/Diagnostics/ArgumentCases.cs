using System.Collections.Generic;

namespace Mlp.Generator.Tests.Diagnostics;

/// <summary>The diagnostics about the attribute's arguments.</summary>
internal static class ArgumentCases
{
    public static IEnumerable<DiagnosticCase> All { get; } =
    [
        new("MLP0009", Net("[{|MLP0009:Mlp|}]"), Net("[Mlp(4, 3)]"), "0 given"),
        new("MLP0009", Net("[{|MLP0009:Mlp()|}]"), Net("[Mlp(1, 1)]"), "0 given"),
        new("MLP0009", Net("[{|MLP0009:Mlp(null)|}]"), Net("[Mlp(4, 3)]"), "0 given"),
        new("MLP0009", Net("[{|MLP0009:Mlp(4, Output = \"Tanh\")|}]"), Net("[Mlp(4, 3, Output = \"Tanh\")]"), "1 given"),
        new("MLP0009", Net("[{|MLP0009:Mlp(new int[0])|}]"), Net("[Mlp(new[] { 4, 3 })]"), "0 given"),
        new("MLP0010", Net("[Mlp(4, {|MLP0010:-1|}, {|MLP0010:0|}, {|MLP0010:int.MaxValue|})]"), Net("[Mlp(4, 1, 4096, 1)]"), "The layer size -1 is not between 1 and 64,000,000"),
        new("MLP0010", Net("[Mlp({|MLP0010:64_000_001|}, 3)]"), Net("[Mlp(4096, 3)]"), "64,000,001"),
        new("MLP0010", Net("[Mlp(new int[] { 4, {|MLP0010:2 - 2|}, 3 })]"), Net("[Mlp(new int[] { 4, 2 - 1, 3 })]"), "The layer size 0"),
        new("MLP0010", Net("[Mlp([4, {|MLP0010:500_000_000|}, 3])]"), Net("[Mlp([4, 5, 3])]"), "The layer size 500,000,000"),
        new("MLP0011", Net("[Mlp(4, {|MLP0011:\"x\"|}, 3)]"), Net("[Mlp(4, 'x', 3)]"), "'\"x\"' is not a layer size"),
        new("MLP0011", Net("[Mlp(4, {|MLP0011:16L|}, 3)]"), Net("[Mlp(4, (int)16L, 3)]"), "'16L' is not a layer size"),
        new("MLP0011", Net("[Mlp(new int[] { 4, {|MLP0011:X|}, 3 })]"), Net("[Mlp(new int[] { 4, 5, 3 })]"), "'X' is not a layer size"),
        new("MLP0011", Net("[Mlp(4, {|MLP0011:int.MaxValue + 1|}, 3)]"), Net("[Mlp(4, int.MaxValue - int.MaxValue + 1, 3)]"), "'int.MaxValue + 1' is not"),
        new("MLP0012", Net($"[Mlp({Ones(513)}, {{|MLP0012:1|}}, 1)]"), Net($"[Mlp({Ones(33)})]"), "A network may have 512 layers, counted by their weights; this one has 514"),
        new("MLP0013", Net("[{|MLP0013:Mlp(16000, 4000, 1)|}]"), Net("[Mlp(4096, 976, 1)]"), "64,000,000 parameters; this one has 64,008,001"),
        new("MLP0013", Net("[{|MLP0013:Mlp(64_000_000, 64_000_000, 64_000_000)|}]"), Net("[Mlp(64, 64, 64)]"), "this one has 8,192,000,128,000,000"),
        new("MLP0018", Net($"[Mlp({Ones(33)}, {{|MLP0018:1|}})]"), Net($"[Mlp({Ones(33)})]"), "The network 'Net' has no kernels of its own, because it has 33 layers, and kernels are written for 32 at most: the runtime computes it layer by layer, up to seven times slower; leave layers out to have kernels"),
        new("MLP0018", Net("[{|MLP0018:Mlp(4096, 977, 1)|}]"), Net("[Mlp(4096, 976, 1)]"), "because it has 4,003,747 parameters, and kernels are written for 4,000,000 at most: the runtime computes it layer by layer, up to seven times slower; make its widest layers narrower to"),
        new("MLP0018", Net("[Mlp(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, {|MLP0018:12|}, 13)]"), Net("[Mlp(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)]"), "because it has 12 layers of different sizes, and kernels are written for 10 at most: the runtime computes it layer by layer, up to seven times slower; give neighbouring layers the same size to"),
        new("MLP0018", Net("[Mlp(3, 1, 2, 1, 2, 3, 4, 5, 6, 7, 8, 9, {|MLP0018:10|}, 11, 2)]"), Net("[Mlp(3, 1, 2, 1, 2, 3, 4, 5, 6, 7, 8, 9)]"), "because it has 13 layers of different sizes"),
        new("MLP0018", Net("[Mlp(4, {|MLP0018:4097|}, 5, 5000, 2)]"), Net("[Mlp(4, 4096, 3)]"), "because a layer is 4,097 wide, and kernels are written for 4,096 at most: the runtime computes it layer by layer, up to seven times slower; make it narrower to"),
        new("MLP0018", Net("[{|MLP0018:Mlp({|MLP0018:8192|}, 4096, 10)|}]"), Net("[Mlp(1024, 512, 10)]"), "layer by layer"),
        new("MLP0014", Net("[Mlp(4, 3, Hidden = {|MLP0014:\"RELUU\"|})]"), Net("[Mlp(4, 3, Hidden = \"RELU\")]"), "There is no hidden activation 'RELUU'; did you mean 'ReLU'?"),
        new("MLP0014", Net("[Mlp(4, 3, Hidden = {|MLP0014:\"Softmux\"|})]"), Net("[Mlp(4, 3, Hidden = \"Softplus\")]"), "did you mean 'Softplus'?"),
        new("MLP0014", Net("[Mlp(4, 3, Output = {|MLP0014:\"Softmux\"|})]"), Net("[Mlp(4, 3, Output = \"softmax\")]"), "There is no output activation 'Softmux'; did you mean 'Softmax'?"),
        new("MLP0014", Net("[Mlp(4, 3, Output = {|MLP0014:\"\"|})]"), Net("[Mlp(4, 3)]"), "There is no output activation ''; did you mean"),
        new("MLP0014", Net("[Mlp(4, 3, Hidden = {|MLP0014:\"swish\"|}, Output = {|MLP0014:\"linear\"|})]"), Net("[Mlp(4, 3, Hidden = \"SiLU\", Output = \"Identity\")]"), "did you mean 'SiLU'?"),
        new("MLP0014", Net("[Mlp(4, 3, Loss = {|MLP0014:\"SquareError\"|})]"), Net("[Mlp(4, 3, Loss = \"squarederror\")]"), "There is no loss 'SquareError'; did you mean 'SquaredError'?"),
        new("MLP0014", Net("[Mlp(4, 3, Optimizer = {|MLP0014:\"SDG\"|})]"), Net("[Mlp(4, 3, Optimizer = \"sgd\")]"), "There is no optimizer 'SDG'; did you mean 'SGD'?"),
        new("MLP0014", Net("[Mlp(4, 3, Initializer = {|MLP0014:\"Xavier\"|})]"), Net("[Mlp(4, 3, Initializer = Initializer.HeNormal)]"), "There is no initializer 'Xavier'; did you mean 'GlorotUniform'?"),
        new("MLP0014", Net("[Mlp(4, 3, Math = {|MLP0014:\"Fats\"|})]"), Net("[Mlp(4, 3, Math = \"FAST\")]"), "There is no math mode 'Fats'; did you mean 'Fast'?"),
        new("MLP0014", Net("[Mlp(4, 3, Math = {|MLP0014:\"strict\"|})]"), Net("[Mlp(4, 3, Math = MathMode.Default)]"), "There is no math mode 'strict'; did you mean 'Default'?"),
        new("MLP0015", Net("[Mlp(4, 3, Math = {|MLP0015:null|})]"), Net("[Mlp(4, 3, Math = MathMode.Fast)]"), "'Math' must be a constant string that names a known math mode"),
        new("MLP0015", Net("[Mlp(4, 3, Hidden = {|MLP0015:null|})]"), Net("[Mlp(4, 3, Hidden = \"Tanh\")]"), "'Hidden' must be a constant string that names a known hidden activation"),
        new("MLP0015", Net("[Mlp(4, 3, Output = {|MLP0015:5|})]"), Net("[Mlp(4, 3, Output = \"Exp\")]"), "'Output' must be"),
        new("MLP0015", Net("[Mlp(4, 3, Loss = {|MLP0015:Loss.SquareError|})]"), Net("[Mlp(4, 3, Loss = null)]"), "'Loss' must be"),
        new("MLP0015", Net("[Mlp(4, 3, Optimizer = {|MLP0015:null|}, Initializer = {|MLP0015:default|})]"), Net("[Mlp(4, 3, Optimizer = Optimizer.SGD)]"), "'Optimizer' must be"),
        new("MLP0016", Net("[Mlp(4, 16, 3, Hidden = {|MLP0016:\"softmax\"|})]"), Net("[Mlp(4, 16, 3, Output = \"softmax\")]"), "'Softmax' can be the activation of the output layer only"),
        new("MLP0016", Net("[Mlp(4, 16, 3, Hidden = {|MLP0016:Activation.Exp|})]"), Net("[Mlp(4, 16, 3, Output = Activation.Exp)]"), "'Exp' can be"),
        new("MLP0017", Net("[Mlp(4, 3, Output = \"Softmax\", Loss = {|MLP0017:\"BinaryCrossEntropy\"|})]"), Net("[Mlp(4, 3, Output = \"Softmax\", Loss = \"SquaredError\")]"), "'BinaryCrossEntropy' does not fit the output activation 'Softmax'; it can be 'CrossEntropy' or 'SquaredError'"),
        new("MLP0017", Net("[Mlp(4, 3, Loss = {|MLP0017:Loss.CrossEntropy|})]"), Net("[Mlp(4, 3, Loss = Loss.SquaredError)]"), "'Identity'; it can be 'SquaredError'"),
        new("MLP0017", Net("[Mlp(4, 3, Loss = {|MLP0017:\"BinaryCrossEntropy\"|}, Output = \"Tanh\")]"), Net("[Mlp(4, 3, Loss = \"BinaryCrossEntropy\", Output = \"Sigmoid\")]"), "'Tanh'"),
        new("MLP0017", Net("[Mlp(4, 3, Loss = {|MLP0017:\"PoissonNegativeLogLikelihood\"|}, Output = \"Softplus\")]"), Net("[Mlp(4, 3, Loss = \"PoissonNegativeLogLikelihood\", Output = \"Exp\")]"), "'Softplus'"),
        new("MLP0019", Net("[Mlp(4, 3, Momentum = {|MLP0019:0.5|})]"), Net("[Mlp(4, 3, Optimizer = \"Momentum\", Momentum = 0.5)]"), "'Momentum' belongs to Momentum and Nesterov, and the optimizer is SGD"),
        new("MLP0019", Net("[Mlp(4, 3, Optimizer = \"RMSProp\", Beta1 = {|MLP0019:0.5|}, Rho = 0.5)]"), Net("[Mlp(4, 3, Optimizer = \"RMSProp\", Rho = 0.5)]"), "'Beta1' belongs to Adam and AdamW, and the optimizer is RMSProp"),
        new("MLP0019", Net("[Mlp(4, 3, Epsilon = {|MLP0019:2|}, Optimizer = Optimizer.Nesterov)]"), Net("[Mlp(4, 3, WeightDecay = 2, L1 = 1)]"), "'Epsilon' belongs to RMSProp and Adam and AdamW"),
        new("MLP0020", Net("[Mlp(4, 3, Optimizer = \"Momentum\", Momentum = {|MLP0020:1|})]"), Net("[Mlp(4, 3, Optimizer = \"Momentum\", Momentum = 0)]"), "'Momentum' is 1, but must be 0 or more and below 1"),
        new("MLP0020", Net("[Mlp(4, 3, Optimizer = \"Adam\", Beta2 = {|MLP0020:0.99999999999|})]"), Net("[Mlp(4, 3, Optimizer = \"Adam\", Beta2 = 0.99999)]"), "'Beta2' is 0.99999999999, which as a float is 1, but must be 0 or more and below 1"),
        new("MLP0020", Net("[Mlp(4, 3, Optimizer = \"RMSProp\", Rho = {|MLP0020:0.99999999|}, Epsilon = {|MLP0020:1e-50|})]"), Net("[Mlp(4, 3, Optimizer = \"RMSProp\", Rho = 0.9999999, Epsilon = 1e-45)]"), "'Rho' is 0.99999999, which as a float is 1, but"),
        new("MLP0020", Net("[Mlp(4, 3, Optimizer = \"Adam\", Epsilon = {|MLP0020:1e-50|})]"), Net("[Mlp(4, 3, Optimizer = \"Adam\", Epsilon = 1e-40)]"), "'Epsilon' is 1E-50, which as a float is 0, but must be above 0"),
        new("MLP0020", Net("[Mlp(4, 3, WeightDecay = {|MLP0020:3.5e38|})]"), Net("[Mlp(4, 3, WeightDecay = 3.4e38)]"), "'WeightDecay' is 3.5E+38, which as a float is Infinity, but must be 0 or more and a finite float"),
        new("MLP0020", Net("[Mlp(4, 3, L1 = {|MLP0020:double.PositiveInfinity|})]"), Net("[Mlp(4, 3, L1 = 0)]"), "'L1' is Infinity, but must be"),
        new("MLP0020", Net("[Mlp(4, 3, Optimizer = \"Adam\", Epsilon = {|MLP0020:0|})]"), Net("[Mlp(4, 3, Optimizer = \"Adam\", Epsilon = 1e-8f)]"), "'Epsilon' is 0, but must be above 0"),
        new("MLP0020", Net("[Mlp(4, 3, WeightDecay = {|MLP0020:-1e-3|}, L1 = {|MLP0020:double.NaN|})]"), Net("[Mlp(4, 3, WeightDecay = 1e-3)]"), "'WeightDecay' is -0.001, but must be 0 or more"),
        new("MLP0020", Net("[Mlp(4, 3, L1 = {|MLP0020:1e300|})]"), Net("[Mlp(4, 3, L1 = 1e30)]"), "'L1' is 1E+300, which as a float is Infinity, but must be 0 or more and a finite float"),
        new("MLP0026", Net("[Mlp(30, 32, 1, Output = {|MLP0026:\"Softmax\"|})]"), Net("[Mlp(30, 32, 1, Output = \"Sigmoid\")]"), "The softmax of one output is always 1, whatever the network 'Net' learns; use 'Sigmoid' for two classes with one output, or an output for each class"),
        new("MLP0026", Net("[Mlp(4, 1, Output = {|MLP0026:Activation.Softmax|}, Loss = Loss.SquaredError)]"), Net("[Mlp(4, 2, Output = \"Softmax\", Loss = \"SquaredError\")]"), "always 1"),
        new("MLP0026", Net("[Mlp([1, 1], Output = {|MLP0026:\"softmax\"|})]"), Net("[Mlp(1, 1)]"), "always 1"),
    ];

    private static string Net(string attribute) => attribute + " partial class Net;";

    private static string Ones(int count) => string.Join(", ", System.Linq.Enumerable.Repeat(1, count));
}
