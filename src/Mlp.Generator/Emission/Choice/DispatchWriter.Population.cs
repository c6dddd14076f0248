using System.Linq;
using Mlp.Generator.Emission.Steps;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Planning.Storage;

namespace Mlp.Generator.Emission.Choice;

/// <content>Many networks at once, as an object that the runtime's populations are given.</content>
internal sealed partial class DispatchWriter
{
    private const string KernelClass = "global::Mlp.CompilerServices.PopulationKernel";

    private void WritePopulation()
    {
        KernelCall call = KernelCall.StepAgents;
        _writer.Line("/// <summary>Many networks of this shape at once; none where the hardware has no vectors.</summary>");
        _writer.Line($"internal static {KernelClass} Population => {_dialects.Last().IsSupported} ? Agents.Kernel : null;");
        _writer.Line();
        _writer.Line("/// <summary>The choice of kernels for blocks of agents.</summary>");
        using (_writer.Block($"private sealed class Agents : {KernelClass}"))
        {
            _writer.Line("internal static readonly Agents Kernel = new Agents();");
            _writer.Line();
            _writer.Line($"public override int BlockFloats => {CSharpLiteral.Int(plan.PopulationStorage.Length)};");
            _writer.Line();
            WriteLines();
            using (_writer.Block($"public override {call.Declaration(_model)}"))
            {
                WriteKernels(call);
            }
        }

        _writer.Line();
    }

    /// <summary>Where each parameter of a block stands.</summary>
    private void WriteLines()
    {
        using (_writer.Block("public override void FindLines(Span<int> lines)"))
        {
            int next = 0;
            foreach (TensorStorage stored in plan.PopulationStorage.Tensors)
            {
                int count = stored.Tensor.Shape.Size;
                _writer.Line($"FindLines(lines.Slice({CSharpLiteral.Int(next)}, {CSharpLiteral.Int(count)}), {CSharpLiteral.Int(stored.Offset)}, {List(stored.Extents)}, {List(stored.Strides)}); // {PlaceNames.Of(stored)}");
                next += count;
            }
        }

        _writer.Line();
    }
}
