using System;
using System.Collections.Generic;
using Microsoft.ML.OnnxRuntime;

namespace Mlp.Benchmarks.Peers;

/// <summary>ONNX Runtime as a .NET program uses it: its package, in this process, on one thread.</summary>
/// <param name="width">The width of the run, which ONNX Runtime has no switch for: it asks the processor itself.</param>
internal sealed class OnnxRuntimeContender(VectorWidth width) : ManagedContender
{
    private readonly List<OnnxRuntimeSession> _sessions = [];
    private readonly string? _version = Version();

    /// <inheritdoc/>
    public override string Name => PeerNames.OnnxRuntime;

    /// <inheritdoc/>
    public override string About => _version is null
        ? "its package has no library for this system"
        : $"Microsoft.ML.OnnxRuntime {_version}, in our process";

    /// <inheritdoc/>
    public override bool KeepsToWidth => width.IsWidestOfProcessor;

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Kinds => LayerKind.All;

    /// <inheritdoc/>
    public override void Dispose() => _sessions.ForEach(session => session.Dispose());

    /// <inheritdoc/>
    protected override IEnumerable<Way> Ways(Problem problem)
    {
        if (_version is null || problem.Work.Call is Call.Training or Call.Gradient)
        {
            return [];
        }

        var session = new OnnxRuntimeSession(problem);
        _sessions.Add(session);
        session.Run();
        float[] run = problem.ChannelsFirst.Restored(session.Outputs());
        session.RunBound();
        float[] bound = problem.ChannelsFirst.Restored(session.Outputs());
        return [new("Run", session.Run, run), new("RunWithBinding", session.RunBound, bound)];
    }

    private static string? Version()
    {
        try
        {
            return OrtEnv.Instance().GetVersionString();
        }
        catch (Exception exception) when (exception is DllNotFoundException or TypeInitializationException)
        {
            return null;
        }
    }
}
