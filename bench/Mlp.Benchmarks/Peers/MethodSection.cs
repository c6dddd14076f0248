using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Mlp.Benchmarks.Peers;

/// <summary>The part of the document that says how it was measured: the rules, who took part, and in which ways.</summary>
internal static class MethodSection
{
    /// <summary>Writes it.</summary>
    public static void Write(StringBuilder text, PeersReport report)
    {
        text.Append("""

            ## How it was measured

            - All start from the same parameters and see the same samples. A peer's whole result (predictions, the losses of
              twenty training steps, or a gradient) is compared with ours, number by number; a peer that is off by more than
              1e-4 of the largest number fails its row.
            - A peer loops over samples on its own side: no call across languages, and none between processes, is on the clock.
              One sample is one call; C++ and Eigen may not inline it into the loop, for then it would be a batch. It walks over
              512 samples, or 64 where a sample has 64 numbers or more, or 4 of Conv1D's, so that inputs come from a near cache.
            - PyTorch and ONNX Runtime have all positions of a channel behind one another where Mlp has all channels of a position.
              Samples and weights are brought into their order before the clock starts, and results into ours after it has stopped.
              C++, Eigen, FANN and the loops in C# were written for dense layers, and take part where there are no others.
            - Each width is measured in a process of its own, one after the other. Each work is measured in rounds, every
              contender in each. A turn is ten stretches; the fastest stretch of all rounds counts, for everybody.
            - Each peer is written in several ways and the fastest counts; it is named below. "Eigen" is Eigen with a sample a
              column, whole batches and blocks; "Eigen, lanes" is Eigen with 16 samples, transposed, in the lanes: the way Mlp
              computes small networks, which Eigen's user has to think of. The floors mean the former.
            - With -ffast-math g++ takes tanh and exp from vector libraries that are right to some 4 ulp, Mlp's to 2.
              "Mlp, fast" is a network with Math = "Fast", whose functions are right to 4 ulp as well.
            - "PyTorch" is as its documentation trains and predicts: modules, torch.optim.SGD or Adam, backward, inference_mode.
              "PyTorch, tuned" is frozen TorchScript, and gradients with an update in place and no optimizer for SGD, and Adam over
              lists of tensors. The floors mean the former.
            - PyTorch multiplies with OpenBLAS, told which kernels to use, for it does not know processors younger than it:
              those for AVX-512 at 512 bits. A Debian installation without OpenBLAS is some 25 times slower on 784-128-10.
            - ONNX Runtime is called as .NET programs call it: through its C# API, in our process, in a session of one thread.
              Its tensors are made before the clock starts, in its own memory; only the run is timed, with the tensors named in the
              call or bound before. It does not train.
            - Heap bytes are those that .NET counts for the thread, over all calls of a turn.
            - FANN is as Debian builds it, for 128 bits. It trains after each sample (fann_train), and has neither ReLU nor
              softmax: a bounded line and a sigmoid stand in.

            """);
        foreach (WidthReport width in report.Widths)
        {
            WriteContenders(text, width);
            WriteWays(text, width);
        }
    }

    private static void WriteContenders(StringBuilder text, WidthReport report)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n| contender at {report.Width} | |\n|---|---|\n");
        foreach (Introduction contender in report.Contenders)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {contender.Name} | {contender.About} |\n");
        }
    }

    private static void WriteWays(StringBuilder text, WidthReport report)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n| work at {report.Width} | the fastest way of each, and the greatest difference from Mlp as a part of the largest number |\n|---|---|\n");
        foreach (Measurement one in report.Measurements)
        {
            IEnumerable<string> ways = one.Outcomes
                .Where(pair => pair.Key != PeerNames.Mlp && pair.Value.Nanoseconds is not null)
                .Select(pair => Way(pair.Key, pair.Value));
            text.Append(CultureInfo.InvariantCulture, $"| {one.Work} | {string.Join("; ", ways)} |\n");
        }
    }

    private static string Way(string name, Outcome outcome)
    {
        string how = outcome.Remark.Length == 0 ? "" : $" ({outcome.Remark})";
        return $"{name}{how}: {outcome.Difference?.ToString("0e0", CultureInfo.InvariantCulture) ?? "not compared"}";
    }
}
