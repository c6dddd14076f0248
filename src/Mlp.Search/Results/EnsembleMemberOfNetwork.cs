using System;
using Mlp.Training;

namespace Mlp.Searching.Results;

/// <summary>One network of an ensemble, with the scalers that it was trained with.</summary>
/// <typeparam name="TNetwork">Its type.</typeparam>
internal sealed class EnsembleMember<TNetwork> : EnsembleMember
    where TNetwork : class, INetwork<TNetwork>
{
    private readonly Pipeline<TNetwork> _pipeline;

    /// <summary>A network that knows its data.</summary>
    internal EnsembleMember(TNetwork network) => _pipeline = new Pipeline<TNetwork>(network, network.GetSchema() ?? new DataSchema());

    /// <inheritdoc/>
    internal override DataSchema Schema => _pipeline.Schema;

    /// <inheritdoc/>
    internal override int InputSize => TNetwork.InputSize;

    /// <inheritdoc/>
    internal override int OutputSize => TNetwork.OutputSize;

    /// <inheritdoc/>
    internal override void Predict(ReadOnlySpan<float> inputs, Span<float> outputs) => _pipeline.Predict(inputs, outputs);
}
