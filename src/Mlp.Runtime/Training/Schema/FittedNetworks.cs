using System;

namespace Mlp.Training;

/// <summary>What a network knows of its data.</summary>
public static class FittedNetworks
{
    /// <summary>Class names and scalers of the data that the network was fitted on, or that its weight file says.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="network">The network.</param>
    /// <returns>The schema; null where nobody said so, or the network does not remember any.</returns>
    /// <exception cref="ArgumentNullException">There is no network.</exception>
    public static DataSchema? GetSchema<TNetwork>(this IPredictor<TNetwork> network)
        where TNetwork : IPredictor<TNetwork>
    {
        ArgumentNullException.ThrowIfNull(network);
        return (network as IFittedNetwork)?.Schema;
    }

    /// <summary>
    /// Says what the data of a network mean, where no fit and no weight file did: after a training loop of one's own, or weights
    /// from elsewhere. Evaluation compares it from now on, and weight files take it along.
    /// </summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="schema">What they mean; null to forget it.</param>
    /// <exception cref="ArgumentNullException">There is no network.</exception>
    /// <exception cref="ArgumentException">The network does not remember a schema, or the schema does not fit its inputs and outputs.</exception>
    public static void SetSchema<TNetwork>(this IPredictor<TNetwork> network, DataSchema? schema)
        where TNetwork : IPredictor<TNetwork>
    {
        ArgumentNullException.ThrowIfNull(network);
        if (network is not IFittedNetwork fitted)
        {
            throw new ArgumentException($"{typeof(TNetwork).Name} does not implement IFittedNetwork, so it cannot keep a schema: implement it, as emitted networks do.", nameof(network));
        }

        if (schema is not null)
        {
            DataFit.RequireSizes<TNetwork>(schema, nameof(schema));
        }

        fitted.Schema = schema;
    }
}
