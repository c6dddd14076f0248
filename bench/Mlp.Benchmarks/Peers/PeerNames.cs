using System.Collections.Generic;

namespace Mlp.Benchmarks.Peers;

/// <summary>The contenders' names, which join floors and measurements.</summary>
internal static class PeerNames
{
    public const string Mlp = "Mlp";
    public const string MlpFast = "Mlp, fast";
    public const string Loops = "C++ loops";
    public const string Eigen = "Eigen";
    public const string EigenLanes = "Eigen, lanes";
    public const string Fann = "FANN";
    public const string OnnxRuntime = "ONNX Runtime";
    public const string PyTorch = "PyTorch";
    public const string PyTorchTuned = "PyTorch, tuned";

    /// <summary>Those in our process that are packages: what they allocate is no doing of this program.</summary>
    public static IReadOnlyList<string> Packages { get; } = [Mlp, OnnxRuntime];

    /// <summary>Those that "the best native peer" means.</summary>
    public static IReadOnlyList<string> Native { get; } = [Loops, Eigen, Fann, OnnxRuntime];
}
