namespace Mlp;

/// <summary>
/// A network whose output is one Softmax, or a single Sigmoid: it names a class, and learns from integer labels.
/// </summary>
/// <typeparam name="TSelf">The network itself.</typeparam>
public interface IClassifier<TSelf> : INetwork<TSelf>, IClassifier
    where TSelf : IClassifier<TSelf>
{
    /// <summary>The number of classes: the output size of a Softmax, 2 for a single Sigmoid. Labels are 0 to ClassCount − 1.</summary>
    static abstract int ClassCount { get; }
}
