using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using Mlp.Testing.Reference;

namespace Mlp.Testing.Tests.PyTorch;

/// <summary>Trajectories of PyTorch's optimizers: optimizers.json, written by optimizers.py.</summary>
/// <param name="Rate">α.</param>
/// <param name="Start">The parameters before the first step: three weights, then two biases.</param>
/// <param name="Gradients">The gradient of each step.</param>
/// <param name="Cases">The trajectories.</param>
internal sealed record TorchReference(double Rate, double[] Start, double[][] Gradients, IReadOnlyList<TorchCase> Cases)
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };

    /// <summary>Reads the checked-in values.</summary>
    public static TorchReference Load()
    {
        using Stream stream = typeof(TorchReference).Assembly.GetManifestResourceStream("Mlp.Testing.Tests.PyTorch.optimizers.json")!;
        return JsonSerializer.Deserialize<TorchReference>(stream, Options)!;
    }
}

/// <summary>The trajectory of one optimizer.</summary>
/// <param name="Optimizer">Its name.</param>
/// <param name="Constants">Its constants by name.</param>
/// <param name="Parameters">The parameters after each step.</param>
internal sealed record TorchCase(string Optimizer, IReadOnlyDictionary<string, double> Constants, double[][] Parameters)
{
    /// <summary>The constants as the oracle takes them.</summary>
    public OptimizerConstants ToConstants()
    {
        var defaults = new OptimizerConstants(Optimizer);
        return defaults with
        {
            Momentum = Constants.GetValueOrDefault("Momentum", defaults.Momentum),
            Rho = Constants.GetValueOrDefault("Rho", defaults.Rho),
            Beta1 = Constants.GetValueOrDefault("Beta1", defaults.Beta1),
            Beta2 = Constants.GetValueOrDefault("Beta2", defaults.Beta2),
            Epsilon = Constants.GetValueOrDefault("Epsilon", defaults.Epsilon),
            WeightDecay = Constants["WeightDecay"],
            L1 = Constants["L1"],
        };
    }
}
