namespace Mlp;

/// <summary>A predictor whose output is one Softmax, or a single Sigmoid: it names a class. <see cref="IClassifier{TSelf}"/> adds learning from labels.</summary>
/// <typeparam name="TSelf">The network itself.</typeparam>
public interface IClassPredictor<TSelf> : IPredictor<TSelf>, IClassPredictor
    where TSelf : IClassPredictor<TSelf>
{
    /// <summary>The number of classes: the output size of a Softmax, 2 for a single Sigmoid. Labels are 0 to ClassCount − 1.</summary>
    static abstract int ClassCount { get; }
}
