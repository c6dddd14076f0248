using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Mlp.Benchmarks.Peers;

/// <summary>docs/performance.md, written whole from one run.</summary>
internal static class PerformanceDocument
{
    /// <summary>The text of the document.</summary>
    public static string Write(PeersReport report)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            # Performance

            Written by one run of the command below; do not edit. Everything in it was measured in the same minutes, on one
            thread, and ratios within one run are what to read: absolute times move with the machine and its neighbours.

            ```
            bench/peers/install.sh                                         # the peers, once
            dotnet run -c Release --project bench/Mlp.Benchmarks -- peers  # some minutes; --quick for an impression only
            ```

            ## The machine

            | | |
            |---|---|
            | processor | {Machine.Processor} |
            | cores | {Machine.Cores}, one used |
            | vectors | {Machine.VectorBits} bits |
            | runtime | {Machine.Runtime} |

            Fused multiply-adds on independent accumulators, in C#, the best of the run:

            | vector width | GFLOP/s |
            |---|---:|

            """);
        foreach ((int width, double speed) in report.Peaks)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {width} | {speed:0} |\n");
        }

        WriteFloors(text, report);
        WriteTimes(text, report);
        WriteContenders(text, report);
        return text.ToString();
    }

    private static void WriteFloors(StringBuilder text, PeersReport report)
    {
        text.Append("""

            ## Reach

            A ratio is the peer's time over ours. Floating-point operations of a sample: forward 2 Σ in·out over the layers;
            training and gradients three times that, without the error of the network's own input, 2·in·out of the first layer.
            The native peers of one sample are C++ loops, Eigen, FANN and ONNX Runtime.

            | work | at least | reached | |
            |---|---|---|---|

            """);
        foreach (Floor floor in Floor.All)
        {
            string wanted = string.Join(", ", floor.Demands.Select(demand => demand.AtMost ? $"at most {demand.Wanted}" : demand.Wanted));
            string got = string.Join(", ", floor.Demands.Select(demand => demand.Got(report)));
            text.Append(CultureInfo.InvariantCulture, $"| {floor.Work} | {wanted} | {got} | {Cells.Verdict(floor.Holds(report))} |\n");
        }

        text.Append("""
            | SimpleChains.jl, the gradient row above: published by its authors, on their machine, not measured here | | about 57 GFLOP/s a core | quoted |

            The first Forward is construction and the call, by the clock of a fresh process, the median of many. Whole processes
            over an empty one took
            """);
        text.Append(' ');
        text.AppendJoin(" and ", report.FirstCalls.Select(time => string.Create(CultureInfo.InvariantCulture, $"{time.Whole:0.0} ms with {time.Shape}")));
        text.Append(".\n");
    }

    private static void WriteTimes(StringBuilder text, PeersReport report)
    {
        text.Append("""

            ## Nanoseconds a sample

            In brackets the ratio to Mlp. A star: timed, though not the same function (see below); a dash: not done.


            """);
        string[] names = [.. report.Contenders.Select(contender => contender.Name)];
        text.Append(CultureInfo.InvariantCulture, $"| work | {string.Join(" | ", names)} | Mlp's GFLOP/s | of the peak |\n");
        text.Append(CultureInfo.InvariantCulture, $"|---|{string.Concat(names.Select(_ => "---:|"))}---:|---:|\n");
        foreach (Measurement one in report.Measurements)
        {
            IEnumerable<string> cells = names.Select(name => Cells.Time(one, name));
            text.Append(CultureInfo.InvariantCulture, $"| {one.Work} | {string.Join(" | ", cells)} | {one.Speed:0.0} | {one.Speed / report.Peak:0.00} |\n");
        }
    }

    private static void WriteContenders(StringBuilder text, PeersReport report)
    {
        text.Append("""

            ## How it was measured

            - All start from the same parameters and see the same samples. A peer's whole result (predictions, the losses of
              twenty training steps, or a gradient) is compared with ours, number by number; a peer that is off by more than
              1e-4 of the largest number fails its row.
            - A peer loops over samples on its own side: no call across languages, and none between processes, is on the clock.
              One sample is one call; C++ and Eigen may not inline it into the loop, for then it would be a batch. It walks over
              512 samples, or 64 where a sample has 64 numbers or more, so that inputs come from a near cache.
            - Each work is measured in rounds, every contender in each. A turn is ten stretches; the fastest stretch of all rounds
              counts, for everybody.
            - Each peer is written in several ways and the fastest counts; it is named below. "Eigen" is Eigen with a sample a
              column, whole batches and blocks; "Eigen, lanes" is Eigen with 16 samples, transposed, in the lanes: the way Mlp
              computes small networks, which Eigen's user has to think of. The floors mean the former.
            - With -ffast-math g++ takes tanh and exp from vector libraries that are right to some 4 ulp, Mlp's to 2.
            - "PyTorch" is as its documentation trains and predicts: modules, torch.optim.SGD, backward, inference_mode. "PyTorch,
              tuned" is frozen TorchScript, and gradients and an update in place without an optimizer. The floors mean the former.
            - PyTorch multiplies with OpenBLAS, told to use its AVX-512 kernels where the processor has them: a Debian
              installation without OpenBLAS is some 25 times slower on 784-128-10.
            - ONNX Runtime's tensors are made before the clock starts; only Run is timed. It does not train.
            - FANN trains after each sample (fann_train), and has neither ReLU nor softmax: a bounded line and a sigmoid stand in.

            | contender | |
            |---|---|

            """);
        foreach ((string name, string about) in report.Contenders)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {about} |\n");
        }

        text.Append("\n| work | the fastest way of each, and the greatest difference from Mlp as a part of the largest number |\n|---|---|\n");
        foreach (Measurement one in report.Measurements)
        {
            IEnumerable<string> ways = one.Answers
                .Where(pair => pair.Key != "Mlp" && pair.Value.Nanoseconds is not null)
                .Select(pair => Way(one, pair.Key, pair.Value));
            text.Append(CultureInfo.InvariantCulture, $"| {one.Work} | {string.Join("; ", ways)} |\n");
        }
    }

    private static string Way(Measurement measurement, string name, Answer answer)
    {
        string how = answer.Remark.Length == 0 ? "" : $" ({answer.Remark})";
        string difference = measurement.Difference(answer) is { } value ? value.ToString("0e0", CultureInfo.InvariantCulture) : "not compared";
        return $"{name}{how}: {difference}";
    }
}
