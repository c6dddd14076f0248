using Mlp.CompilerServices;
using Mlp.Training;

namespace Mlp.Serialization;

/// <summary>What stands in a file for a network: its parameters and, where they go with them, the moments of its optimizer.</summary>
/// <param name="Values">The parameters in canonical order; behind them moment after moment, in the same order.</param>
/// <param name="Optimizer">How far the optimizer is; none where there are no moments but the parameters alone.</param>
/// <param name="Schema">What the network's data mean; none where nobody said so.</param>
internal readonly record struct NetworkValues(float[] Values, OptimizerProgress? Optimizer, DataSchema? Schema = null);
