namespace Mlp;

/// <summary>
/// A network whose output is one Softmax, or a single Sigmoid: it names a class, and learns from integer labels.
/// </summary>
/// <typeparam name="TSelf">The network itself.</typeparam>
public interface IClassifier<TSelf> : INetwork<TSelf>, IClassifier, IClassPredictor<TSelf>
    where TSelf : IClassifier<TSelf>;
