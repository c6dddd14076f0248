using System.Linq;
using Mlp.Generator.Emission.Vectors;

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
            using (_writer.Block($"public override {call.Declaration(_model)}"))
            {
                foreach (VectorDialect dialect in _dialects)
                {
                    using (_writer.Block($"if ({dialect.IsSupported})"))
                    {
                        _writer.Line($"{NetworkNames.ShortKernels(dialect)}.{call.Name}({call.Arguments(_model)});");
                        _writer.Line("return;");
                    }

                    _writer.Line();
                }
            }
        }

        _writer.Line();
    }
}
