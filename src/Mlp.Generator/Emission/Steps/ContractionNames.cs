using Mlp.Generator.Emission.Text;
using Mlp.Generator.Emission.Vectors;
using Mlp.Generator.Planning.Steps;

namespace Mlp.Generator.Emission.Steps;

/// <summary>What a contraction's operands are called in its method: names by role.</summary>
/// <param name="Left">The operand that is broadcast.</param>
/// <param name="Right">The operand that fills the lanes.</param>
/// <param name="Result">The operand that receives the sums.</param>
/// <param name="Row">The variable that counts rows.</param>
internal sealed record ContractionNames(string Left, string Right, string Result, string Row)
{
    public static ContractionNames Of(ContractionRole role) => role switch
    {
        ContractionRole.Forward => new("inputs", "weights", "outputs", "sample"),
        ContractionRole.Error => new("deltas", "weights", "errors", "sample"),
        ContractionRole.ForwardInLanes or ContractionRole.ForwardOfAgents => new("weights", "inputs", "outputs", "row"),
        ContractionRole.ErrorInLanes => new("weights", "deltas", "errors", "row"),
        ContractionRole.UpdateByInput => new("inputs", "deltas", "weights", "row"),
        _ => new("deltas", "inputs", "weights", "row"),
    };

    /// <summary>The constant that is the distance between rows of an operand.</summary>
    public static Expression RowOf(string operand) => Constant(operand, "Row");

    /// <summary>The constant that is the distance between steps of a sum in an operand.</summary>
    public static Expression StepOf(string operand) => Constant(operand, "Step");

    /// <summary>How often a loop along an axis turns.</summary>
    public static string Turns(Axis axis) => axis.IsSamples ? "samples" : CSharpLiteral.Int(axis.Count);

    private static Expression Constant(string operand, string suffix) =>
        char.ToUpperInvariant(operand[0]) + operand.Substring(1) + suffix;
}
