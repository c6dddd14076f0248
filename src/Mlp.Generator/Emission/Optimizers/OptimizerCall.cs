using System.Collections.Generic;
using System.Linq;
using Mlp.Generator.Emission.Text;
using Mlp.Generator.Model;
using Mlp.Generator.Planning;

namespace Mlp.Generator.Emission.Optimizers;

/// <summary>Spells an optimizer's step: a call of the runtime, which has it for every width, and the numbers that it takes.</summary>
internal static class OptimizerCall
{
    /// <summary>The name of the emitted field that holds the numbers.</summary>
    public const string Constants = nameof(Constants);

    /// <summary>The name of the emitted property that says which pieces of storage are drawn to zero.</summary>
    public const string Turns = nameof(Turns);

    /// <summary>The numbers that are not 0, as the runtime takes them.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="isDeterministic">Whether a step has the same bits on every hardware.</param>
    public static string New(OptimizerModel optimizer, bool isDeterministic)
    {
        IEnumerable<string> arguments = optimizer.Constants
            .Where(constant => constant.Value != 0)
            .Select(constant => $"{char.ToLowerInvariant(constant.Name[0])}{constant.Name.Substring(1)}: {CSharpLiteral.Number(constant.Value)}")
            .Concat(isDeterministic ? ["isDeterministic: true"] : []);
        return $"new OptimizerConstants({string.Join(", ", arguments)})";
    }

    /// <summary>The step on the part of storage from <c>start</c> to <c>end</c>.</summary>
    public static string Of(OptimizerPlan plan)
    {
        OptimizerModel optimizer = plan.Optimizer;
        string moments = optimizer.Moments == 0 ? "" : "ref moments, StorageFloats, ";
        return $"OptimizerKernels.{optimizer.Kind}(ref parameters, ref gradient, {moments}step, {Constants}, {(optimizer.Regularizes ? Turns : "default")}, start, end);";
    }
}
