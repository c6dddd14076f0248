using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Mlp.Benchmarks.Peers;

/// <summary>One run at a width: rounds in which every contender has its turn, so that all meet the same moods of the machine.</summary>
/// <param name="width">The width of this process's vectors.</param>
/// <param name="folder">Where the peers' programs are.</param>
/// <param name="rounds">How often each contender is timed at a work; its fastest round counts.</param>
/// <param name="milliseconds">How long a turn takes.</param>
internal sealed class PeersRun(VectorWidth width, string folder, int rounds, double milliseconds)
{
    // At a long work the others would take minutes for what their shorter rows say.
    private static readonly string[] Patient = [PeerNames.Mlp, PeerNames.OnnxRuntime, PeerNames.PyTorch, PeerNames.PyTorchTuned];

    private readonly Dictionary<int, double> _peaks = [];

    /// <summary>Measures everything.</summary>
    public WidthReport Measure()
    {
        Announce("the first call in fresh processes");
        var firstCalls = FirstCall.Measure(runs: Math.Max(5, rounds * 4));
        using var tasks = new TaskFolder();
        List<IContender> contenders = [.. Start(tasks)];
        try
        {
            List<Measurement> measurements = [];
            foreach (Work work in Work.All)
            {
                Announce(work.ToString());
                measurements.Add(Measure(work, contenders));
            }

            return new(
                width,
                _peaks,
                [.. contenders.Select(one => new Introduction(one.Name, one.About, one.KeepsToWidth))],
                measurements,
                firstCalls);
        }
        finally
        {
            contenders.ForEach(one => one.Dispose());
        }
    }

    private void Announce(string what) => Console.Error.WriteLine($"{width}: {what}");

    private IEnumerable<IContender> Start(TaskFolder tasks)
    {
        ProcessContender Program(string name, string program, params string[] arguments) =>
            new(name, width, tasks, Path.Combine(folder, program), arguments);
        string Compiled(string program) => Path.Combine(width.Folder, program);

        yield return new MlpContender(PeerNames.Mlp, network => network.Emitted());
        yield return new MlpContender(PeerNames.MlpFast, network => network.Fast());
        yield return Program(PeerNames.Loops, Compiled("loops"));
        yield return Program(PeerNames.Eigen, Compiled("eigen"));
        yield return Program(PeerNames.EigenLanes, Compiled("eigen"), "lanes");
        yield return Program(PeerNames.Fann, "fann");
        yield return new OnnxRuntimeContender(width);
        yield return Program(PeerNames.PyTorch, "torch");
        yield return Program(PeerNames.PyTorchTuned, "torch", "tuned");
        yield return new TensorPrimitivesContender();
        yield return new PlainLoopsContender();
    }

    private Measurement Measure(Work work, List<IContender> contenders)
    {
        var problem = new Problem(work, work.Network.Emitted().Parameters);
        var answers = new Dictionary<string, Answer>();
        for (int round = 0; round < rounds; round++)
        {
            foreach (int bits in MachinePeak.Widths)
            {
                _peaks[bits] = Math.Max(_peaks.GetValueOrDefault(bits), MachinePeak.Measure(bits, milliseconds / 5));
            }

            foreach (IContender contender in contenders)
            {
                Answer answer = work.IsLong && !Patient.Contains(contender.Name)
                    ? Answer.None("too long for a row of little news")
                    : contender.Measure(problem, milliseconds);
                answers[contender.Name] = answers.GetValueOrDefault(contender.Name, answer).OrFaster(answer);
            }
        }

        return Measurement.Of(work, answers);
    }
}
