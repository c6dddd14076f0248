using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Mlp.Benchmarks.Peers;

/// <summary>One run: rounds in which every contender has its turn, so that all meet the same moods of the machine.</summary>
/// <param name="folder">Where the peers are installed.</param>
/// <param name="rounds">How often each contender is timed at a work; its fastest round counts.</param>
/// <param name="milliseconds">How long a turn takes.</param>
internal sealed class PeersRun(string folder, int rounds, double milliseconds)
{
    private readonly Dictionary<int, double> _peaks = [];

    /// <summary>Measures everything.</summary>
    public PeersReport Measure(Action<string> announce)
    {
        announce("The first call in fresh processes");
        var firstCalls = FirstCall.Measure(runs: Math.Max(5, rounds * 4));
        announce("Heap bytes");
        double heapBytes = HeapBytes.Measure();
        announce("Without 512-bit vectors");
        var narrow = NarrowVectors.Measure(milliseconds);

        using var tasks = new TaskFolder();
        List<IContender> contenders = [.. Start(tasks)];
        try
        {
            List<Measurement> measurements = [];
            foreach (Work work in Work.All)
            {
                announce(work.ToString());
                measurements.Add(Measure(work, contenders));
            }

            return new(
                _peaks,
                [.. contenders.Select(one => (one.Name, one.About))],
                measurements,
                narrow,
                heapBytes,
                firstCalls);
        }
        finally
        {
            contenders.ForEach(one => one.Dispose());
        }
    }

    private IEnumerable<IContender> Start(TaskFolder tasks)
    {
        string Program(string name) => Path.Combine(folder, "bin", name);
        yield return new MlpContender();
        yield return new ProcessContender(PeerNames.Loops, tasks, Program("loops"));
        yield return new ProcessContender(PeerNames.Eigen, tasks, Program("eigen"));
        yield return new ProcessContender(PeerNames.EigenLanes, tasks, Program("eigen"), "lanes");
        yield return new ProcessContender(PeerNames.Fann, tasks, Program("fann"));
        yield return new ProcessContender(PeerNames.OnnxRuntime, tasks, Program("onnx"), Program("libonnxruntime.so"));
        yield return new ProcessContender(PeerNames.PyTorch, tasks, Program("torch"));
        yield return new ProcessContender(PeerNames.PyTorchTuned, tasks, Program("torch"), "tuned");
        yield return new TensorPrimitivesContender();
        yield return new PlainLoopsContender();
    }

    private Measurement Measure(Work work, List<IContender> contenders)
    {
        var problem = new Problem(work, NetworkCalls.Of(work.Shape).Parameters);
        var answers = new Dictionary<string, Answer>();
        for (int round = 0; round < rounds; round++)
        {
            foreach (int width in MachinePeak.Widths)
            {
                _peaks[width] = Math.Max(_peaks.GetValueOrDefault(width), MachinePeak.Measure(width, milliseconds / 5));
            }

            foreach (IContender contender in contenders)
            {
                Answer answer = work.IsLong && contender is not MlpContender && contender.Name is not (PeerNames.PyTorch or PeerNames.PyTorchTuned)
                    ? Answer.None("too long for a row of little news")
                    : contender.Measure(problem, milliseconds);
                if (!answers.TryGetValue(contender.Name, out Answer? fastest) || answer.Nanoseconds < fastest.Nanoseconds)
                {
                    answers[contender.Name] = answer;
                }
            }
        }

        return new(work, answers);
    }
}
