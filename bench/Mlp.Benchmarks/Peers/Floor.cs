using System.Collections.Generic;
using System.Linq;

namespace Mlp.Benchmarks.Peers;

/// <summary>A row of a table that emitted code has to reach.</summary>
/// <param name="Work">What is done.</param>
/// <param name="Demands">What is asked of it.</param>
internal sealed record Floor(string Work, params Demand[] Demands)
{
    // Behind those of a width. ONNX Runtime counts where its vectors are no wider than ours.
    private static readonly IReadOnlyList<Floor> OfConvolutions =
    [
        new("LeNet, training, batch of 128, Adam", OfPeak("LeNet", Call.Training, 0.40), Times("LeNet", Call.Training, 10, PeerNames.PyTorch)),
        new("LeNet, forward, batch of 1,024", OfPeak("LeNet", Call.Batch, 0.50)),
        new("one sequence of 1,024 steps, Conv1D", OfPeak("Conv1D", Call.OneSample, 0.50)),
    ];

    private static readonly IReadOnlyList<Floor> At512 =
    [
        new("784-128-10 ReLU softmax, forward, batch of 1,024", OfPeak("784-128-10", Call.Batch, 0.90)),
        new("the same, training, batch of 32, SGD", OfPeak("784-128-10", Call.Training, 0.80), Times("784-128-10", Call.Training, 6, PeerNames.PyTorch)),
        new("64-32-10 ReLU softmax, forward, batch of 1,024", OfPeak("64-32-10", Call.Batch, 0.55)),
        new("the same, training, batch of 32, SGD", Times("64-32-10", Call.Training, 30, PeerNames.PyTorch)),
        new("4-16-3 ReLU softmax, forward, batch of 1,024", Times("4-16-3", Call.Batch, 3.5, PeerNames.Eigen), Times("4-16-3", Call.Batch, 40, PeerNames.PyTorch)),
        new("the same, training, batch of 32, SGD", Times("4-16-3", Call.Training, 150, PeerNames.PyTorch), Times("4-16-3", Call.Training, 20, PeerNames.Fann)),
        new("4-32-16-4 tanh, squared error, gradient of 10,000", new Demand(100, " GFLOP/s", report => report.Of("4-32-16-4", Call.Gradient).Speed)),
        new("one sample, 4-16-3", TimesBest("4-16-3", 1.6)),
        new("one sample, 8-32-32-4 tanh", TimesBest("8-32-32-4", 1.8)),
        new("the same with Math = \"Fast\"", TimesBest("8-32-32-4", 1.5, PeerNames.MlpFast)),
        new("one sample, 64-32-10", TimesBest("64-32-10", 1.8)),
        new("one sample, 784-128-10", TimesBest("784-128-10", 1.0)),
        new("one sample, 784-512-512-10", TimesBest("784-512-512-10", 1.0)),
        new("one sample, 4-16-3, against ONNX Runtime", Times("4-16-3", Call.OneSample, 30, PeerNames.OnnxRuntime)),
        new("one sample, 8-32-32-4 tanh, against ONNX Runtime", Times("8-32-32-4", Call.OneSample, 30, PeerNames.OnnxRuntime)),
        new("one sample, 8-64-64-2 tanh, against ONNX Runtime", Times("8-64-64-2", Call.OneSample, 15, PeerNames.OnnxRuntime)),
        new("one sample, 64-32-10, against ONNX Runtime", Times("64-32-10", Call.OneSample, 30, PeerNames.OnnxRuntime)),
        .. OfConvolutions,
        new("one image, LeNet, against ONNX Runtime", Times("LeNet", Call.OneSample, 2, PeerNames.OnnxRuntime)),
        new("one image, mnist-8, against ONNX Runtime", Times("mnist-8", Call.OneSample, 1.3, PeerNames.OnnxRuntime)),
    ];

    private static readonly IReadOnlyList<Floor> At256 =
    [
        new("784-128-10 ReLU softmax, forward, batch of 1,024", OfPeak("784-128-10", Call.Batch, 0.90)),
        new("the same, training, batch of 32, SGD", OfPeak("784-128-10", Call.Training, 0.85)),
        new("784-512-512-10 ReLU softmax, forward, batch of 1,024", OfPeak("784-512-512-10", Call.Batch, 0.85)),
        new("the same, training, batch of 32, SGD", OfPeak("784-512-512-10", Call.Training, 0.75)),
        new("64-32-10 ReLU softmax, forward, batch of 1,024", OfPeak("64-32-10", Call.Batch, 0.70)),
        new("the same, training, batch of 32, SGD", Times("64-32-10", Call.Training, 35, PeerNames.PyTorch)),
        new("4-16-3 ReLU softmax, forward, batch of 1,024", Times("4-16-3", Call.Batch, 3.2, PeerNames.Eigen)),
        new("the same, training, batch of 32, SGD", Times("4-16-3", Call.Training, 18, PeerNames.Fann)),
        new("4-32-16-4 tanh, squared error, gradient of 10,000", OfPeak("4-32-16-4", Call.Gradient, 0.55)),
        new("one sample, 4-16-3", TimesBest("4-16-3", 1.5)),
        new("one sample, 8-32-32-4 tanh", TimesBest("8-32-32-4", 1.2)),
        new("the same with Math = \"Fast\"", TimesBest("8-32-32-4", 1.4, PeerNames.MlpFast)),
        new("one sample, 64-32-10", TimesBest("64-32-10", 1.6)),
        new("one sample, 784-128-10", TimesBest("784-128-10", 1.1)),
        new("one sample, 784-512-512-10", TimesBest("784-512-512-10", 1.1)),
        .. OfConvolutions,
    ];

    /// <summary>The rows that do not depend on the width.</summary>
    public static IReadOnlyList<Floor> AtAnyWidth { get; } =
    [
        new("heap bytes a call", new Demand(0, "", report => report.HeapBytes, AtMost: true)),
        new("first Forward in a fresh process, 4-16-3", FirstCallWithin("4-16-3", 5)),
        new("first Forward in a fresh process, 784-128-10", FirstCallWithin("784-128-10", 25)),
    ];

    /// <summary>The rows of a width; none where nobody has set any.</summary>
    public static IReadOnlyList<Floor> At(VectorWidth width) => width.Bits switch
    {
        512 => At512,
        256 => At256,
        _ => [],
    };

    /// <summary>The part of the peak that the hardest demand would be, where that is more than there is; else null.</summary>
    public double? PastThePeak(WidthReport report) => Demands.Max(demand => demand.PeakAtBound(report)) is > 1 and { } part ? part : null;

    /// <summary>All demands together; null where one could not be measured and none failed.</summary>
    public bool? Holds(WidthReport report)
    {
        bool?[] verdicts = [.. Demands.Select(demand => demand.Holds(report))];
        return verdicts.Contains(false) ? false : verdicts.Contains(null) ? null : true;
    }

    private static Demand OfPeak(string network, Call call, double bound) =>
        new(bound, " of the peak", report => report.Of(network, call).Speed / report.Peak);

    private static Demand Times(string network, Call call, double bound, string peer) =>
        new(bound, $" × {peer}", report => report.Of(network, call).Ratio(peer), OfPeak: report => report.Of(network, call).Speed / report.Peak);

    private static Demand TimesBest(string network, double bound, string ours = PeerNames.Mlp) =>
        new(bound, " × the best native peer", report => report.NativePeers.Min(peer => report.Of(network, Call.OneSample).Ratio(peer, ours)));

    private static Demand FirstCallWithin(string shape, double milliseconds) =>
        new(milliseconds, " ms", report => report.FirstCalls.Single(one => one.Shape == shape).Inside, AtMost: true);
}
