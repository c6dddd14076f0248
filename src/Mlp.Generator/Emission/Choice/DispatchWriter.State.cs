using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;

namespace Mlp.Generator.Emission.Choice;

/// <summary>What the optimizer remembers, between the order of storage and the canonical one.</summary>
internal sealed partial class DispatchWriter
{
    private void WriteState()
    {
        if (!HasState)
        {
            return;
        }

        _writer.Line();
        if (!HasMoments)
        {
            WriteMaskState();
            return;
        }

        _writer.Line("/// <summary>Copies the moments out, each in canonical order; zeros before the first step.</summary>");
        using (_writer.Block($"internal static OptimizerProgress ExportState(OptimizerState state, Span<{Real.Type}> moments)"))
        {
            using (_writer.Block("if (state.Remembered.IsEmpty)"))
            {
                _writer.Line("moments.Clear();");
                _writer.Line("return state.Progress;");
            }

            _writer.Line();
            ForEachMoment((stored, canonical) => _writer.Line($"Export(state.Remembered.{stored}, moments.{canonical});"));
            _writer.Line("return state.Progress;");
        }

        _writer.Line();
        _writer.Line("/// <summary>Replaces the moments by others in canonical order.</summary>");
        using (_writer.Block($"internal static void ImportState(OptimizerState state, ReadOnlySpan<{Real.Type}> moments, OptimizerProgress progress)"))
        {
            _writer.Line($"Span<{Real.Type}> stored = MemoryMarshal.CreateSpan(ref state.Moments(MomentFloats), MomentFloats);");
            ForEachMoment((place, canonical) => _writer.Line($"Import(moments.{canonical}, stored.{place});"));
            _writer.Line("state.Progress = progress;");
        }
    }

    /// <summary>An optimizer without moments, and masks that it counts.</summary>
    private void WriteMaskState()
    {
        _writer.Line("/// <summary>Which masks come next; there are no moments.</summary>");
        using (_writer.Block($"internal static OptimizerProgress ExportState(OptimizerState state, Span<{Real.Type}> moments)"))
        {
            _writer.Line("return state.Progress;");
        }

        _writer.Line();
        _writer.Line("/// <summary>Says which masks come next; there are no moments.</summary>");
        using (_writer.Block($"internal static void ImportState(OptimizerState state, ReadOnlySpan<{Real.Type}> moments, OptimizerProgress progress)"))
        {
            _writer.Line("state.Progress = progress;");
        }
    }

    private void ForEachMoment(System.Action<string, string> write)
    {
        string count = CSharpLiteral.Int(_model.ParameterCount);
        for (int moment = 0; moment < _model.Optimizer.Moments; moment++)
        {
            string number = CSharpLiteral.Int(moment);
            write($"Slice({number} * StorageFloats, StorageFloats)", $"Slice({number} * {count}, {count})");
        }
    }
}
