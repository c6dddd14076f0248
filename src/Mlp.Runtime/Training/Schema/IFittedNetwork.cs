namespace Mlp.Training;

/// <summary>
/// A network that remembers what its data mean. Every emitted network that can be trained implements it explicitly;
/// <see cref="Trainer"/> sets it, weight files keep it, evaluation compares it with the data at hand. Read it with
/// <see cref="FittedNetworks.GetSchema{TNetwork}"/>.
/// </summary>
public interface IFittedNetwork
{
    /// <summary>What the data mean that the network was fitted on; null where nobody said so, as after construction and <c>Initialize</c>.</summary>
    DataSchema? Schema { get; set; }
}
